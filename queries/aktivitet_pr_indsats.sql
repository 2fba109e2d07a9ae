/*
title      = "Aktivitet pr. indsats og område"
question   = "Hvor mange kommer til hver indsats i forhold til målet?"
definition = "Fremmøder og nye deltagere i den valgte periode; i statusdatoens kalenderår til og med statusdatoen. Målet er årets mål, som det er afleveret; procenten regnes af den del af målet, der svarer til planens måneder til og med statusdatoen."
key        = ["indsats_id", "omraade_id"]

[params]
plan           = "planens id"
omraade        = "ingen, et eller flere områder"
indsatsomraade = "ingen, et eller flere indsatsområder"
organisation   = "ingen, en eller flere organisationer"
fra            = "den første måned, ÅÅÅÅ-MM"
til            = "den sidste måned, ÅÅÅÅ-MM"
statusdato     = "den sidste dag i en måned"

[columns]
indsats_id          = { label = "Indsats", unit = "kode" }
navn                = { label = "Indsatsens navn", unit = "tekst" }
omraade_id          = { label = "Område", unit = "kode" }
fremmoeder          = { label = "Fremmøder i perioden", unit = "antal" }
nye_deltagere       = { label = "Nye deltagere i perioden", unit = "antal" }
fremmoeder_aar      = { label = "Fremmøder i kalenderåret", unit = "antal" }
maal_aar            = { label = "Mål for kalenderåret", unit = "antal" }
maal_pct            = { label = "Fremmøder i forhold til mål til dato", unit = "pct" }
omraade_navn        = { label = "Områdets navn", unit = "tekst" }
indsatsomraade_kode = { label = "Indsatsområde", unit = "kode" }
*/
with

i_perioden as (
    select
        indsats_id,
        omraade_id,
        cast(sum(fremmoeder) filter (where maaned between $fra and $til) as bigint)
            as fremmoeder,
        cast(sum(nye_deltagere) filter (where maaned between $fra and $til) as bigint)
            as nye_deltagere
    from aktivitet_valgt($plan, $omraade, $indsatsomraade, $organisation)
    group by indsats_id, omraade_id
)

select
    s.indsats_id,
    i.navn,
    s.omraade_id,
    p.fremmoeder,
    p.nye_deltagere,
    s.fremmoeder_aar,
    s.maal_aar,
    fremmoedeprocent(
        s.fremmoeder_aar, cast(s.maal_aar as double) * s.maaneder_gaaet / nullif(s.maaneder_i_aar, 0), 1, null, null,
        false
    ) as maal_pct,
    o.navn as omraade_navn,
    s.indsatsomraade_kode
from aktivitetsmaal_opgjort($plan, $omraade, $indsatsomraade, $organisation, $statusdato) as s
inner join indsats as i on s.indsats_id = i.indsats_id
inner join omraade as o on s.omraade_id = o.omraade_id
left join i_perioden as p on s.indsats_id = p.indsats_id and s.omraade_id = p.omraade_id
order by i.navn collate da, s.indsats_id, o.navn collate da, s.omraade_id
