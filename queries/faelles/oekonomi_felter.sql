/*
title      = "Det valgtes økonomi pr. felt, linje og i alt"
definition = "Én række pr. område × indsatsområde, pr. område, pr. indsatsområde og for det hele; ALLE står for en sammenlagt led, FAELLES for beløb uden område og for fælles udgifter. Kalenderårets lokale andel er for det hele valg."
arguments  = ["plan_", "omraade", "indsatsomraade", "organisation", "statusdato"]
*/
select
    case when grouping(f.omraade_id) = 1 then 'ALLE' else f.omraade_id end as omraade_id,
    case when grouping(f.indsatsomraade_kode) = 1 then 'ALLE' else f.indsatsomraade_kode end as indsatsomraade_kode,
    cast(sum(f.budget_kr) as decimal(18, 2)) as budget_kr,
    cast(sum(f.forbrug_kr) as decimal(18, 2)) as forbrug_kr,
    cast(sum(f.budget_til_dato_kr) as decimal(18, 2)) as budget_til_dato_kr,
    cast(prognose_kr(
        sum(f.forbrug_kr), sum(f.rest_kr), sum(f.takt_kr), sum(f.forbrugsposter),
        any_value(p.har_restprognose), any_value(p.takt_maaneder), any_value(p.maaneder_tilbage)
    ) as decimal(18, 2)) as prognose_kr,
    max(f.forbrugsmaaned) as nyeste_maaned,
    any_value(p.har_restprognose) as har_restprognose,
    any_value(p.takt_maaneder) as takt_maaneder,
    cast(coalesce(sum(f.forbrug_kr) filter (where f.er_lokal and year(f.maaned) = year(statusdato)), 0) as decimal(18, 2))
        as lokalt_i_aar_kr,
    cast(sum(f.forbrug_kr) filter (where year(f.maaned) = year(statusdato)) as decimal(18, 2)) as forbrug_i_aar_kr,
    cast(coalesce(sum(f.forbrug_kr) filter (
        where f.er_lokal and year(f.maaned) = year(statusdato + 1) - 1
    ), 0) as decimal(18, 2)) as lokalt_lukket_aar_kr,
    cast(sum(f.forbrug_kr) filter (where year(f.maaned) = year(statusdato + 1) - 1) as decimal(18, 2))
        as forbrug_lukket_aar_kr
from (
    select o.* replace (coalesce(o.omraade_id, 'FAELLES') as omraade_id)
    from oekonomi_opgjort(plan_, omraade, indsatsomraade, organisation, statusdato) as o
) as f
cross join plan_valgt(plan_, statusdato) as p
group by grouping sets ((f.omraade_id, f.indsatsomraade_kode), (f.omraade_id), (f.indsatsomraade_kode), ())
