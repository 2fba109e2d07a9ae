/*
title      = "Aktivitet i alt"
question   = "Hvor mange kommer, og hvor mange timer lægges der i det, i forhold til målet og året før?"
definition = "Fremmøder lægges sammen; en person, der kommer tre gange, er tre fremmøder. Frivillige tælles hver gang, de er med. Perioden er den valgte; kalenderåret er statusdatoens år til og med den. Målet til dato er årets mål gange planens måneder til og med statusdatoen delt med planens måneder i året; procenten regnes kun over det, der har et mål, og uden noget mål i forhold til de samme måneder året før, hvis planen havde dem alle."
key        = []

[params]
plan           = "planens id"
omraade        = "ingen, et eller flere områder"
indsatsomraade = "ingen, et eller flere indsatsområder"
organisation   = "ingen, en eller flere organisationer"
fra            = "den første måned, ÅÅÅÅ-MM"
til            = "den sidste måned, ÅÅÅÅ-MM"
statusdato     = "den sidste dag i en måned"

[columns]
fremmoeder                   = { label = "Fremmøder i perioden", unit = "antal" }
nye_deltagere                = { label = "Nye deltagere i perioden", unit = "antal" }
frivillige                   = { label = "Frivillige, talt hver gang", unit = "antal" }
frivilligtimer               = { label = "Frivilligtimer", unit = "timer" }
medarbejdertimer             = { label = "Medarbejdertimer", unit = "timer" }
fremmoeder_aar               = { label = "Fremmøder i kalenderåret", unit = "antal" }
fremmoeder_aaret_foer        = { label = "Samme måneder året før", unit = "antal" }
aendring_pct                 = { label = "Ændring fra året før", unit = "pct" }
fremmoeder_med_maal          = { label = "Fremmøder, hvor der er mål", unit = "antal" }
maal                         = { label = "Mål til dato", unit = "antal" }
maal_pct                     = { label = "Fremmøder i forhold til mål", unit = "pct" }
maal_grundlag                = { label = "Der sammenlignes med", unit = "kode" }
nyeste_maaned                = { label = "Seneste tal", unit = "maaned" }
skjulte                      = { label = "Skjulte registreringer", unit = "antal" }
manglende                    = { label = "Manglende registreringer", unit = "antal" }
skjulte_aar                  = { label = "Skjulte registreringer i kalenderåret", unit = "antal" }
antal_afholdt                = { label = "Afholdte aktiviteter", unit = "antal" }
fremmoeder_maerke            = { label = "Fremmøder i perioden: mærke", unit = "maerke" }
nye_deltagere_maerke         = { label = "Nye deltagere i perioden: mærke", unit = "maerke" }
frivillige_maerke            = { label = "Frivillige, talt hver gang: mærke", unit = "maerke" }
frivilligtimer_maerke        = { label = "Frivilligtimer: mærke", unit = "maerke" }
medarbejdertimer_maerke      = { label = "Medarbejdertimer: mærke", unit = "maerke" }
fremmoeder_aar_maerke        = { label = "Fremmøder i kalenderåret: mærke", unit = "maerke" }
fremmoeder_aaret_foer_maerke = { label = "Samme måneder året før: mærke", unit = "maerke" }
aendring_pct_maerke          = { label = "Ændring fra året før: mærke", unit = "maerke" }
fremmoeder_med_maal_maerke   = { label = "Fremmøder, hvor der er mål: mærke", unit = "maerke" }
maal_pct_maerke              = { label = "Fremmøder i forhold til mål: mærke", unit = "maerke" }
antal_afholdt_maerke         = { label = "Afholdte aktiviteter: mærke", unit = "maerke" }
*/
with

timer as (
    select
        sum(frivilligtimer order by maaned, omraade_id, indsatsomraade_kode) as frivilligtimer,
        sum(medarbejdertimer order by maaned, omraade_id, indsatsomraade_kode) as medarbejdertimer,
        max(uden_timer) as uden_timer
    from timer_valgt($plan, $omraade, $indsatsomraade, $organisation)
    where maaned between $fra and $til
)

select
    a.fremmoeder,
    a.nye_deltagere,
    a.frivillige,
    t.frivilligtimer,
    t.medarbejdertimer,
    a.fremmoeder_aar,
    a.fremmoeder_aaret_foer,
    a.aendring_pct,
    a.fremmoeder_med_maal,
    a.maal,
    a.maal_pct,
    a.maal_grundlag,
    a.nyeste_maaned,
    a.skjulte,
    a.manglende,
    a.skjulte_aar,
    a.antal_afholdt,
    a.fremmoeder_maerke,
    a.nye_deltagere_maerke,
    a.frivillige_maerke,
    ufuldstaendig_maerke(t.frivilligtimer, t.uden_timer) as frivilligtimer_maerke,
    ufuldstaendig_maerke(t.medarbejdertimer, t.uden_timer) as medarbejdertimer_maerke,
    a.fremmoeder_aar_maerke,
    a.fremmoeder_aaret_foer_maerke,
    a.aendring_pct_maerke,
    a.fremmoeder_med_maal_maerke,
    a.maal_pct_maerke,
    a.antal_afholdt_maerke
from aktivitet_linjer($plan, $omraade, $indsatsomraade, $organisation, $fra, $til, $statusdato) as a
cross join timer as t
where a.omraade_id = 'ALLE' and a.indsatsomraade_kode = 'ALLE' and a.indsats_id = 'ALLE'
