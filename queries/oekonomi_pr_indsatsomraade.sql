/*
title      = "Økonomi pr. indsatsområde"
question   = "Hvor meget er brugt og ventes brugt i hvert indsatsområde?"
definition = "Budgettet er det korrigerede, hvor planen har et, ellers det oprindelige, over hele planen. Til dato er måneder til og med statusdatoen. Forventet forbrug er forbrug plus restprognose efter statusdatoen; uden restprognose videreføres takten i de seneste seks måneder. Fælles (FAELLES) er en linje for sig."
key        = ["indsatsomraade_kode"]

[params]
plan           = "planens id"
omraade        = "ingen, et eller flere områder"
indsatsomraade = "ingen, et eller flere indsatsområder"
organisation   = "ingen, en eller flere organisationer"
statusdato     = "den sidste dag i en måned"

[columns]
indsatsomraade_kode    = { label = "Indsatsområde", unit = "kode" }
navn                   = { label = "Indsatsområdets navn", unit = "tekst" }
budget_kr              = { label = "Korrigeret budget", unit = "kr" }
budget_til_dato_kr     = { label = "Budget til dato", unit = "kr" }
forbrug_kr             = { label = "Forbrug", unit = "kr" }
prognose_kr            = { label = "Forventet forbrug", unit = "kr" }
budget_oprindeligt_kr  = { label = "Oprindeligt budget", unit = "kr" }
disponeret_kr          = { label = "Disponeret", unit = "kr" }
prognoseafvigelse_kr   = { label = "Forventet afvigelse", unit = "kr" }
prognoseafvigelse_pct  = { label = "Forventet afvigelse", unit = "pct" }
til_dato_afvigelse_kr  = { label = "Forbrug mod budget til dato", unit = "kr" }
til_dato_afvigelse_pct = { label = "Forbrug mod budget til dato", unit = "pct" }
*/
with

opgjort as (
    select
        indsatsomraade_kode,
        cast(sum(budget_kr) as decimal(18, 2)) as budget_kr,
        cast(sum(budget_til_dato_kr) as decimal(18, 2)) as budget_til_dato_kr,
        cast(sum(forbrug_kr) as decimal(18, 2)) as forbrug_kr,
        cast(prognose_kr(
            sum(forbrug_kr), sum(rest_kr), sum(takt_kr), sum(forbrugsposter),
            any_value(har_restprognose), any_value(takt_maaneder), any_value(maaneder_tilbage)
        ) as decimal(18, 2)) as prognose_kr,
        cast(sum(budget_oprindeligt_kr) as decimal(18, 2)) as budget_oprindeligt_kr,
        cast(sum(disponeret_kr) as decimal(18, 2)) as disponeret_kr
    from oekonomi_opgjort($plan, $omraade, $indsatsomraade, $organisation, $statusdato)
    group by indsatsomraade_kode
)

select
    o.indsatsomraade_kode,
    n.navn as navn,
    o.budget_kr,
    o.budget_til_dato_kr,
    o.forbrug_kr,
    o.prognose_kr,
    o.budget_oprindeligt_kr,
    o.disponeret_kr,
    o.prognose_kr - o.budget_kr as prognoseafvigelse_kr,
    case when o.budget_kr > 0 then 100.0 * (o.prognose_kr - o.budget_kr) / o.budget_kr end as prognoseafvigelse_pct,
    o.forbrug_kr - o.budget_til_dato_kr as til_dato_afvigelse_kr,
    case
        when o.budget_til_dato_kr > 0 then 100.0 * (o.forbrug_kr - o.budget_til_dato_kr) / o.budget_til_dato_kr
    end as til_dato_afvigelse_pct
from opgjort as o
cross join plan_valgt($plan, $statusdato) as p
left join indsatsomraade as n
    on o.indsatsomraade_kode = n.indsatsomraade_kode and p.bevillingsperiode = n.bevillingsperiode
order by n.sortering nulls last, o.indsatsomraade_kode
