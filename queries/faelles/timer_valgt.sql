/*
title      = "Det valgtes timer pr. måned, indsatsområde og område"
definition = "Timer udgives ikke pr. indsats, for de kan være et enkelt menneskes; uden_timer siger, hvor de er skjult."
arguments  = ["plan_", "omraade", "indsatsomraade", "organisation"]
*/
select
    t.*,
    case when t.skjult then 'skjult' end as uden_timer
from timer_maaned as t
where t.helhedsplan_id = plan_
    and i_omraader(t.omraade_id, omraade, organisation)
    and i_indsatsomraader(t.indsatsomraade_kode, indsatsomraade)
