/*
title      = "Nøgletal"
question   = "Hvor står planen på statusdatoen?"
definition = "Tidsprocent: planens dage til og med statusdatoen i forhold til alle dens dage. Restbudget: budget − forbrug − disponeret. Forventet forbrug: forbrug plus restprognose efter statusdatoen; uden restprognose videreføres takten (ved uændret takt). Forventet uforbrugt kræver aftale med kommunen og Landsbyggefonden. Medfinansiering: alle bidragydere undtagen Landsbyggefonden i forhold til alle. Direkte boligsocialt arbejde: de kategorier, som parterne har aftalt. Milepæle til dato: aftalt dato til og med statusdatoen, ikke bortfaldet."
key        = []

[params]
plan           = "planens id"
omraade        = "ingen, et eller flere områder"
indsatsomraade = "ingen, et eller flere indsatsområder"
organisation   = "ingen, en eller flere organisationer"
fra            = "den første måned, ÅÅÅÅ-MM"
til            = "den sidste måned, ÅÅÅÅ-MM"
statusdato     = "den sidste dag i en måned"

[settings]
direkte_kategorier = "de kategorier, der er direkte boligsocialt arbejde"

[columns]
statusdato                  = { label = "Status pr.", unit = "dato" }
tidsprocent                 = { label = "Tid gået", unit = "pct" }
budget_kr                   = { label = "Korrigeret budget", unit = "kr" }
budget_til_dato_kr          = { label = "Budget til dato", unit = "kr" }
forbrug_kr                  = { label = "Forbrug", unit = "kr" }
forbrugsprocent             = { label = "Forbrug af budget", unit = "pct" }
disponeret_kr               = { label = "Disponeret", unit = "kr" }
restbudget_kr               = { label = "Restbudget", unit = "kr" }
prognose_kr                 = { label = "Forventet forbrug", unit = "kr" }
prognose_metode             = { label = "Forventningen bygger på", unit = "kode" }
prognoseafvigelse_kr        = { label = "Forventet afvigelse", unit = "kr" }
forventet_uforbrugt_kr      = { label = "Forventet uforbrugt", unit = "kr" }
medfinansiering_budget_pct  = { label = "Lokal medfinansiering af budgettet", unit = "pct" }
medfinansiering_forbrug_pct = { label = "Lokal medfinansiering af forbruget", unit = "pct" }
direkte_arbejde_pct         = { label = "Direkte boligsocialt arbejde", unit = "pct" }
fremmoeder                  = { label = "Fremmøder", unit = "antal" }
nye_deltagere               = { label = "Nye deltagere", unit = "antal" }
milepaele_til_dato          = { label = "Milepæle til dato", unit = "antal" }
milepaele_naaet             = { label = "Nået", unit = "antal" }
milepaele_overskredet       = { label = "Overskredet", unit = "antal" }
budget_oprindeligt_kr       = { label = "Oprindeligt budget", unit = "kr" }
prognoseafvigelse_pct       = { label = "Forventet afvigelse", unit = "pct" }
fremmoeder_pct              = { label = "Fremmøder i forhold til mål", unit = "pct" }
fremmoeder_aar              = { label = "Fremmøder i kalenderåret", unit = "antal" }
har_maal                    = { label = "Der er mål for fremmødet", unit = "ja_nej" }
frivilligtimer              = { label = "Frivilligtimer", unit = "timer" }
medarbejdertimer            = { label = "Medarbejdertimer", unit = "timer" }
start_dato                  = { label = "Planen begynder", unit = "dato" }
slut_dato                   = { label = "Planen slutter", unit = "dato" }
til_dato_afvigelse_kr       = { label = "Forbrug mod budget til dato", unit = "kr" }
fremmoeder_maerke           = { label = "Fremmøder: mærke", unit = "maerke" }
nye_deltagere_maerke        = { label = "Nye deltagere: mærke", unit = "maerke" }
fremmoeder_pct_maerke       = { label = "Fremmøder i forhold til mål: mærke", unit = "maerke" }
fremmoeder_aar_maerke       = { label = "Fremmøder i kalenderåret: mærke", unit = "maerke" }
frivilligtimer_maerke       = { label = "Frivilligtimer: mærke", unit = "maerke" }
medarbejdertimer_maerke     = { label = "Medarbejdertimer: mærke", unit = "maerke" }
*/
with

penge as (
    select
        cast(coalesce(sum(budget_kr), 0) as decimal(18, 2)) as budget_kr,
        cast(coalesce(sum(budget_oprindeligt_kr), 0) as decimal(18, 2)) as budget_oprindeligt_kr,
        cast(coalesce(sum(budget_til_dato_kr), 0) as decimal(18, 2)) as budget_til_dato_kr,
        cast(coalesce(sum(forbrug_kr), 0) as decimal(18, 2)) as forbrug_kr,
        cast(coalesce(sum(disponeret_kr), 0) as decimal(18, 2)) as disponeret_kr,
        cast(coalesce(sum(rest_kr), 0) as decimal(18, 2)) as rest_kr,
        cast(coalesce(sum(takt_kr), 0) as decimal(18, 2)) as takt_kr,
        coalesce(sum(forbrugsposter), 0) as forbrugsposter,
        cast(coalesce(sum(budget_kr) filter (where er_lokal), 0) as decimal(18, 2)) as lokalt_budget_kr,
        cast(coalesce(sum(forbrug_kr) filter (where er_lokal), 0) as decimal(18, 2)) as lokalt_forbrug_kr,
        cast(coalesce(sum(forbrug_kr) filter (where list_contains($direkte_kategorier, kategori)), 0) as decimal(18, 2))
            as direkte_kr
    from oekonomi_opgjort($plan, $omraade, $indsatsomraade, $organisation, $statusdato)
),

