/*
title      = "Indsatsens aktivitet pr. måned"
question   = "Hvor mange kommer til indsatsen, måned for måned?"
definition = "Måneder i den valgte periode, hvor indsatsen løber, og hvor den i øvrigt har registreringer, i de valgte områder. En måned uden registrering er tom, ikke nul. Timer udgives ikke pr. indsats, for de kan være en enkelt medarbejders."
key        = ["maaned"]

[params]
plan           = "planens id"
omraade        = "ingen, et eller flere områder"
organisation   = "ingen, en eller flere organisationer"
indsats        = "indsatsens id"
fra            = "den første måned, ÅÅÅÅ-MM"
til            = "den sidste måned, ÅÅÅÅ-MM"

[columns]
maaned                       = { label = "Måned", unit = "maaned" }
fremmoeder                   = { label = "Fremmøder", unit = "antal" }
fremmoeder_aaret_foer        = { label = "Fremmøder samme måned året før", unit = "antal" }
nye_deltagere                = { label = "Nye deltagere", unit = "antal" }
frivillige                   = { label = "Frivillige, talt hver gang", unit = "antal" }
antal_afholdt                = { label = "Afholdte aktiviteter", unit = "antal" }
skjulte                      = { label = "Skjulte registreringer", unit = "antal" }
manglende                    = { label = "Manglende registreringer", unit = "antal" }
fremmoeder_maerke            = { label = "Fremmøder: mærke", unit = "maerke" }
fremmoeder_aaret_foer_maerke = { label = "Fremmøder samme måned året før: mærke", unit = "maerke" }
nye_deltagere_maerke         = { label = "Nye deltagere: mærke", unit = "maerke" }
frivillige_maerke            = { label = "Frivillige, talt hver gang: mærke", unit = "maerke" }
antal_afholdt_maerke         = { label = "Afholdte aktiviteter: mærke", unit = "maerke" }
*/
with

talt as (
    select
        maaned,
        sum(fremmoeder_talt) as fremmoeder,
        sum(nye_deltagere_talt) as nye_deltagere,
        sum(frivillige_talt) as frivillige,
        max(uden_tal) as uden_tal,
        cast(sum(antal_afholdt) as bigint) as antal_afholdt,
        max(uden_afholdt) as uden_afholdt,
        cast(sum(skjulte) as bigint) as skjulte,
        cast(sum(manglende) as bigint) as manglende
    from aktivitet_valgt($plan, $omraade, cast([] as varchar[]), $organisation)
    where indsats_id = $indsats
    group by maaned
),

registreret as (
    select
        *,
        antal_maerke(fremmoeder, uden_tal) as fremmoeder_maerke,
        antal_maerke(nye_deltagere, null) as nye_deltagere_maerke,
        antal_maerke(frivillige, null) as frivillige_maerke,
        ufuldstaendig_maerke(antal_afholdt, uden_afholdt) as antal_afholdt_maerke
    from talt
),

loebetid as (
    select
        least(date_trunc('month', start_dato), (select min(maaned) from registreret)) as foerste_maaned,
        greatest(date_trunc('month', slut_dato), (select max(maaned) from registreret)) as sidste_maaned
    from indsats
    where indsats_id = $indsats and helhedsplan_id = $plan
),

maaneder as (
    select cast(unnest(generate_series(
        cast(greatest(foerste_maaned, $fra) as timestamp), cast(least(sidste_maaned, $til) as timestamp),
        interval 1 month
    )) as date) as maaned
    from loebetid
)

select
    strftime(m.maaned, '%Y-%m') as maaned,
    vist_antal(r.fremmoeder, r.fremmoeder_maerke) as fremmoeder,
    vist_antal(foer.fremmoeder, foer.fremmoeder_maerke) as fremmoeder_aaret_foer,
    vist_antal(r.nye_deltagere, r.nye_deltagere_maerke) as nye_deltagere,
    vist_antal(r.frivillige, r.frivillige_maerke) as frivillige,
    r.antal_afholdt,
    r.skjulte,
    r.manglende,
    r.fremmoeder_maerke,
    foer.fremmoeder_maerke as fremmoeder_aaret_foer_maerke,
    r.nye_deltagere_maerke,
    r.frivillige_maerke,
    r.antal_afholdt_maerke
from maaneder as m
left join registreret as r on m.maaned = r.maaned
left join registreret as foer on m.maaned = foer.maaned + interval 1 year
order by m.maaned
