/*
title      = "Indsatser i området"
question   = "Hvilke indsatser er der i området, og hvordan går det dem dér?"
definition = "Indsatser med aktiviteter, aktivitetsmål eller milepæle i området. Fremmøder i statusdatoens kalenderår til og med statusdatoen; procenten er i forhold til den del af årets mål, der svarer til planens måneder til og med statusdatoen. Milepæle er dem, der er knyttet til indsatsen i området. Penge pr. indsats findes kun samlet for alle områder og er ikke med her."
key        = ["indsats_id", "omraade_id"]

[params]
plan           = "planens id"
omraade        = "ingen, et eller flere områder"
indsatsomraade = "ingen, et eller flere indsatsområder"
organisation   = "ingen, en eller flere organisationer"
statusdato     = "den sidste dag i en måned"

[columns]
indsats_id            = { label = "Indsats", unit = "kode" }
omraade_id            = { label = "Område", unit = "kode" }
navn                  = { label = "Indsatsens navn", unit = "tekst" }
indsatsomraade_kode   = { label = "Indsatsområde", unit = "kode" }
indsatsomraade_navn   = { label = "Indsatsområdets navn", unit = "tekst" }
status                = { label = "Status", unit = "kode" }
status_navn           = { label = "Indsatsen er", unit = "tekst" }
ansvarlig_rolle       = { label = "Ansvarlig", unit = "tekst" }
organisation          = { label = "Organisation", unit = "tekst" }
kernedrift            = { label = "Snitflade til kernedrift", unit = "kode" }
kernedrift_navn       = { label = "Snitflade til kernedrift", unit = "tekst" }
fremmoeder_aar        = { label = "Fremmøder i kalenderåret", unit = "antal" }
maal_aar              = { label = "Mål for kalenderåret", unit = "antal" }
maal_pct              = { label = "Fremmøder i forhold til mål til dato", unit = "pct" }
milepaele             = { label = "Milepæle", unit = "antal" }
milepaele_naaet       = { label = "Milepæle nået", unit = "antal" }
milepaele_overskredet = { label = "Milepæle overskredet", unit = "antal" }
*/
with

naaede as (
    select
        indsats_id,
        omraade_id,
        count(*) as milepaele,
        count(*) filter (where er_naaet) as milepaele_naaet,
        count(*) filter (where er_overskredet) as milepaele_overskredet
    from milepael_opgjort($plan, $omraade, $indsatsomraade, $organisation, $statusdato)
    where not er_bortfaldet
    group by indsats_id, omraade_id
)

select
    i.indsats_id,
    s.omraade_id,
    i.navn,
    i.indsatsomraade_kode,
    k.navn as indsatsomraade_navn,
    i.status,
    coalesce(bs.navn, i.status) as status_navn,
    i.ansvarlig_rolle,
    o.kortnavn as organisation,
    i.kernedrift,
    coalesce(bk.navn, i.kernedrift) as kernedrift_navn,
    a.fremmoeder_aar,
    a.maal_aar,
    fremmoedeprocent(
        a.fremmoeder_aar, cast(a.maal_aar as double) * a.maaneder_gaaet / nullif(a.maaneder_i_aar, 0), 1, null, null,
        false
    ) as maal_pct,
    coalesce(n.milepaele, 0) as milepaele,
    coalesce(n.milepaele_naaet, 0) as milepaele_naaet,
    coalesce(n.milepaele_overskredet, 0) as milepaele_overskredet
from indsats_omraade($plan) as s
inner join indsats as i on s.indsats_id = i.indsats_id
cross join plan_valgt($plan, $statusdato) as p
left join indsatsomraade as k
    on i.indsatsomraade_kode = k.indsatsomraade_kode and p.bevillingsperiode = k.bevillingsperiode
left join organisation as o on i.organisation_id = o.organisation_id
left join betegnelse as bs on bs.liste = 'indsats.status' and i.status = bs.kode
left join betegnelse as bk on bk.liste = 'indsats.kernedrift' and i.kernedrift = bk.kode
left join aktivitetsmaal_opgjort($plan, $omraade, $indsatsomraade, $organisation, $statusdato) as a
    on s.indsats_id = a.indsats_id and s.omraade_id = a.omraade_id
left join naaede as n on s.indsats_id = n.indsats_id and s.omraade_id = n.omraade_id
where i_omraader(s.omraade_id, $omraade, $organisation)
    and i_indsatsomraader(i.indsatsomraade_kode, $indsatsomraade)
order by s.omraade_id, k.sortering nulls last, i.indsatsomraade_kode, i.navn collate da, i.indsats_id
