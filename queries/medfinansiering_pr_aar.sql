/*
title      = "Lokal medfinansiering pr. kalenderår"
question   = "Bidrager de lokale parter med den andel, der kræves, i hvert kalenderår?"
definition = "Lokal medfinansiering er alle bidragydere undtagen Landsbyggefonden, i forhold til alle bidragydere, kontant og naturalier under ét. Kun planens måneder tæller; forbrug til og med statusdatoen. Et år, der ikke er begyndt, har intet forbrug endnu. En andel gives kun, hvor beløbet i alt er over 0."
key        = ["aar"]

[params]
plan           = "planens id"
omraade        = "ingen, et eller flere områder"
indsatsomraade = "ingen, et eller flere indsatsområder"
organisation   = "ingen, en eller flere organisationer"
statusdato     = "den sidste dag i en måned"

[settings]
medfinansiering_pct = "den andel, der mindst kræves"

[columns]
aar                         = { label = "Kalenderår", unit = "aar" }
er_gaaet                    = { label = "Året er gået", unit = "ja_nej" }
medfinansiering_forbrug_pct = { label = "Lokal medfinansiering af forbruget", unit = "pct" }
medfinansiering_budget_pct  = { label = "Lokal medfinansiering af budgettet", unit = "pct" }
krav_pct                    = { label = "Krav", unit = "pct" }
lokalt_forbrug_kr           = { label = "Forbrug betalt lokalt", unit = "kr" }
lokalt_kontant_kr           = { label = "heraf kontant", unit = "kr" }
lokalt_naturalier_kr        = { label = "heraf naturalier", unit = "kr" }
forbrug_kr                  = { label = "Forbrug i alt", unit = "kr" }
lokalt_budget_kr            = { label = "Budget aftalt lokalt", unit = "kr" }
budget_kr                   = { label = "Budget i alt", unit = "kr" }
*/
with

lagt_sammen as (
    select
        cast(year(maaned) as bigint) as aar,
        bool_and(er_gaaet) as er_gaaet,
        cast(sum(lokalt_forbrug_kr) filter (where er_gaaet) as decimal(18, 2)) as lokalt_forbrug_kr,
        cast(sum(lokalt_kontant_kr) filter (where er_gaaet) as decimal(18, 2)) as lokalt_kontant_kr,
        cast(sum(lokalt_naturalier_kr) filter (where er_gaaet) as decimal(18, 2)) as lokalt_naturalier_kr,
        cast(sum(forbrug_kr) filter (where er_gaaet) as decimal(18, 2)) as forbrug_kr,
        cast(sum(lokalt_budget_kr) as decimal(18, 2)) as lokalt_budget_kr,
        cast(sum(budget_kr) as decimal(18, 2)) as budget_kr
    from oekonomi_pr_planmaaned($plan, $omraade, $indsatsomraade, $organisation, $statusdato)
    group by year(maaned)
)

select
    aar,
    er_gaaet,
    case when forbrug_kr > 0 then 100.0 * lokalt_forbrug_kr / forbrug_kr end as medfinansiering_forbrug_pct,
    case when budget_kr > 0 then 100.0 * lokalt_budget_kr / budget_kr end as medfinansiering_budget_pct,
    cast($medfinansiering_pct as double) as krav_pct,
    lokalt_forbrug_kr,
    lokalt_kontant_kr,
    lokalt_naturalier_kr,
    forbrug_kr,
    lokalt_budget_kr,
    budget_kr
from lagt_sammen
order by aar
