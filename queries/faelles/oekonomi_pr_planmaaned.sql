/*
title      = "Det valgtes beløb i hver af planens måneder"
definition = "Alle planens måneder, også dem uden beløb. Det ventede løber fra statusdatoen til planens sidste måned og ender præcis i forventet forbrug: forbruget til dato med restprognosen til og med måneden; uden restprognose med takten gange de måneder, der er gået siden statusdatoen. Uden prognose intet tal."
arguments  = ["plan_", "omraade", "indsatsomraade", "organisation", "statusdato"]
*/
select
    m.maaned,
    last_day(m.maaned) <= statusdato as er_gaaet,
    coalesce(m.budget_oprindeligt_kr, 0) as budget_oprindeligt_kr,
    coalesce(m.budget_kr, 0) as budget_kr,
    coalesce(m.forbrug_kr, 0) as forbrug_kr,
    coalesce(m.lokalt_budget_kr, 0) as lokalt_budget_kr,
    coalesce(m.lokalt_forbrug_kr, 0) as lokalt_forbrug_kr,
    coalesce(m.lokalt_kontant_kr, 0) as lokalt_kontant_kr,
    coalesce(m.lokalt_naturalier_kr, 0) as lokalt_naturalier_kr,
    sum(coalesce(m.budget_oprindeligt_kr, 0)) over til_maaneden as budget_oprindeligt_akkumuleret_kr,
    sum(coalesce(m.budget_kr, 0)) over til_maaneden as budget_akkumuleret_kr,
    sum(coalesce(m.forbrug_kr, 0)) over til_maaneden as forbrug_akkumuleret_kr,
    case when last_day(m.maaned) > statusdato then prognose_kr(
        sum(coalesce(m.forbrug_kr, 0)) over (),
        sum(coalesce(m.rest_kr, 0)) over til_maaneden,
        sum(coalesce(m.takt_kr, 0)) over (),
        sum(coalesce(m.forbrugsposter, 0)) over (),
        m.har_restprognose,
        m.takt_maaneder,
        date_diff('month', statusdato, m.maaned)
    ) end as forventet_akkumuleret_kr
from (
    select
        pm.maaned,
        any_value(pm.har_restprognose) as har_restprognose,
        any_value(pm.takt_maaneder) as takt_maaneder,
        sum(o.budget_oprindeligt_kr) as budget_oprindeligt_kr,
        sum(o.budget_kr) as budget_kr,
        sum(o.forbrug_kr) as forbrug_kr,
        sum(o.rest_kr) as rest_kr,
        sum(o.takt_kr) as takt_kr,
        sum(o.forbrugsposter) as forbrugsposter,
        sum(o.budget_kr) filter (where o.er_lokal) as lokalt_budget_kr,
        sum(o.forbrug_kr) filter (where o.er_lokal) as lokalt_forbrug_kr,
        sum(o.forbrug_kr) filter (where o.er_lokal and o.form = 'kontant') as lokalt_kontant_kr,
        sum(o.forbrug_kr) filter (where o.er_lokal and o.form = 'naturalier') as lokalt_naturalier_kr
    from (
        select
            cast(unnest(generate_series(
                cast(p.foerste_maaned as timestamp), cast(p.sidste_maaned as timestamp), interval 1 month
            )) as date) as maaned,
            p.har_restprognose,
            p.takt_maaneder
        from plan_valgt(plan_, statusdato) as p
    ) as pm
    left join oekonomi_opgjort(plan_, omraade, indsatsomraade, organisation, statusdato) as o on pm.maaned = o.maaned
    group by pm.maaned
) as m
window til_maaneden as (order by m.maaned)
