/*
title      = "Økonomi pr. form: kontant og naturalier"
question   = "Hvor meget bidrages kontant, og hvor meget i naturalier?"
definition = "Naturalier er det, en part stiller til rådighed i stedet for penge, fx timer eller lokaler. Lokalt er alle bidragydere undtagen Landsbyggefonden. Andelene er af samme parts beløb i alt: hvor stor en del af det lokale bidrag, der er naturalier. Budget til dato og forbrug er til og med statusdatoen."
key        = ["er_lokal", "form"]

[params]
plan           = "planens id"
omraade        = "ingen, et eller flere områder"
indsatsomraade = "ingen, et eller flere indsatsområder"
organisation   = "ingen, en eller flere organisationer"
statusdato     = "den sidste dag i en måned"

[columns]
er_lokal           = { label = "Lokalt", unit = "ja_nej" }
form               = { label = "Form", unit = "kode" }
navn               = { label = "Form", unit = "tekst" }
budget_kr          = { label = "Korrigeret budget", unit = "kr" }
budget_til_dato_kr = { label = "Budget til dato", unit = "kr" }
forbrug_kr         = { label = "Forbrug", unit = "kr" }
andel_budget_pct   = { label = "Andel af partens budget", unit = "pct" }
andel_forbrug_pct  = { label = "Andel af partens forbrug", unit = "pct" }
*/
with

lagt_sammen as (
    select
        er_lokal,
        form,
        cast(sum(budget_kr) as decimal(18, 2)) as budget_kr,
        cast(sum(budget_til_dato_kr) as decimal(18, 2)) as budget_til_dato_kr,
        cast(sum(forbrug_kr) as decimal(18, 2)) as forbrug_kr
    from oekonomi_opgjort($plan, $omraade, $indsatsomraade, $organisation, $statusdato)
    group by er_lokal, form
),

i_alt as (
    select
        er_lokal,
        sum(budget_kr) as budget_kr,
        sum(forbrug_kr) as forbrug_kr
    from lagt_sammen
    group by er_lokal
)

select
    s.er_lokal,
    s.form,
    coalesce(n.navn, s.form) as navn,
    s.budget_kr,
    s.budget_til_dato_kr,
    s.forbrug_kr,
    case when i.budget_kr > 0 then 100.0 * s.budget_kr / i.budget_kr end as andel_budget_pct,
    case when i.forbrug_kr > 0 then 100.0 * s.forbrug_kr / i.forbrug_kr end as andel_forbrug_pct
from lagt_sammen as s
inner join i_alt as i on s.er_lokal = i.er_lokal
left join betegnelse as n on n.liste = 'oekonomi.form' and s.form = n.kode
order by s.er_lokal desc, s.form
