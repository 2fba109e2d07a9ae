/*
title      = "Det valgtes timer pr. måned, indsatsområde og område"
definition = "Timer udgives ikke pr. indsats, for de kan være et enkelt menneskes."
arguments  = ["plan_", "omraade", "indsatsomraade", "organisation"]
*/
select *
from timer_maaned as t
where t.helhedsplan_id = plan_
    and i_omraader(t.omraade_id, omraade, organisation)
    and i_indsatsomraader(t.indsatsomraade_kode, indsatsomraade)
