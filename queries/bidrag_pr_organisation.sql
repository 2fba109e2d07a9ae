/*
title      = "Bidrag pr. organisation"
question   = "Bidrager hver part, som det er aftalt, kontant og i naturalier?"
definition = "Aftalt til dato er det gældende budget til og med statusdatoen; bidraget er forbruget til og med statusdatoen. Begge tæller hele planen, også det, der ikke er fordelt på områder: et bidrag er organisationens eget, uanset hvor det bruges. Er der valgt organisation, er det kun dens bidrag. I alt er organisationens kontante bidrag og naturalier tilsammen."
key        = ["organisation_id", "form"]

[params]
plan         = "planens id"
organisation = "ingen, en eller flere organisationer"
statusdato   = "den sidste dag i en måned"

[columns]
organisation_id      = { label = "Organisation", unit = "kode" }
navn                 = { label = "Organisationens navn", unit = "tekst" }
kortnavn             = { label = "Kort navn", unit = "tekst" }
type                 = { label = "Type", unit = "kode" }
form                 = { label = "Form", unit = "kode" }
form_navn            = { label = "Bidragets form", unit = "tekst" }
aftalt_kr            = { label = "Aftalt til dato", unit = "kr" }
bidraget_kr          = { label = "Bidraget", unit = "kr" }
afvigelse_kr         = { label = "Bidraget mod aftalt til dato", unit = "kr" }
bidraget_pct         = { label = "Bidraget af det aftalte til dato", unit = "pct" }
aftalt_i_alt_kr      = { label = "Aftalt til dato i alt", unit = "kr" }
bidraget_i_alt_kr    = { label = "Bidraget i alt", unit = "kr" }
afvigelse_i_alt_kr   = { label = "Bidraget i alt mod aftalt til dato", unit = "kr" }
afvigelse_i_alt_pct  = { label = "Bidraget i alt mod aftalt til dato", unit = "pct" }
*/
with

pr_form as (
    select
        bidragyder,
        form,
        cast(sum(budget_til_dato_kr) as decimal(18, 2)) as aftalt_kr,
        cast(sum(forbrug_kr) as decimal(18, 2)) as bidraget_kr
    from oekonomi_opgjort($plan, cast([] as varchar[]), cast([] as varchar[]), cast([] as varchar[]), $statusdato)
    where len($organisation) = 0 or list_contains($organisation, bidragyder)
    group by bidragyder, form
),

i_alt as (
    select
        bidragyder,
        cast(sum(aftalt_kr) as decimal(18, 2)) as aftalt_kr,
        cast(sum(bidraget_kr) as decimal(18, 2)) as bidraget_kr
    from pr_form
    group by bidragyder
)

select
    f.bidragyder as organisation_id,
    n.navn,
    n.kortnavn,
    n.type,
    f.form,
    coalesce(b.navn, f.form) as form_navn,
    f.aftalt_kr,
    f.bidraget_kr,
    f.bidraget_kr - f.aftalt_kr as afvigelse_kr,
    case when f.aftalt_kr > 0 then 100.0 * f.bidraget_kr / f.aftalt_kr end as bidraget_pct,
    i.aftalt_kr as aftalt_i_alt_kr,
    i.bidraget_kr as bidraget_i_alt_kr,
    i.bidraget_kr - i.aftalt_kr as afvigelse_i_alt_kr,
    case when i.aftalt_kr > 0 then 100.0 * (i.bidraget_kr - i.aftalt_kr) / i.aftalt_kr end as afvigelse_i_alt_pct
from pr_form as f
inner join i_alt as i on f.bidragyder = i.bidragyder
inner join organisation as n on f.bidragyder = n.organisation_id
left join betegnelse as b on b.liste = 'oekonomi.form' and f.form = b.kode
order by n.navn collate da, f.bidragyder, f.form
