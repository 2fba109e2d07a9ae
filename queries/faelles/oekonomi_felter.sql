/*
title      = "Det valgtes økonomi pr. felt, linje og i alt"
definition = "Én række pr. område × indsatsområde, pr. område, pr. indsatsområde og for det hele; ALLE står for en sammenlagt led, FAELLES for beløb uden område og for fælles udgifter. Kalenderårets lokale andel er for det hele valg."
arguments  = ["plan_", "omraade", "indsatsomraade", "organisation", "statusdato"]
*/
select
    f.* exclude (rest_kr, takt_kr, forbrugsposter, maaneder_tilbage),
    cast(prognose_kr(
        f.forbrug_kr, f.rest_kr, f.takt_kr, f.forbrugsposter, f.har_restprognose, f.takt_maaneder, f.maaneder_tilbage
    ) as decimal(18, 2)) as prognose_kr
from (
    select
        case when grouping(o.omraade_id) = 1 then 'ALLE' else o.omraade_id end as omraade_id,
        case when grouping(o.indsatsomraade_kode) = 1 then 'ALLE' else o.indsatsomraade_kode end as indsatsomraade_kode,
        cast(sum(o.budget_kr) as decimal(18, 2)) as budget_kr,
        cast(sum(o.forbrug_kr) as decimal(18, 2)) as forbrug_kr,
        cast(sum(o.budget_til_dato_kr) as decimal(18, 2)) as budget_til_dato_kr,
        sum(o.rest_kr) as rest_kr,
        sum(o.takt_kr) as takt_kr,
        sum(o.forbrugsposter) as forbrugsposter,
        max(o.forbrugsmaaned) as nyeste_maaned,
        any_value(o.har_restprognose) as har_restprognose,
        any_value(o.takt_maaneder) as takt_maaneder,
        any_value(o.maaneder_tilbage) as maaneder_tilbage,
        cast(coalesce(sum(o.forbrug_kr) filter (where o.er_lokal and o.er_i_aar), 0) as decimal(18, 2))
            as lokalt_i_aar_kr,
        cast(sum(o.forbrug_kr) filter (where o.er_i_aar) as decimal(18, 2)) as forbrug_i_aar_kr,
        cast(coalesce(sum(o.forbrug_kr) filter (where o.er_lokal and o.er_i_lukket_aar), 0) as decimal(18, 2))
            as lokalt_lukket_aar_kr,
        cast(sum(o.forbrug_kr) filter (where o.er_i_lukket_aar) as decimal(18, 2)) as forbrug_lukket_aar_kr
    from (
        select
            a.* replace (coalesce(a.omraade_id, 'FAELLES') as omraade_id),
            year(a.maaned) = year(statusdato) as er_i_aar,
            year(a.maaned) = year(statusdato + 1) - 1 as er_i_lukket_aar
        from oekonomi_opgjort(plan_, omraade, indsatsomraade, organisation, statusdato) as a
    ) as o
    group by grouping sets ((o.omraade_id, o.indsatsomraade_kode), (o.omraade_id), (o.indsatsomraade_kode), ())
) as f