fremmoede as (
    select
        sum(fremmoeder_talt) as fremmoeder,
        sum(nye_deltagere_talt) as nye_deltagere,
        max(uden_tal) as uden_tal
    from aktivitet_valgt($plan, $omraade, $indsatsomraade, $organisation)
    where maaned between $fra and $til
),

timer as (
    select
        sum(frivilligtimer order by maaned, omraade_id, indsatsomraade_kode) as frivilligtimer,
        sum(medarbejdertimer order by maaned, omraade_id, indsatsomraade_kode) as medarbejdertimer,
        max(uden_timer) as uden_timer
    from timer_valgt($plan, $omraade, $indsatsomraade, $organisation)
    where maaned between $fra and $til
),

maal as (
    select
        sum(aar) as aar,
        sum(aaret_foer) as aaret_foer,
        sum(aar) filter (where maal_aar is not null) as med_maal,
        max(uden_aar) as uden_aar,
        max(uden_aar) filter (where maal_aar is not null) as uden_med_maal,
        max(uden_aaret_foer) as uden_aaret_foer,
        count(maal_aar) as serier_med_maal,
        cast(sum(maal_aar) as double) * any_value(maaneder_gaaet) / nullif(any_value(maaneder_i_aar), 0)
            as maal_til_dato
    from aktivitetsmaal_opgjort($plan, $omraade, $indsatsomraade, $organisation, $statusdato)
),

maerket as (
    select
        m.*,
        f.fremmoeder,
        f.nye_deltagere,
        antal_maerke(f.fremmoeder, f.uden_tal) as fremmoeder_maerke,
        antal_maerke(f.nye_deltagere, null) as nye_deltagere_maerke,
        antal_maerke(m.aar, m.uden_aar) as aar_maerke,
        fremmoedeprocent_maerke(
            m.med_maal, m.uden_med_maal, m.maal_til_dato, m.serier_med_maal, m.aar, m.uden_aar, m.aaret_foer, m.uden_aaret_foer
        ) as pct_maerke
    from maal as m
    cross join fremmoede as f
),

milepaele as (
    select
        count(*) filter (where er_til_dato) as til_dato,
        count(*) filter (where er_til_dato and er_naaet) as naaet,
        count(*) filter (where er_overskredet) as overskredet
    from milepael_opgjort($plan, $omraade, $indsatsomraade, $organisation, $statusdato)
),

ventet as (
    select
        p.*,
        penge.*,
        cast(prognose_kr(
            forbrug_kr, rest_kr, takt_kr, forbrugsposter, har_restprognose, takt_maaneder, maaneder_tilbage
        ) as decimal(18, 2)) as prognose_kr
    from penge
    cross join plan_valgt($plan, $statusdato) as p
)

select
    cast($statusdato as date) as statusdato,
    100.0 * least(greatest(date_diff('day', start_dato, cast($statusdato as date)) + 1, 0), date_diff('day', start_dato, slut_dato) + 1)
    / (date_diff('day', start_dato, slut_dato) + 1) as tidsprocent,
    budget_kr,
    budget_til_dato_kr,
    forbrug_kr,
    case when budget_kr > 0 then 100.0 * forbrug_kr / budget_kr end as forbrugsprocent,
    disponeret_kr,
    budget_kr - forbrug_kr - disponeret_kr as restbudget_kr,
    prognose_kr,
    case when har_restprognose then 'restprognose' else 'takt' end as prognose_metode,
    prognose_kr - budget_kr as prognoseafvigelse_kr,
    case when prognose_kr is not null then greatest(budget_kr - prognose_kr, 0) end as forventet_uforbrugt_kr,
    case when budget_kr > 0 then 100.0 * lokalt_budget_kr / budget_kr end as medfinansiering_budget_pct,
    case when forbrug_kr > 0 then 100.0 * lokalt_forbrug_kr / forbrug_kr end as medfinansiering_forbrug_pct,
    case when forbrug_kr > 0 then 100.0 * direkte_kr / forbrug_kr end as direkte_arbejde_pct,
    vist_antal(a.fremmoeder, a.fremmoeder_maerke) as fremmoeder,
    vist_antal(a.nye_deltagere, a.nye_deltagere_maerke) as nye_deltagere,
    m.til_dato as milepaele_til_dato,
    m.naaet as milepaele_naaet,
    m.overskredet as milepaele_overskredet,
    budget_oprindeligt_kr,
    case when budget_kr > 0 then 100.0 * (prognose_kr - budget_kr) / budget_kr end as prognoseafvigelse_pct,
    fremmoedeprocent(a.med_maal, a.maal_til_dato, a.serier_med_maal, a.aar, a.aaret_foer, a.pct_maerke)
        as fremmoeder_pct,
    vist_antal(a.aar, a.aar_maerke) as fremmoeder_aar,
    a.serier_med_maal > 0 as har_maal,
    timer.frivilligtimer,
    timer.medarbejdertimer,
    start_dato,
    slut_dato,
    forbrug_kr - budget_til_dato_kr as til_dato_afvigelse_kr,
    a.fremmoeder_maerke,
    a.nye_deltagere_maerke,
    a.pct_maerke as fremmoeder_pct_maerke,
    a.aar_maerke as fremmoeder_aar_maerke,
    ufuldstaendig_maerke(timer.frivilligtimer, timer.uden_timer) as frivilligtimer_maerke,
    ufuldstaendig_maerke(timer.medarbejdertimer, timer.uden_timer) as medarbejdertimer_maerke
from ventet
cross join maerket as a
cross join milepaele as m
cross join timer
