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
maaned                             = { label = "Måned", unit = "maaned" }
fremmoeder                         = { label = "Fremmøder", unit = "antal" }
nye_deltagere                      = { label = "Nye deltagere", unit = "antal" }
frivilligtimer                     = { label = "Frivilligtimer", unit = "timer" }
medarbejdertimer                   = { label = "Medarbejdertimer", unit = "timer" }
fremmoeder_aaret_foer              = { label = "Fremmøder samme måned året før", unit = "antal" }
frivillige                         = { label = "Frivillige", unit = "antal" }
antal_afholdt                      = { label = "Afholdte aktiviteter", unit = "antal" }
skjulte                            = { label = "Skjulte registreringer", unit = "antal" }
manglende                          = { label = "Manglende registreringer", unit = "antal" }
nye_deltagere_aaret_foer           = { label = "Nye deltagere samme måned året før", unit = "antal" }
frivillige_aaret_foer              = { label = "Frivillige samme måned året før", unit = "antal" }
frivilligtimer_aaret_foer          = { label = "Frivilligtimer samme måned året før", unit = "timer" }
medarbejdertimer_aaret_foer        = { label = "Medarbejdertimer samme måned året før", unit = "timer" }
fremmoeder_maerke                  = { label = "Fremmøder: mærke", unit = "maerke" }
nye_deltagere_maerke               = { label = "Nye deltagere: mærke", unit = "maerke" }
frivilligtimer_maerke              = { label = "Frivilligtimer: mærke", unit = "maerke" }
medarbejdertimer_maerke            = { label = "Medarbejdertimer: mærke", unit = "maerke" }
fremmoeder_aaret_foer_maerke       = { label = "Fremmøder samme måned året før: mærke", unit = "maerke" }
frivillige_maerke                  = { label = "Frivillige: mærke", unit = "maerke" }
antal_afholdt_maerke               = { label = "Afholdte aktiviteter: mærke", unit = "maerke" }
nye_deltagere_aaret_foer_maerke    = { label = "Nye deltagere samme måned året før: mærke", unit = "maerke" }
frivillige_aaret_foer_maerke       = { label = "Frivillige samme måned året før: mærke", unit = "maerke" }
frivilligtimer_aaret_foer_maerke   = { label = "Frivilligtimer samme måned året før: mærke", unit = "maerke" }
medarbejdertimer_aaret_foer_maerke = { label = "Medarbejdertimer samme måned året før: mærke", unit = "maerke" }
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
    from aktivitet_valgt($plan, $omraade, $indsatsomraade, $organisation)
    group by maaned
),

fremmoeder_pr_maaned as (
    select
        *,
        antal_maerke(fremmoeder, uden_tal) as fremmoeder_maerke,
        antal_maerke(nye_deltagere, null) as nye_deltagere_maerke,
        antal_maerke(frivillige, null) as frivillige_maerke,
        ufuldstaendig_maerke(antal_afholdt, uden_afholdt) as antal_afholdt_maerke
    from talt
),

timer_pr_maaned as (
    select
        maaned,
        sum(frivilligtimer order by omraade_id, indsatsomraade_kode) as frivilligtimer,
        sum(medarbejdertimer order by omraade_id, indsatsomraade_kode) as medarbejdertimer,
        max(uden_timer) as uden_timer
    from timer_valgt($plan, $omraade, $indsatsomraade, $organisation)
    group by maaned
),

maaneder as (
    select cast(unnest(generate_series(
        cast($fra as timestamp), cast($til as timestamp), interval 1 month
    )) as date) as maaned
)

select
    strftime(m.maaned, '%Y-%m') as maaned,
    vist_antal(f.fremmoeder, f.fremmoeder_maerke) as fremmoeder,
    vist_antal(f.nye_deltagere, f.nye_deltagere_maerke) as nye_deltagere,
    t.frivilligtimer,
    t.medarbejdertimer,
    vist_antal(foer.fremmoeder, foer.fremmoeder_maerke) as fremmoeder_aaret_foer,
    vist_antal(f.frivillige, f.frivillige_maerke) as frivillige,
    f.antal_afholdt,
    f.skjulte,
    f.manglende,
    vist_antal(foer.nye_deltagere, foer.nye_deltagere_maerke) as nye_deltagere_aaret_foer,
    vist_antal(foer.frivillige, foer.frivillige_maerke) as frivillige_aaret_foer,
    timer_foer.frivilligtimer as frivilligtimer_aaret_foer,
    timer_foer.medarbejdertimer as medarbejdertimer_aaret_foer,
    f.fremmoeder_maerke,
    f.nye_deltagere_maerke,
    ufuldstaendig_maerke(t.frivilligtimer, t.uden_timer) as frivilligtimer_maerke,
    ufuldstaendig_maerke(t.medarbejdertimer, t.uden_timer) as medarbejdertimer_maerke,
    foer.fremmoeder_maerke as fremmoeder_aaret_foer_maerke,
    f.frivillige_maerke,
    f.antal_afholdt_maerke,
    foer.nye_deltagere_maerke as nye_deltagere_aaret_foer_maerke,
    foer.frivillige_maerke as frivillige_aaret_foer_maerke,
    ufuldstaendig_maerke(timer_foer.frivilligtimer, timer_foer.uden_timer) as frivilligtimer_aaret_foer_maerke,
    ufuldstaendig_maerke(timer_foer.medarbejdertimer, timer_foer.uden_timer) as medarbejdertimer_aaret_foer_maerke
from maaneder as m
left join fremmoeder_pr_maaned as f on m.maaned = f.maaned
left join fremmoeder_pr_maaned as foer on m.maaned = foer.maaned + interval 1 year
left join timer_pr_maaned as t on m.maaned = t.maaned
left join timer_pr_maaned as timer_foer on m.maaned = timer_foer.maaned + interval 1 year
order by m.maaned
