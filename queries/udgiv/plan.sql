/*
title = "Planerne"
why   = "statusdato er den nyeste hele måned, som forbruget når, ikke i fremtiden og højst planens sidste måned."
*/
with

forbrug as (
    select helhedsplan_id, max(periode_slut) as naar_til
    from oekonomi
    where type = 'forbrug'
    group by helhedsplan_id
),

graenser as (
    select
        h.*,
        case
            when f.naar_til is null then null
            when f.naar_til = last_day(f.naar_til) then f.naar_til
            else cast(date_trunc('month', f.naar_til) - interval 1 day as date)
        end as forbrug_naar,
        case
            when cast($i_dag as date) = last_day(cast($i_dag as date)) then cast($i_dag as date)
            else cast(date_trunc('month', cast($i_dag as date)) - interval 1 day as date)
        end as sidste_hele_maaned
    from helhedsplan as h
    left join forbrug as f on h.helhedsplan_id = f.helhedsplan_id
)

select
    helhedsplan_id,
    navn,
    bevillingsperiode,
    start_dato,
    slut_dato,
    least(coalesce(forbrug_naar, sidste_hele_maaned), sidste_hele_maaned, last_day(slut_dato)) as statusdato
from graenser
order by helhedsplan_id
