/*
title      = "Den valgte plan på statusdatoen"
definition = "Hele måneder: en måned er gået, når dens sidste dag er statusdatoen eller før. Takten regnes af de seneste seks måneder, eller af alle siden planens begyndelse, hvis de er færre."
arguments  = ["plan", "statusdato"]
*/
select
    p.helhedsplan_id,
    p.bevillingsperiode,
    p.start_dato,
    p.slut_dato,
    cast(date_trunc('month', p.start_dato) as date) as foerste_maaned,
    cast(date_trunc('month', p.slut_dato) as date) as sidste_maaned,
    least(6, date_diff('month', p.start_dato, statusdato) + 1) as takt_maaneder,
    greatest(0, date_diff('month', greatest(statusdato, p.start_dato - interval 1 month), p.slut_dato)) as maaneder_tilbage,
    exists (
        select 1
        from oekonomi_maaned as o
        where o.helhedsplan_id = plan and o.type = 'restprognose' and o.maaned > statusdato
    ) as har_restprognose
from plan as p
where p.helhedsplan_id = plan
