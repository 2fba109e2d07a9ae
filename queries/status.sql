/*
title      = "Status pr. område og indsatsområde"
question   = "Hvor følger vi planen, og hvor kræver det opmærksomhed eller handling?"
definition = "Beregnet pr. felt af område × indsatsområde. FAELLES er rækken uden område og kolonnen uden indsatsområde, FYSISK er det fysiske spors milepæle, ALLE er totaler. Fremdrift: den værste milepæl, der hverken er nået eller bortfaldet. Økonomi: forventet forbrug i forhold til budgettet, begge veje; for hele planen også den lokale medfinansiering af det bogførte forbrug. Aktivitet: fremmøder i forhold til mål. Felter med tal, der er for gamle, er grå. Fremdrift har ingen samlet status, kun antal felter af hver farve."
key        = ["omraade_id", "indsatsomraade_kode", "dimension"]

[params]
plan           = "planens id"
omraade        = "ingen, et eller flere områder"
indsatsomraade = "ingen, et eller flere indsatsområder"
organisation   = "ingen, en eller flere organisationer"
statusdato     = "den sidste dag i en måned"

[settings]
fremdrift_gul_dage   = "flere dages forsinkelse er gul"
fremdrift_roed_dage  = "flere dages forsinkelse er rød"
oekonomi_gul_pct     = "større afvigelse er gul"
oekonomi_roed_pct    = "større afvigelse er rød"
aktivitet_groen_pct  = "fra denne procent af målet er grøn"
aktivitet_gul_pct    = "fra denne procent af målet er gul"
medfinansiering_pct  = "mindre lokal medfinansiering er gul eller rød"
for_gamle_maaneder   = "ældre tal gør feltet gråt"
takt_mindst_maaneder = "færre måneder giver ingen takt at dømme efter"

[columns]
omraade_id          = { label = "Område", unit = "kode" }
indsatsomraade_kode = { label = "Indsatsområde", unit = "kode" }
dimension           = { label = "Dimension", unit = "kode" }
status              = { label = "Status", unit = "status" }
antal_groen         = { label = "Grønne felter", unit = "antal" }
antal_gul           = { label = "Gule felter", unit = "antal" }
antal_roed          = { label = "Røde felter", unit = "antal" }
antal_graa          = { label = "Grå felter", unit = "antal" }
aarsag              = { label = "Årsag", unit = "kode" }
status_maerke       = { label = "Status: mærke", unit = "maerke" }
*/
with

den_valgte as (
    select * from plan_valgt($plan, $statusdato)
),

gitter as (
    select o.omraade_id, k.indsatsomraade_kode
    from planens_omraader($plan) as o
    inner join omraade using (omraade_id)
    cross join indsatsomraade as k
    inner join den_valgte as p on k.bevillingsperiode = p.bevillingsperiode
    where i_omraader(o.omraade_id, $omraade, $organisation)
        and i_indsatsomraader(k.indsatsomraade_kode, $indsatsomraade)
),

milepaele as (
    select
        coalesce(omraade_id, 'FAELLES') as omraade_id,
        case when spor = 'fysisk' then 'FYSISK' else coalesce(indsatsomraade_kode, 'FAELLES') end as indsatsomraade_kode,
        er_naaet,
        er_overskredet,
        forsinkelse_dage,
        forventet_dato
    from milepael_opgjort($plan, $omraade, $indsatsomraade, $organisation, $statusdato)
    where not er_bortfaldet
),

fremdrift_tal as (
    select
        omraade_id,
        indsatsomraade_kode,
        count(*) as antal,
        count(*) filter (where not er_naaet) as aabne,
        max(forsinkelse_dage) filter (where not er_naaet) as vaerste_dage,
        coalesce(bool_or(er_overskredet and coalesce(forventet_dato <= $statusdato, true)), false) as uden_ny_dato
    from milepaele
    group by omraade_id, indsatsomraade_kode
),

fremdrift as (
    select
        omraade_id,
        indsatsomraade_kode,
        'fremdrift' as dimension,
        case
            when antal is null then 'graa'
            when aabne = 0 then 'groen'
            when uden_ny_dato or vaerste_dage > $fremdrift_roed_dage then 'roed'
            when vaerste_dage > $fremdrift_gul_dage then 'gul'
            else 'groen'
        end as status,
        case
            when antal is null then 'ingen_milepaele'
            when aabne = 0 then 'alle_naaet'
            when uden_ny_dato then 'ingen_ny_dato'
            when vaerste_dage > $fremdrift_gul_dage then 'forsinket'
            else 'til_tiden'
        end as aarsag
    from gitter
    full join fremdrift_tal using (omraade_id, indsatsomraade_kode)
),

oekonomi_afvigelse as (
    select
        *,
        -- Compared as products of decimals, so that exactly 5 % is not 5,000…1 %.
        cast(abs(prognose_kr - budget_kr) as decimal(18, 2)) * 100 as hundrede_afvigelser,
        case
            when omraade_id <> 'ALLE' or indsatsomraade_kode <> 'ALLE' then 0
            when len($omraade) + len($indsatsomraade) + len($organisation) > 0 then 0
            when forbrug_lukket_aar_kr > 0 and lokalt_lukket_aar_kr * 100 < forbrug_lukket_aar_kr * $medfinansiering_pct
                then 2
            when forbrug_i_aar_kr > 0 and lokalt_i_aar_kr * 100 < forbrug_i_aar_kr * $medfinansiering_pct then 1
            else 0
        end as medfinansiering
    from oekonomi_felter($plan, $omraade, $indsatsomraade, $organisation, $statusdato)
),

