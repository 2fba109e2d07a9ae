/*
title      = "Aktivitet pr. måned"
question   = "Hvor mange kommer, og hvor mange timer lægges der i det, måned for måned?"
definition = "Fremmøder og timer lægges sammen; en person, der kommer tre gange, er tre fremmøder. En måned uden registrering er tom, ikke nul."
key        = ["maaned"]

[params]
plan           = "planens id"
omraade        = "ingen, et eller flere områder"
indsatsomraade = "ingen, et eller flere indsatsområder"
organisation   = "ingen, en eller flere organisationer"
fra            = "den første måned, ÅÅÅÅ-MM"
til            = "den sidste måned, ÅÅÅÅ-MM"

[columns]
maaned                      = { label = "Måned", unit = "maaned" }
fremmoeder                  = { label = "Fremmøder", unit = "antal" }
nye_deltagere               = { label = "Nye deltagere", unit = "antal" }
frivilligtimer              = { label = "Frivilligtimer", unit = "timer" }
medarbejdertimer            = { label = "Medarbejdertimer", unit = "timer" }
fremmoeder_aaret_foer       = { label = "Fremmøder samme måned året før", unit = "antal" }
frivillige                  = { label = "Frivillige", unit = "antal" }
antal_afholdt               = { label = "Afholdte aktiviteter", unit = "antal" }
skjulte                     = { label = "Skjulte registreringer", unit = "antal" }
manglende                   = { label = "Manglende registreringer", unit = "antal" }
nye_deltagere_aaret_foer    = { label = "Nye deltagere samme måned året før", unit = "antal" }
frivillige_aaret_foer       = { label = "Frivillige samme måned året før", unit = "antal" }
frivilligtimer_aaret_foer   = { label = "Frivilligtimer samme måned året før", unit = "timer" }
medarbejdertimer_aaret_foer = { label = "Medarbejdertimer samme måned året før", unit = "timer" }
*/
with

fremmoeder_pr_maaned as (
    select
        maaned,
        cast(sum(fremmoeder) as bigint) as fremmoeder,
        cast(sum(nye_deltagere) as bigint) as nye_deltagere,
        cast(sum(frivillige) as bigint) as frivillige,
        cast(sum(antal_afholdt) as bigint) as antal_afholdt,
        cast(sum(skjulte) as bigint) as skjulte,
        cast(sum(manglende) as bigint) as manglende
    from aktivitet_valgt($plan, $omraade, $indsatsomraade, $organisation)
    group by maaned
),

timer_pr_maaned as (
    select
        maaned,
        sum(frivilligtimer order by omraade_id, indsatsomraade_kode) as frivilligtimer,
        sum(medarbejdertimer order by omraade_id, indsatsomraade_kode) as medarbejdertimer
    from timer_maaned
    where helhedsplan_id = $plan
        and i_omraader(omraade_id, $omraade, $organisation)
        and i_indsatsomraader(indsatsomraade_kode, $indsatsomraade)
    group by maaned
),

maaneder as (
    select cast(unnest(generate_series(
        cast($fra as timestamp), cast($til as timestamp), interval 1 month
    )) as date) as maaned
)

select
    strftime(m.maaned, '%Y-%m') as maaned,
    f.fremmoeder,
    f.nye_deltagere,
    t.frivilligtimer,
    t.medarbejdertimer,
    foer.fremmoeder as fremmoeder_aaret_foer,
    f.frivillige,
    f.antal_afholdt,
    f.skjulte,
    f.manglende,
    foer.nye_deltagere as nye_deltagere_aaret_foer,
    foer.frivillige as frivillige_aaret_foer,
    timer_foer.frivilligtimer as frivilligtimer_aaret_foer,
    timer_foer.medarbejdertimer as medarbejdertimer_aaret_foer
from maaneder as m
left join fremmoeder_pr_maaned as f on m.maaned = f.maaned
left join fremmoeder_pr_maaned as foer on m.maaned = foer.maaned + interval 1 year
left join timer_pr_maaned as t on m.maaned = t.maaned
left join timer_pr_maaned as timer_foer on m.maaned = timer_foer.maaned + interval 1 year
order by m.maaned
