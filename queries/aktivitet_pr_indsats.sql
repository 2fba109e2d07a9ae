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
indsats_id            = { label = "Indsats", unit = "kode" }
navn                  = { label = "Indsatsens navn", unit = "tekst" }
omraade_id            = { label = "Område", unit = "kode" }
fremmoeder            = { label = "Fremmøder i perioden", unit = "antal" }
nye_deltagere         = { label = "Nye deltagere i perioden", unit = "antal" }
fremmoeder_aar        = { label = "Fremmøder i kalenderåret", unit = "antal" }
maal_aar              = { label = "Mål for kalenderåret", unit = "antal" }
maal_pct              = { label = "Fremmøder i forhold til mål til dato", unit = "pct" }
omraade_navn          = { label = "Områdets navn", unit = "tekst" }
indsatsomraade_kode   = { label = "Indsatsområde", unit = "kode" }
fremmoeder_maerke     = { label = "Fremmøder i perioden: mærke", unit = "maerke" }
nye_deltagere_maerke  = { label = "Nye deltagere i perioden: mærke", unit = "maerke" }
fremmoeder_aar_maerke = { label = "Fremmøder i kalenderåret: mærke", unit = "maerke" }
maal_pct_maerke       = { label = "Fremmøder i forhold til mål til dato: mærke", unit = "maerke" }
*/
with

i_perioden as (
    select
        indsats_id,
        omraade_id,
        sum(fremmoeder_talt) as fremmoeder,
        sum(nye_deltagere_talt) as nye_deltagere,
        max(uden_tal) as uden_tal
    from aktivitet_valgt($plan, $omraade, $indsatsomraade, $organisation)
    where maaned between $fra and $til
    group by indsats_id, omraade_id
),

talt as (
    select
        s.*,
        cast(s.maal_aar as double) * s.maaneder_gaaet / nullif(s.maaneder_i_aar, 0) as maal_til_dato,
        p.fremmoeder,
        p.nye_deltagere,
        p.uden_tal
    from aktivitetsmaal_opgjort($plan, $omraade, $indsatsomraade, $organisation, $statusdato) as s
    left join i_perioden as p on s.indsats_id = p.indsats_id and s.omraade_id = p.omraade_id
),

maerket as (
    select
        *,
        antal_maerke(fremmoeder, uden_tal) as fremmoeder_maerke,
        antal_maerke(nye_deltagere, null) as nye_deltagere_maerke,
        antal_maerke(aar, uden_aar) as aar_maerke,
        case when maal_til_dato > 0 then andel_maerke(aar, uden_aar) end as maal_pct_maerke
    from talt
)

select
    s.indsats_id,
    i.navn,
    s.omraade_id,
    vist_antal(s.fremmoeder, s.fremmoeder_maerke) as fremmoeder,
    vist_antal(s.nye_deltagere, s.nye_deltagere_maerke) as nye_deltagere,
    vist_antal(s.aar, s.aar_maerke) as fremmoeder_aar,
    s.maal_aar,
    fremmoedeprocent(s.aar, s.maal_til_dato, 1, s.aar, null, s.maal_pct_maerke) as maal_pct,
    o.navn as omraade_navn,
    s.indsatsomraade_kode,
    s.fremmoeder_maerke,
    s.nye_deltagere_maerke,
    s.aar_maerke as fremmoeder_aar_maerke,
    s.maal_pct_maerke
from maerket as s
inner join indsats as i on s.indsats_id = i.indsats_id
inner join omraade as o on s.omraade_id = o.omraade_id
order by i.navn collate da, s.indsats_id, o.navn collate da, s.omraade_id
