/*
title      = "Økonomi pr. måned"
question   = "Hvordan er budget og forbrug gået måned for måned?"
definition = "Poster fordeles på deres måneder efter dage; før planens første måned tæller i den første, efter dens sidste i den sidste. De akkumulerede beløb løber fra planens begyndelse. Forbrug efter statusdatoen vises ikke."
key        = ["maaned"]

[params]
plan           = "planens id"
omraade        = "ingen, et eller flere områder"
indsatsomraade = "ingen, et eller flere indsatsområder"
organisation   = "ingen, en eller flere organisationer"
fra            = "den første måned, ÅÅÅÅ-MM"
til            = "den sidste måned, ÅÅÅÅ-MM"
statusdato     = "den sidste dag i en måned"

[columns]
maaned                 = { label = "Måned", unit = "maaned" }
budget_kr              = { label = "Budget", unit = "kr" }
forbrug_kr             = { label = "Forbrug", unit = "kr" }
forbrug_akkumuleret_kr = { label = "Forbrug siden planens start", unit = "kr" }
budget_akkumuleret_kr  = { label = "Budget siden planens start", unit = "kr" }
*/
with

beloeb as (
    select
        maaned,
        sum(budget_kr) as budget_kr,
        sum(forbrug_kr) as forbrug_kr
    from oekonomi_opgjort($plan, $omraade, $indsatsomraade, $organisation, $statusdato)
    group by maaned
),

-- Months from the plan's first on, so that what is accumulated never depends on the chosen period.
maaneder as (
    select cast(unnest(generate_series(
        cast(least(foerste_maaned, $fra) as timestamp), cast($til as timestamp), interval 1 month
    )) as date) as maaned
    from plan_valgt($plan, $statusdato)
),

loebende as (
    select
        m.maaned,
        coalesce(b.budget_kr, 0) as budget_kr,
        coalesce(b.forbrug_kr, 0) as forbrug_kr,
        sum(coalesce(b.budget_kr, 0)) over (order by m.maaned) as budget_akkumuleret_kr,
        sum(coalesce(b.forbrug_kr, 0)) over (order by m.maaned) as forbrug_akkumuleret_kr
    from maaneder as m
    left join beloeb as b on m.maaned = b.maaned
)

select
    strftime(maaned, '%Y-%m') as maaned,
    cast(budget_kr as decimal(18, 2)) as budget_kr,
    case when maaned <= $statusdato then cast(forbrug_kr as decimal(18, 2)) end as forbrug_kr,
    case when maaned <= $statusdato then cast(forbrug_akkumuleret_kr as decimal(18, 2)) end as forbrug_akkumuleret_kr,
    cast(budget_akkumuleret_kr as decimal(18, 2)) as budget_akkumuleret_kr
from loebende
where maaned between $fra and $til
order by maaned
