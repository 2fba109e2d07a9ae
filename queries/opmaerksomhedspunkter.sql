/*
title      = "Opmærksomhedspunkter"
question   = "Hvad er ude af kurs, hvor, siden hvornår, hvor meget, og hvem er ansvarlig?"
definition = "Hvert punkt er én række, som siden kan vise: en milepæl, der er mere forsinket end grænsen eller overskredet uden ny dato; et område, et indsatsområde eller et felt, hvis forventede forbrug afviger mere end grænsen; lokal medfinansiering under kravet; et felt, hvis fremmøde er under målet, eller hvis tal er for gamle; en beslutning, hvis frist er overskredet; en godkendelse, der afventes. Ansvarlig er milepælens eller beslutningens egen, ellers den, der sidst svarede for feltet ved et møde. Det alvorligste står først; inden for samme alvor det største af hver art."
key        = ["punkt_id"]

[params]
plan           = "planens id"
omraade        = "ingen, et eller flere områder"
indsatsomraade = "ingen, et eller flere indsatsområder"
organisation   = "ingen, en eller flere organisationer"
statusdato     = "den sidste dag i en måned"

[settings]
fremdrift_gul_dage  = "flere dages forsinkelse er gul"
fremdrift_roed_dage = "flere dages forsinkelse er rød"
oekonomi_gul_pct    = "større afvigelse er gul"
oekonomi_roed_pct   = "større afvigelse er rød"
aktivitet_groen_pct = "fra denne procent af målet er grøn"
aktivitet_gul_pct   = "fra denne procent af målet er gul"
medfinansiering_pct = "mindre lokal medfinansiering er gul eller rød"
for_gamle_maaneder  = "ældre tal gør feltet gråt"

[columns]
punkt_id            = { label = "Punkt", unit = "kode" }
art                 = { label = "Art", unit = "kode" }
status              = { label = "Status", unit = "status" }
omraade_id          = { label = "Område", unit = "kode" }
omraade_navn        = { label = "Områdets navn", unit = "tekst" }
indsatsomraade_kode = { label = "Indsatsområde", unit = "kode" }
indsatsomraade_navn = { label = "Indsatsområdets navn", unit = "tekst" }
navn                = { label = "Hvad", unit = "tekst" }
siden_dato          = { label = "Siden", unit = "dato" }
ny_dato             = { label = "Ny dato", unit = "dato" }
dage                = { label = "Dage", unit = "dage" }
beloeb_kr           = { label = "Afvigelse", unit = "kr" }
pct                 = { label = "Procent", unit = "pct" }
fald_i_traek        = { label = "Måneder med fald i træk", unit = "antal" }
ansvarlig_rolle     = { label = "Ansvarlig", unit = "tekst" }
krav_pct            = { label = "Krav", unit = "pct" }
pct_maerke          = { label = "Procent: mærke", unit = "maerke" }
*/
with

milepaele as (
    select
        'milepael:' || milepael_id as punkt_id,
        'milepael' as art,
        case
            when forsinkelse_dage > $fremdrift_roed_dage
                or (er_overskredet and coalesce(forventet_dato <= $statusdato, true)) then 'roed'
            else 'gul'
        end as status,
        omraade_id,
        indsatsomraade_kode,
        navn,
        aftalt_dato as siden_dato,
        case when forventet_dato > $statusdato then forventet_dato end as ny_dato,
        forsinkelse_dage as dage,
        ansvarlig_rolle
    from milepael_opgjort($plan, $omraade, $indsatsomraade, $organisation, $statusdato)
    where not er_bortfaldet and not er_naaet
        and (
            forsinkelse_dage > $fremdrift_gul_dage
            or (er_overskredet and coalesce(forventet_dato <= $statusdato, true))
        )
),

felter as (
    select * from oekonomi_felter($plan, $omraade, $indsatsomraade, $organisation, $statusdato)
),

afvigelser as (
    select
        *,
        prognose_kr - budget_kr as afvigelse_kr,
        cast(abs(prognose_kr - budget_kr) as decimal(18, 2)) * 100 as hundrede_afvigelser,
        cast(omraade_id <> 'ALLE' as integer) + cast(indsatsomraade_kode <> 'ALLE' as integer) as led
    from felter
    where budget_kr > 0
        and coalesce(date_diff('month', nyeste_maaned, $statusdato), 0) <= $for_gamle_maaneder
),

-- A square is named for itself only where neither its area nor its indsatsområde is off course as a whole.
store_afvigelser as (
    select *
    from afvigelser
    where hundrede_afvigelser > budget_kr * $oekonomi_gul_pct
),

