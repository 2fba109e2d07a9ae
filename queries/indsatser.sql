/*
title      = "Indsatserne"
question   = "Hvilke indsatser har planen, hvordan går de, og hvem har ansvaret?"
definition = "Områder er dem, hvor indsatsen har aktivitet, mål for fremmødet eller milepæle; er der valgt område, er det kun indsatser med noget der. Milepæle er indsatsens egne med aftalt dato til og med statusdatoen, ikke bortfaldne. Fremmøder lægges sammen; en person, der kommer tre gange, er tre fremmøder. Frivillige tælles hver gang, de er med. Perioden er den valgte; kalenderåret er statusdatoens år til og med den. Målet til dato er årets mål gange planens måneder til og med statusdatoen delt med planens måneder i året; procenten regnes kun over det, der har et mål, og uden noget mål i forhold til de samme måneder året før, hvis planen havde dem alle."
key        = ["indsats_id"]

[params]
plan           = "planens id"
omraade        = "ingen, et eller flere områder"
indsatsomraade = "ingen, et eller flere indsatsområder"
organisation   = "ingen, en eller flere organisationer"
fra            = "den første måned, ÅÅÅÅ-MM"
til            = "den sidste måned, ÅÅÅÅ-MM"
statusdato     = "den sidste dag i en måned"

[columns]
indsats_id                   = { label = "Indsats", unit = "kode" }
navn                         = { label = "Indsatsens navn", unit = "tekst" }
indsatsomraade_kode          = { label = "Indsatsområde", unit = "kode" }
indsatsomraade_navn          = { label = "Indsatsområde", unit = "tekst" }
omraader                     = { label = "Områder", unit = "tekst" }
status                       = { label = "Statuskode", unit = "kode" }
status_navn                  = { label = "Status", unit = "tekst" }
ansvarlig_rolle              = { label = "Ansvarlig", unit = "tekst" }
start_dato                   = { label = "Begynder", unit = "dato" }
slut_dato                    = { label = "Slutter", unit = "dato" }
milepaele_til_dato           = { label = "Milepæle til dato", unit = "antal" }
milepaele_naaet              = { label = "Milepæle nået", unit = "antal" }
milepaele_overskredet        = { label = "Milepæle overskredet", unit = "antal" }
fremmoeder                   = { label = "Fremmøder i perioden", unit = "antal" }
nye_deltagere                = { label = "Nye deltagere i perioden", unit = "antal" }
frivillige                   = { label = "Frivillige, talt hver gang", unit = "antal" }
fremmoeder_aar               = { label = "Fremmøder i kalenderåret", unit = "antal" }
fremmoeder_aaret_foer        = { label = "Samme måneder året før", unit = "antal" }
aendring_pct                 = { label = "Ændring fra året før", unit = "pct" }
maal                         = { label = "Mål til dato", unit = "antal" }
maal_pct                     = { label = "Fremmøder i forhold til mål", unit = "pct" }
maal_grundlag                = { label = "Der sammenlignes med", unit = "kode" }
nyeste_maaned                = { label = "Seneste tal", unit = "maaned" }
skjulte_aar                  = { label = "Skjulte registreringer i kalenderåret", unit = "antal" }
kernedrift                   = { label = "Kernedriftskode", unit = "kode" }
kernedrift_navn              = { label = "Grænse til kernedriften", unit = "tekst" }
kernedrift_note              = { label = "Note om kernedriften", unit = "tekst" }
fremmoeder_maerke            = { label = "Fremmøder i perioden: mærke", unit = "maerke" }
nye_deltagere_maerke         = { label = "Nye deltagere i perioden: mærke", unit = "maerke" }
frivillige_maerke            = { label = "Frivillige, talt hver gang: mærke", unit = "maerke" }
fremmoeder_aar_maerke        = { label = "Fremmøder i kalenderåret: mærke", unit = "maerke" }
fremmoeder_aaret_foer_maerke = { label = "Samme måneder året før: mærke", unit = "maerke" }
aendring_pct_maerke          = { label = "Ændring fra året før: mærke", unit = "maerke" }
maal_pct_maerke              = { label = "Fremmøder i forhold til mål: mærke", unit = "maerke" }
*/
with

steder as (
    select r.indsats_id, string_agg(o.navn, ', ' order by o.navn collate da) as omraader
    from indsats_omraade($plan) as r
    inner join omraade as o on r.omraade_id = o.omraade_id
    group by r.indsats_id
),

-- The indsats is chosen by its own indsatsområde, so a milestone that names none still counts.
milepaele as (
    select
        indsats_id,
        count(*) filter (where er_til_dato) as til_dato,
        count(*) filter (where er_til_dato and er_naaet) as naaet,
        count(*) filter (where er_overskredet) as overskredet
    from milepael_opgjort($plan, $omraade, cast([] as varchar[]), $organisation, $statusdato)
    where indsats_id is not null and not er_bortfaldet
    group by indsats_id
)

select
    i.indsats_id,
    i.navn,
    i.indsatsomraade_kode,
    k.navn as indsatsomraade_navn,
    s.omraader,
    i.status,
    coalesce(bs.navn, i.status) as status_navn,
    i.ansvarlig_rolle,
    i.start_dato,
    i.slut_dato,
    coalesce(m.til_dato, 0) as milepaele_til_dato,
    coalesce(m.naaet, 0) as milepaele_naaet,
    coalesce(m.overskredet, 0) as milepaele_overskredet,
    a.fremmoeder,
    a.nye_deltagere,
    a.frivillige,
    a.fremmoeder_aar,
    a.fremmoeder_aaret_foer,
    a.aendring_pct,
    a.maal,
    a.maal_pct,
    a.maal_grundlag,
    a.nyeste_maaned,
    a.skjulte_aar,
    i.kernedrift,
    bk.navn as kernedrift_navn,
    i.kernedrift_note,
    a.fremmoeder_maerke,
    a.nye_deltagere_maerke,
    a.frivillige_maerke,
    a.fremmoeder_aar_maerke,
    a.fremmoeder_aaret_foer_maerke,
    a.aendring_pct_maerke,
    a.maal_pct_maerke
from indsatser_valgt($plan, $omraade, $indsatsomraade, $organisation) as i
cross join plan_valgt($plan, $statusdato) as p
left join indsatsomraade as k
    on i.indsatsomraade_kode = k.indsatsomraade_kode and p.bevillingsperiode = k.bevillingsperiode
left join steder as s on i.indsats_id = s.indsats_id
left join milepaele as m on i.indsats_id = m.indsats_id
left join aktivitet_linjer($plan, $omraade, $indsatsomraade, $organisation, $fra, $til, $statusdato) as a on i.indsats_id = a.indsats_id
left join betegnelse as bs on bs.liste = 'indsats.status' and i.status = bs.kode
left join betegnelse as bk on bk.liste = 'indsats.kernedrift' and i.kernedrift = bk.kode
order by k.sortering, i.indsatsomraade_kode, i.navn collate da, i.indsats_id
