/*
title = "Afholdte aktiviteter pr. dag"
why   = "Hvornår der sker noget, uden antal mennesker. Rådgivning afleveres som månedstal og er ikke med. En celle med et lille tal er ikke med i nogen af sine dage: hvor ofte den mødtes, siger noget om, hvor mange den var."
*/
with

pr_dag as (
    select
        indsats_id,
        omraade_id,
        dato,
        sum(antal_afholdt) as antal_afholdt
    from aktivitet
    where aktivitetstype <> 'raadgivning'
    group by indsats_id, omraade_id, dato
)

select
    c.helhedsplan_id,
    c.indsatsomraade_kode,
    d.omraade_id,
    d.dato,
    cast(sum(d.antal_afholdt) as bigint) as antal_afholdt
from pr_dag as d
inner join aktivitet_celle as c
    on d.indsats_id = c.indsats_id
    and d.omraade_id = c.omraade_id
    and cast(date_trunc('month', d.dato) as date) = c.maaned
where not c.er_lille
group by c.helhedsplan_id, c.indsatsomraade_kode, d.omraade_id, d.dato
order by all