oekonomi as (
    select
        'oekonomi:' || s.omraade_id || ':' || s.indsatsomraade_kode as punkt_id,
        'oekonomi' as art,
        case when s.hundrede_afvigelser > s.budget_kr * $oekonomi_roed_pct then 'roed' else 'gul' end as status,
        s.omraade_id,
        s.indsatsomraade_kode,
        s.afvigelse_kr as beloeb_kr,
        100.0 * s.afvigelse_kr / s.budget_kr as pct
    from store_afvigelser as s
    -- The whole is named only where it is the whole plan, and a line that holds all of it says nothing more.
    where (s.led = 0 and len($omraade) + len($indsatsomraade) + len($organisation) = 0)
        or s.led = 1 and not exists (
            select 1
            from store_afvigelser as hele
            where hele.led = 0 and len($omraade) + len($indsatsomraade) + len($organisation) = 0
                and hele.budget_kr = s.budget_kr and hele.prognose_kr = s.prognose_kr
        )
        or s.led = 2 and not exists (
            select 1
            from store_afvigelser as linje
            where linje.led = 1
                and (linje.omraade_id = s.omraade_id or linje.indsatsomraade_kode = s.indsatsomraade_kode)
                and sign(linje.afvigelse_kr) = sign(s.afvigelse_kr)
        )
),

medfinansiering as (
    select
        'medfinansiering' as punkt_id,
        'medfinansiering' as art,
        case
            when forbrug_lukket_aar_kr > 0 and lokalt_lukket_aar_kr * 100 < forbrug_lukket_aar_kr * $medfinansiering_pct
                then 'roed'
            else 'gul'
        end as status,
        case
            when forbrug_lukket_aar_kr > 0 and lokalt_lukket_aar_kr * 100 < forbrug_lukket_aar_kr * $medfinansiering_pct
                then 100.0 * lokalt_lukket_aar_kr / forbrug_lukket_aar_kr
            else 100.0 * lokalt_i_aar_kr / forbrug_i_aar_kr
        end as pct,
        case
            when forbrug_lukket_aar_kr > 0 and lokalt_lukket_aar_kr * 100 < forbrug_lukket_aar_kr * $medfinansiering_pct
                then make_date(year(cast($statusdato as date) + 1) - 1, 1, 1)
            else make_date(year(cast($statusdato as date)), 1, 1)
        end as siden_dato,
        cast($medfinansiering_pct as double) as krav_pct
    from felter
    where omraade_id = 'ALLE' and indsatsomraade_kode = 'ALLE'
        and len($omraade) + len($indsatsomraade) + len($organisation) = 0
        and (
            (forbrug_lukket_aar_kr > 0 and lokalt_lukket_aar_kr * 100 < forbrug_lukket_aar_kr * $medfinansiering_pct)
            or (forbrug_i_aar_kr > 0 and lokalt_i_aar_kr * 100 < forbrug_i_aar_kr * $medfinansiering_pct)
        )
),

maaneder as (
    select
        omraade_id,
        indsatsomraade_kode,
        maaned,
        sum(fremmoeder) as fremmoeder,
        bool_or(fremmoeder_lille) and coalesce(sum(fremmoeder) filter (where not fremmoeder_lille), 0) = 0
            as er_kun_smaa
    from aktivitet_valgt($plan, $omraade, $indsatsomraade, $organisation)
    where last_day(maaned) <= $statusdato and fremmoeder is not null
    group by omraade_id, indsatsomraade_kode, maaned
),

udvikling as (
    select
        *,
        date_diff('month', maaned, $statusdato) as maaneder_siden,
        lag(maaned) over serie = maaned - interval 1 month and fremmoeder < lag(fremmoeder) over serie
            and not er_kun_smaa and not lag(er_kun_smaa) over serie as er_fald
    from maaneder
    window serie as (partition by omraade_id, indsatsomraade_kode order by maaned)
),

-- A fall from or to what rests on small cells alone is no fall anybody can know of.
-- Months in a row, counted back from statusdato: as many as lie after the newest one that is no fall.
fald as (
    select
        omraade_id,
        indsatsomraade_kode,
        case
            when min(maaneder_siden) > 0 then 0
            else coalesce(
                min(maaneder_siden) filter (where not coalesce(er_fald, false)), 0
            )
        end as fald_i_traek
    from udvikling
    group by omraade_id, indsatsomraade_kode
),

aktivitet as (
    select
        'aktivitet:' || a.omraade_id || ':' || a.indsatsomraade_kode as punkt_id,
        case
            when date_diff('month', a.nyeste_maaned, $statusdato) > $for_gamle_maaneder then 'for_gamle_tal'
            else 'aktivitet'
        end as art,
        case
            when date_diff('month', a.nyeste_maaned, $statusdato) > $for_gamle_maaneder then 'graa'
            when a.fremmoeder_pct < $aktivitet_gul_pct then 'roed'
            else 'gul'
        end as status,
        a.omraade_id,
        a.indsatsomraade_kode,
        a.fremmoeder_pct as pct,
        a.fremmoeder_pct_maerke as pct_maerke,
        f.fald_i_traek,
        last_day(a.nyeste_maaned) as siden_dato,
        a.serier_med_maal > 0 as har_maal
    from aktivitet_felter($plan, $omraade, $indsatsomraade, $organisation, $statusdato) as a
    left join fald as f on a.omraade_id = f.omraade_id and a.indsatsomraade_kode = f.indsatsomraade_kode
    where a.omraade_id <> 'ALLE' and a.indsatsomraade_kode <> 'ALLE'
        and (
            a.fremmoeder_pct < $aktivitet_groen_pct
            or date_diff('month', a.nyeste_maaned, $statusdato) > $for_gamle_maaneder
        )
),

