/*
title      = "De områder, planen rører"
definition = "Områder med beløb, milepæle, aktiviteter eller mål i planen."
arguments  = ["plan_"]
*/
select omraade_id from oekonomi_maaned where helhedsplan_id = plan_ and omraade_id is not null
union
select omraade_id from milepael where (helhedsplan_id is null or helhedsplan_id = plan_) and omraade_id is not null
union
select omraade_id from aktivitet_maaned where helhedsplan_id = plan_
union
select am.omraade_id
from aktivitetsmaal as am
inner join indsats as i on am.indsats_id = i.indsats_id
where i.helhedsplan_id = plan_
