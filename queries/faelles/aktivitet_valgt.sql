/*
title      = "Det valgtes fremmøder pr. måned, indsats og område"
definition = "Plan og indsatsområde følger indsatsen. uden_tal siger, hvorfor fremmødet mangler: skjult, mangler eller ikke_relevant, som det er leveret. De tre antal mennesker står også, som talt_op giver dem."
arguments  = ["plan_", "omraade", "indsatsomraade", "organisation"]
*/
select
    a.*,
    case
        when a.fremmoeder is not null then null
        when a.skjulte > 0 then 'skjult'
        when a.manglende > 0 then 'mangler'
        else 'ikke_relevant'
    end as uden_tal,
    case when a.antal_afholdt is null then 'skjult' end as uden_afholdt,
    talt_op(a.fremmoeder, a.fremmoeder_lille, a.graense) as fremmoeder_talt,
    talt_op(a.nye_deltagere, a.nye_deltagere_lille, a.graense) as nye_deltagere_talt,
    talt_op(a.frivillige, a.frivillige_lille, a.graense) as frivillige_talt
from aktivitet_maaned as a
where a.helhedsplan_id = plan_
    and i_omraader(a.omraade_id, omraade, organisation)
    and i_indsatsomraader(a.indsatsomraade_kode, indsatsomraade)