beslutninger as (
    select
        'beslutning:' || beslutning_id as punkt_id,
        'beslutning' as art,
        'gul' as status,
        omraade_id,
        emne as navn,
        frist_dato as siden_dato,
        date_diff('day', frist_dato, $statusdato) as dage,
        ansvarlig_rolle
    from beslutning
    where status <> 'bortfaldet'
        and coalesce(udfoert_dato > $statusdato, true)
        and frist_dato < $statusdato
        and i_omraader(omraade_id, $omraade, $organisation)
        and len($indsatsomraade) = 0
),

-- The newest word on each subject, organ and area; awaited means that nothing later is known.
godkendelser as (
    select
        'godkendelse:' || godkendelse_id as punkt_id,
        'godkendelse' as art,
        'graa' as status,
        omraade_id,
        genstand as navn,
        oplyst_dato as siden_dato
    from (
        select
            *,
            row_number() over (
                partition by genstand, omraade_id order by oplyst_dato desc, udfald = 'eventuel', godkendelse_id
            ) as plads
        from godkendelse
        where oplyst_dato <= $statusdato
    ) as g
    where plads = 1 and udfald = 'afventer' and omraade_id is not null
        and i_omraader(omraade_id, $omraade, $organisation)
        and len($indsatsomraade) = 0
),

punkter as (
    select * from milepaele
    union all by name
    select * from oekonomi
    union all by name
    select * from medfinansiering
    union all by name
    select
        punkt_id,
        case when art = 'aktivitet' and not har_maal then 'aktivitet_aaret_foer' else art end as art,
        status,
        omraade_id,
        indsatsomraade_kode,
        pct,
        pct_maerke,
        fald_i_traek,
        siden_dato
    from aktivitet
    union all by name
    select * from beslutninger
    union all by name
    select * from godkendelser
),

-- Who last answered for the square, or for the line of the whole plan; a line of a part of it nobody has assessed.
svarer as (
    select
        v.dimension,
        coalesce(v.omraade_id, 'ALLE') as omraade_id,
        coalesce(v.indsatsomraade_kode, 'ALLE') as indsatsomraade_kode,
        max_by(v.ansvarlig_rolle, (v.dato, v.vurdering_id)) as ansvarlig_rolle
    from statusvurdering as v
    where v.dato <= $statusdato and v.ansvarlig_rolle is not null
        and (v.omraade_id is not null or len($omraade) + len($organisation) = 0)
        and (v.indsatsomraade_kode is not null or len($indsatsomraade) = 0)
    group by v.dimension, v.omraade_id, v.indsatsomraade_kode
),

ordnet as (
    select
        *,
        case status when 'roed' then 1 when 'gul' then 2 else 3 end as alvor,
        case art
            when 'milepael' then 1
            when 'oekonomi' then 2
            when 'medfinansiering' then 3
            when 'aktivitet' then 4
            when 'aktivitet_aaret_foer' then 5
            when 'beslutning' then 6
            when 'for_gamle_tal' then 7
            else 8
        end as artens_plads,
        row_number() over (
            partition by status, art order by abs(beloeb_kr) desc nulls last, dage desc nulls last, pct, punkt_id
        ) as plads_i_arten
    from punkter
)

-- The first of each kind before the second of any: three points should not tell the same story three times.
select
    p.punkt_id,
    p.art,
    p.status,
    p.omraade_id,
    o.navn as omraade_navn,
    p.indsatsomraade_kode,
    k.navn as indsatsomraade_navn,
    p.navn,
    p.siden_dato,
    p.ny_dato,
    p.dage,
    p.beloeb_kr,
    p.pct,
    p.fald_i_traek,
    coalesce(p.ansvarlig_rolle, s.ansvarlig_rolle) as ansvarlig_rolle,
    p.krav_pct,
    p.pct_maerke
from ordnet as p
cross join plan_valgt($plan, $statusdato) as v
left join svarer as s
    on split_part(p.art, '_', 1) = s.dimension
    and p.omraade_id = s.omraade_id and p.indsatsomraade_kode = s.indsatsomraade_kode
left join omraade as o on p.omraade_id = o.omraade_id
left join indsatsomraade as k
    on p.indsatsomraade_kode = k.indsatsomraade_kode and v.bevillingsperiode = k.bevillingsperiode
order by p.alvor, p.plads_i_arten, p.artens_plads, p.punkt_id