oekonomi_for_sig as (
    select
        *,
        case
            when budget_kr is null or budget_kr <= 0 then 'intet_budget'
            when prognose_kr is null then 'ingen_prognose'
            when not har_restprognose and takt_maaneder < $takt_mindst_maaneder then 'for_kort_takt'
            when date_diff('month', nyeste_maaned, $statusdato) > $for_gamle_maaneder then 'for_gamle_tal'
            when hundrede_afvigelser <= budget_kr * $oekonomi_gul_pct then 'inden_for'
            when prognose_kr < budget_kr then 'mindreforbrug'
            else 'merforbrug'
        end as afvigelse_aarsag
    from oekonomi_afvigelse
),

oekonomi_raekker as (
    select
        coalesce(g.omraade_id, o.omraade_id) as omraade_id,
        coalesce(g.indsatsomraade_kode, o.indsatsomraade_kode) as indsatsomraade_kode,
        coalesce(o.afvigelse_aarsag, 'intet_budget') as afvigelse_aarsag,
        coalesce(o.medfinansiering, 0) as medfinansiering,
        case
            when coalesce(o.afvigelse_aarsag, 'intet_budget') in (
                'intet_budget', 'ingen_prognose', 'for_kort_takt', 'for_gamle_tal'
            ) then -1
            when o.hundrede_afvigelser <= o.budget_kr * $oekonomi_gul_pct then 0
            when o.hundrede_afvigelser <= o.budget_kr * $oekonomi_roed_pct then 1
            else 2
        end as afvigelse
    from gitter as g
    full join oekonomi_for_sig as o using (omraade_id, indsatsomraade_kode)
),

oekonomi as (
    select
        omraade_id,
        indsatsomraade_kode,
        'oekonomi' as dimension,
        case
            when medfinansiering > 0 and medfinansiering > afvigelse
                then case medfinansiering when 1 then 'gul' else 'roed' end
            else case afvigelse when -1 then 'graa' when 0 then 'groen' when 1 then 'gul' else 'roed' end
        end as status,
        case when medfinansiering > 0 and medfinansiering > afvigelse then 'medfinansiering' else afvigelse_aarsag end
            as aarsag
    from oekonomi_raekker
),

aktivitet as (
    select
        coalesce(g.omraade_id, a.omraade_id) as omraade_id,
        coalesce(g.indsatsomraade_kode, a.indsatsomraade_kode) as indsatsomraade_kode,
        'aktivitet' as dimension,
        case
            when date_diff('month', nyeste_maaned, $statusdato) > $for_gamle_maaneder then 'graa'
            when fremmoeder_pct is null then 'graa'
            when fremmoeder_pct >= $aktivitet_groen_pct then 'groen'
            when fremmoeder_pct >= $aktivitet_gul_pct then 'gul'
            else 'roed'
        end as status,
        case
            when date_diff('month', nyeste_maaned, $statusdato) > $for_gamle_maaneder then 'for_gamle_tal'
            when fremmoeder_pct is null and fremmoeder_pct_maerke = 'skjult' then 'skjult'
            when fremmoeder_pct is null then 'intet_at_sammenligne'
            when fremmoeder_pct >= $aktivitet_groen_pct then 'naar_maal'
            else 'under_maal'
        end as aarsag,
        case when fremmoeder_pct is not null then fremmoeder_pct_maerke end as pct_maerke
    from gitter as g
    full join aktivitet_felter($plan, $omraade, $indsatsomraade, $organisation, $statusdato) as a
        using (omraade_id, indsatsomraade_kode)
),

alle as (
    select * from fremdrift
    union all by name
    select * from oekonomi
    union all by name
    select * from aktivitet
),

-- A line's totals are counted over its squares; a total has a status of its own only for money and activity.
optalt as (
    select
        case when grouping(omraade_id) = 1 then 'ALLE' else omraade_id end as omraade_id,
        case when grouping(indsatsomraade_kode) = 1 then 'ALLE' else indsatsomraade_kode end as indsatsomraade_kode,
        dimension,
        count(*) filter (where status = 'groen') as antal_groen,
        count(*) filter (where status = 'gul') as antal_gul,
        count(*) filter (where status = 'roed') as antal_roed,
        count(*) filter (where status = 'graa') as antal_graa
    from alle
    where omraade_id <> 'ALLE' and indsatsomraade_kode <> 'ALLE'
    group by grouping sets (
        (omraade_id, indsatsomraade_kode, dimension), (omraade_id, dimension), (indsatsomraade_kode, dimension),
        (dimension)
    )
),

-- A choice without any square still has its three totals.
linjer as (
    select * from optalt
    union all
    select 'ALLE', 'ALLE', d.dimension, 0, 0, 0, 0
    from (values ('fremdrift'), ('oekonomi'), ('aktivitet')) as d(dimension)
    where d.dimension not in (select o.dimension from optalt as o)
)

select
    t.omraade_id,
    t.indsatsomraade_kode,
    t.dimension,
    -- A line without a single row of money or activity is grey; a line's fremdrift has no status at all.
    case when t.dimension = 'fremdrift' then a.status else coalesce(a.status, 'graa') end as status,
    t.antal_groen,
    t.antal_gul,
    t.antal_roed,
    t.antal_graa,
    case t.dimension
        when 'oekonomi' then coalesce(a.aarsag, 'intet_budget')
        when 'aktivitet' then coalesce(a.aarsag, 'intet_at_sammenligne')
        else a.aarsag
    end as aarsag,
    -- Of a status that is known: it rests on small figures that are rounded.
    case when a.aarsag in ('naar_maal', 'under_maal') then a.pct_maerke end as status_maerke
from linjer as t
left join alle as a using (omraade_id, indsatsomraade_kode, dimension)
order by t.omraade_id, t.indsatsomraade_kode, t.dimension
