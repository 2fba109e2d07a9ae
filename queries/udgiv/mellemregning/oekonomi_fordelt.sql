/*
title = "Posterne fordelt på måneder"
why   = "Hver post fordeles efter dage. Hver måneds andel afrundes til øre (halve til lige, efter beløbets størrelse); den sidste får resten, så intet tabes. Hele øre i heltal, aldrig kommatal."
*/
with

maaneder as (
    select
        post_id,
        cast(unnest(generate_series(
            date_trunc('month', periode_start), date_trunc('month', periode_slut), interval 1 month
        )) as date) as maaned
    from oekonomi
),

dage as (
    select
        o.*,
        m.maaned,
        m.maaned = date_trunc('month', o.periode_slut) as er_sidste,
        cast(
            date_diff('day', greatest(o.periode_start, m.maaned), least(o.periode_slut, last_day(m.maaned))) + 1
            as hugeint
        ) as dage,
        cast(date_diff('day', o.periode_start, o.periode_slut) + 1 as hugeint) as dage_i_alt,
        cast(abs(o.beloeb_kr) * 100 as hugeint) as oere_i_alt
    from oekonomi as o
    inner join maaneder as m on o.post_id = m.post_id
),

delt as (
    select
        *,
        (oere_i_alt * dage) // dage_i_alt as hele_oere,
        2 * ((oere_i_alt * dage) % dage_i_alt) as dobbelt_rest
    from dage
),

afrundet as (
    select
        *,
        hele_oere + case
            when dobbelt_rest > dage_i_alt then 1
            when dobbelt_rest = dage_i_alt and hele_oere % 2 = 1 then 1
            else 0
        end as oere
    from delt
),

fordelt as (
    select
        *,
        case
            when er_sidste
                then oere_i_alt - coalesce(
                    sum(case when er_sidste then 0 else oere end) over (partition by post_id), 0
                )
            else oere
        end as maanedens_oere
    from afrundet
),

budgetter as (
    select distinct helhedsplan_id from oekonomi where type = 'budget_korrigeret'
)

select
    f.post_id,
    f.helhedsplan_id,
    f.indsats_id,
    least(greatest(f.maaned, p.foerste_maaned), p.sidste_maaned) as maaned,
    f.type,
    f.type = case when b.helhedsplan_id is null then 'budget_oprindeligt' else 'budget_korrigeret' end
        as er_gaeldende_budget,
    f.indsatsomraade_kode,
    f.omraade_id,
    f.bidragyder,
    g.type <> 'lbf' as er_lokal,
    f.form,
    f.kategori,
    cast(case when f.beloeb_kr < 0 then -f.maanedens_oere else f.maanedens_oere end as decimal(36, 0))
    * cast(0.01 as decimal(2, 2)) as beloeb_kr
from fordelt as f
inner join plan_maaneder as p on f.helhedsplan_id = p.helhedsplan_id
inner join organisation as g on f.bidragyder = g.organisation_id
left join budgetter as b on f.helhedsplan_id = b.helhedsplan_id
