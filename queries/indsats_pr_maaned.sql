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
maaned                = { label = "Måned", unit = "maaned" }
fremmoeder            = { label = "Fremmøder", unit = "antal" }
fremmoeder_aaret_foer = { label = "Fremmøder samme måned året før", unit = "antal" }
nye_deltagere         = { label = "Nye deltagere", unit = "antal" }
frivillige            = { label = "Frivillige, talt hver gang", unit = "antal" }
antal_afholdt         = { label = "Afholdte aktiviteter", unit = "antal" }
skjulte               = { label = "Skjulte registreringer", unit = "antal" }
manglende             = { label = "Manglende registreringer", unit = "antal" }
*/
with

registreret as (
    select
        maaned,
        cast(sum(fremmoeder) as bigint) as fremmoeder,
        cast(sum(nye_deltagere) as bigint) as nye_deltagere,
        cast(sum(frivillige) as bigint) as frivillige,
        cast(sum(antal_afholdt) as bigint) as antal_afholdt,
        cast(sum(skjulte) as bigint) as skjulte,
        cast(sum(manglende) as bigint) as manglende
    from aktivitet_valgt($plan, $omraade, cast([] as varchar[]), $organisation)
    where indsats_id = $indsats
    group by maaned
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
    r.fremmoeder,
    foer.fremmoeder as fremmoeder_aaret_foer,
    r.nye_deltagere,
    r.frivillige,
    r.antal_afholdt,
    r.skjulte,
    r.manglende
from maaneder as m
left join registreret as r on m.maaned = r.maaned
left join registreret as foer on m.maaned = foer.maaned + interval 1 year
order by m.maaned
