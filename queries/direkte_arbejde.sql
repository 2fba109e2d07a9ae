/*
title      = "Direkte boligsocialt arbejde"
question   = "Hvor stor en del af pengene går til arbejdet ude hos beboerne?"
definition = "De kategorier, som parterne har aftalt at regne for direkte boligsocialt arbejde (en indstilling, vist ved siden af tallet), i forhold til alle kategorier. Budget er over hele planen; budget til dato og forbrug til og med statusdatoen."
key        = ["er_direkte"]

[params]
plan           = "planens id"
omraade        = "ingen, et eller flere områder"
indsatsomraade = "ingen, et eller flere indsatsområder"
organisation   = "ingen, en eller flere organisationer"
statusdato     = "den sidste dag i en måned"

[settings]
direkte_kategorier = "de kategorier, der er direkte boligsocialt arbejde"

[columns]
er_direkte         = { label = "Direkte boligsocialt arbejde", unit = "ja_nej" }
kategorier         = { label = "Kategorier", unit = "tekst" }
forbrug_kr         = { label = "Forbrug", unit = "kr" }
andel_forbrug_pct  = { label = "Andel af forbruget", unit = "pct" }
budget_til_dato_kr = { label = "Budget til dato", unit = "kr" }
budget_kr          = { label = "Korrigeret budget", unit = "kr" }
andel_budget_pct   = { label = "Andel af budgettet", unit = "pct" }
*/
with

opgjort as (
    select
        kategori,
        sum(budget_kr) as budget_kr,
        sum(budget_til_dato_kr) as budget_til_dato_kr,
        sum(forbrug_kr) as forbrug_kr
    from oekonomi_opgjort($plan, $omraade, $indsatsomraade, $organisation, $statusdato)
    group by kategori
),

-- The direct ones stand in the list even before a krone is booked on them: the list is what the parties agreed.
kategorier as (
    select kategori from opgjort
    union
    select unnest(cast($direkte_kategorier as varchar[])) as kategori
),

linjer as (
    select * from (values (true), (false)) as l (er_direkte)
),

lagt_sammen as (
    select
        l.er_direkte,
        string_agg(coalesce(n.navn, k.kategori), ', ' order by coalesce(n.navn, k.kategori) collate da) as kategorier,
        cast(coalesce(sum(o.forbrug_kr), 0) as decimal(18, 2)) as forbrug_kr,
        cast(coalesce(sum(o.budget_til_dato_kr), 0) as decimal(18, 2)) as budget_til_dato_kr,
        cast(coalesce(sum(o.budget_kr), 0) as decimal(18, 2)) as budget_kr
    from linjer as l
    left join kategorier as k on list_contains($direkte_kategorier, k.kategori) = l.er_direkte
    left join opgjort as o on k.kategori = o.kategori
    left join betegnelse as n on n.liste = 'oekonomi.kategori' and k.kategori = n.kode
    group by l.er_direkte
)

select
    er_direkte,
    kategorier,
    forbrug_kr,
    case when sum(forbrug_kr) over () > 0 then 100.0 * forbrug_kr / sum(forbrug_kr) over () end as andel_forbrug_pct,
    budget_til_dato_kr,
    budget_kr,
    case when sum(budget_kr) over () > 0 then 100.0 * budget_kr / sum(budget_kr) over () end as andel_budget_pct
from lagt_sammen
order by er_direkte desc
