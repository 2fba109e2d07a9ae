/*
title      = "Økonomi pr. kalenderår og planår"
question   = "Hvor meget er der budgetteret, brugt og ventet i hvert år?"
definition = "Planår løber tolv måneder ad gangen fra planens første måned; kalenderår fra januar. Begge dele viser de samme penge. Forbrug går til og med statusdatoen. Forventet forbrug i året er forbruget og det, der ventes brugt i årets resterende måneder; et år, der er gået, har kun forbruget, og et, der ikke er begyndt, har intet forbrug endnu."
key        = ["inddeling", "aar"]

[params]
plan           = "planens id"
omraade        = "ingen, et eller flere områder"
indsatsomraade = "ingen, et eller flere indsatsområder"
organisation   = "ingen, en eller flere organisationer"
statusdato     = "den sidste dag i en måned"

[columns]
inddeling             = { label = "Inddeling", unit = "kode" }
aar                   = { label = "År", unit = "aar" }
foerste_maaned        = { label = "Fra", unit = "maaned" }
sidste_maaned         = { label = "Til", unit = "maaned" }
er_gaaet              = { label = "Året er gået", unit = "ja_nej" }
budget_oprindeligt_kr = { label = "Oprindeligt budget", unit = "kr" }
budget_kr             = { label = "Korrigeret budget", unit = "kr" }
budget_til_dato_kr    = { label = "Budget til dato", unit = "kr" }
forbrug_kr            = { label = "Forbrug", unit = "kr" }
forventet_kr          = { label = "Forventet forbrug", unit = "kr" }
afvigelse_kr          = { label = "Forventet afvigelse", unit = "kr" }
afvigelse_pct         = { label = "Forventet afvigelse", unit = "pct" }
*/
with

maaneder as (
    select
        *,
        cast(year(maaned) as bigint) as kalenderaar,
        (row_number() over (order by maaned) - 1) // 12 + 1 as planaar,
        -- What is expected in the month itself: how far the expected line climbs in it.
        case
            when er_gaaet then forbrug_kr
            else forventet_akkumuleret_kr - coalesce(
                lag(forventet_akkumuleret_kr) over (order by maaned), sum(forbrug_kr) over ()
            )
        end as forventet_kr
    from oekonomi_pr_planmaaned($plan, $omraade, $indsatsomraade, $organisation, $statusdato)
),

begge as (
    select 'kalenderaar' as inddeling, kalenderaar as aar, * from maaneder
    union all
    select 'planaar' as inddeling, planaar as aar, * from maaneder
),

lagt_sammen as (
    select
        inddeling,
        aar,
        strftime(min(maaned), '%Y-%m') as foerste_maaned,
        strftime(max(maaned), '%Y-%m') as sidste_maaned,
        bool_and(er_gaaet) as er_gaaet,
        cast(sum(budget_oprindeligt_kr) as decimal(18, 2)) as budget_oprindeligt_kr,
        cast(sum(budget_kr) as decimal(18, 2)) as budget_kr,
        cast(sum(budget_kr) filter (where er_gaaet) as decimal(18, 2)) as budget_til_dato_kr,
        cast(sum(forbrug_kr) filter (where er_gaaet) as decimal(18, 2)) as forbrug_kr,
        cast(case when count(forventet_kr) = count(*) then sum(forventet_kr) end as decimal(18, 2)) as forventet_kr
    from begge
    group by inddeling, aar
)

select
    inddeling,
    aar,
    foerste_maaned,
    sidste_maaned,
    er_gaaet,
    budget_oprindeligt_kr,
    budget_kr,
    budget_til_dato_kr,
    forbrug_kr,
    forventet_kr,
    forventet_kr - budget_kr as afvigelse_kr,
    case when budget_kr > 0 then 100.0 * (forventet_kr - budget_kr) / budget_kr end as afvigelse_pct
from lagt_sammen
order by inddeling, aar
