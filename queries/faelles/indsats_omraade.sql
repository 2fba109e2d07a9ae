/*
title      = "De områder, en indsats rører"
definition = "Områder, hvor indsatsen har aktivitet, mål for fremmødet eller milepæle."
arguments  = ["plan_"]
*/
select i.indsats_id, r.omraade_id
from indsats as i
inner join (
    select a.indsats_id, a.omraade_id from aktivitet_maaned as a
    union
    select am.indsats_id, am.omraade_id from aktivitetsmaal as am
    union
    select m.indsats_id, m.omraade_id
    from milepael as m
    where m.indsats_id is not null and m.omraade_id is not null
) as r on i.indsats_id = r.indsats_id
where i.helhedsplan_id = plan_
