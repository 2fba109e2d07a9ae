/*
title      = "Indsatsens penge pr. kalenderår"
question   = "Hvad er der budgetteret til indsatsen, og hvad er der brugt, år for år?"
definition = "Indsatsens egne poster, lagt sammen pr. kalenderår og uden kategori, fordi løn kan være en enkelt medarbejders. Har planen et korrigeret budget, er det det, der gælder. Forbruget er alt det bogførte i året; år efter statusdatoens er tomme. Valg af område ændrer ikke tallene."
key        = ["aar"]

[params]
plan           = "planens id"
indsats        = "indsatsens id"
statusdato     = "den sidste dag i en måned"

[columns]
aar        = { label = "Kalenderår", unit = "aar" }
budget_kr  = { label = "Budget", unit = "kr" }
forbrug_kr = { label = "Forbrug", unit = "kr" }
*/
select
    aar,
    cast(coalesce(sum(beloeb_kr) filter (where er_gaeldende_budget), 0) as decimal(18, 2)) as budget_kr,
    case
        when aar <= year(cast($statusdato as date))
            then cast(coalesce(sum(beloeb_kr) filter (where type = 'forbrug'), 0) as decimal(18, 2))
    end as forbrug_kr
from oekonomi_indsats_aar
where helhedsplan_id = $plan and indsats_id = $indsats
group by aar
order by aar
