/*
title      = "Det valgtes fremmøder pr. måned, indsats og område"
definition = "Plan og indsatsområde følger indsatsen."
arguments  = ["plan_", "omraade", "indsatsomraade", "organisation"]
*/
select *
from aktivitet_maaned as a
where a.helhedsplan_id = plan_
    and i_omraader(a.omraade_id, omraade, organisation)
    and i_indsatsomraader(a.indsatsomraade_kode, indsatsomraade)
