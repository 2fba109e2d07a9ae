/*
title      = "Milepæle pr. spor"
question   = "Hvor langt er det boligsociale og det fysiske spor?"
definition = "Til dato er milepæle med aftalt dato på statusdatoen eller før. Nået og overskredet tælles blandt dem. Åbne er alle, der hverken er nået eller bortfaldet, også dem, der først er aftalt senere. Bortfaldne tælles for sig."
key        = ["spor"]

[params]
plan           = "planens id"
omraade        = "ingen, et eller flere områder"
indsatsomraade = "ingen, et eller flere indsatsområder"
organisation   = "ingen, en eller flere organisationer"
statusdato     = "den sidste dag i en måned"

[columns]
spor              = { label = "Spor", unit = "kode" }
spor_navn         = { label = "Sporets navn", unit = "tekst" }
milepaele         = { label = "Milepæle i alt", unit = "antal" }
til_dato          = { label = "Aftalt til dato", unit = "antal" }
naaet             = { label = "Nået", unit = "antal" }
overskredet       = { label = "Overskredet", unit = "antal" }
aabne             = { label = "Åbne", unit = "antal" }
bortfaldne        = { label = "Bortfaldne", unit = "antal" }
naeste_navn       = { label = "Den næste aftalte", unit = "tekst" }
naeste_dato       = { label = "Den næste er aftalt til", unit = "dato" }
*/
select
    m.spor,
    coalesce(any_value(b.navn), m.spor) as spor_navn,
    count(*) as milepaele,
    count(*) filter (where m.er_til_dato) as til_dato,
    count(*) filter (where m.er_til_dato and m.er_naaet) as naaet,
    count(*) filter (where m.er_overskredet) as overskredet,
    count(*) filter (where not m.er_naaet and not m.er_bortfaldet) as aabne,
    count(*) filter (where m.er_bortfaldet) as bortfaldne,
    min_by(m.navn, (m.aftalt_dato, m.milepael_id))
        filter (where m.aftalt_dato > $statusdato and not m.er_naaet and not m.er_bortfaldet) as naeste_navn,
    min(m.aftalt_dato)
        filter (where m.aftalt_dato > $statusdato and not m.er_naaet and not m.er_bortfaldet) as naeste_dato
from milepael_opgjort($plan, $omraade, $indsatsomraade, $organisation, $statusdato) as m
left join betegnelse as b on b.liste = 'milepael.spor' and m.spor = b.kode
group by m.spor
order by m.spor
