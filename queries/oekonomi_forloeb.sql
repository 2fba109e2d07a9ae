/*
title      = "Planens penge fra begyndelse til slutning"
question   = "Hvordan løber budget og forbrug siden planens begyndelse, og hvor ventes forbruget at ende?"
definition = "Alle planens måneder, hver med beløbet siden planens begyndelse. Poster fordeles på deres måneder efter dage. Forbruget går til statusdatoen. Det ventede begynder i statusdatoens måned og ender i forventet forbrug ved planens udløb: forbrug plus restprognosen måned for måned; uden restprognose videreføres takten i de seneste seks måneder. Periodefilteret ændrer ikke forløbet."
key        = ["maaned"]

[params]
plan           = "planens id"
omraade        = "ingen, et eller flere områder"
indsatsomraade = "ingen, et eller flere indsatsområder"
organisation   = "ingen, en eller flere organisationer"
statusdato     = "den sidste dag i en måned"

[columns]
maaned                            = { label = "Måned", unit = "maaned" }
budget_oprindeligt_akkumuleret_kr = { label = "Oprindeligt budget siden planens start", unit = "kr" }
budget_akkumuleret_kr             = { label = "Korrigeret budget siden planens start", unit = "kr" }
forbrug_akkumuleret_kr            = { label = "Forbrug siden planens start", unit = "kr" }
forventet_akkumuleret_kr          = { label = "Forventet forbrug siden planens start", unit = "kr" }
*/
with

maaneder as (
    select
        *,
        -- The expected line begins where what is spent ends, so that the two meet on the chart.
        coalesce(lead(er_gaaet) over (order by maaned), true) as naeste_er_gaaet,
        lead(forventet_akkumuleret_kr) over (order by maaned) as naeste_forventet_kr
    from oekonomi_pr_planmaaned($plan, $omraade, $indsatsomraade, $organisation, $statusdato)
)

select
    strftime(maaned, '%Y-%m') as maaned,
    cast(budget_oprindeligt_akkumuleret_kr as decimal(18, 2)) as budget_oprindeligt_akkumuleret_kr,
    cast(budget_akkumuleret_kr as decimal(18, 2)) as budget_akkumuleret_kr,
    case when er_gaaet then cast(forbrug_akkumuleret_kr as decimal(18, 2)) end as forbrug_akkumuleret_kr,
    cast(case
        when er_gaaet and not naeste_er_gaaet and naeste_forventet_kr is not null then forbrug_akkumuleret_kr
        else forventet_akkumuleret_kr
    end as decimal(18, 2)) as forventet_akkumuleret_kr
from maaneder
order by maaned
