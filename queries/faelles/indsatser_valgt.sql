/*
title      = "Det valgtes indsatser"
definition = "Planens indsatser i de valgte indsatsområder. Er der valgt område eller organisation, kun dem, der har aktivitet, mål for fremmødet eller milepæle i et af områderne."
arguments  = ["plan_", "omraade", "indsatsomraade", "organisation"]
*/
select i.*
from indsats as i
where i.helhedsplan_id = plan_
    and i_indsatsomraader(i.indsatsomraade_kode, indsatsomraade)
    and (
        len(omraade) + len(organisation) = 0
        or exists (
            select 1
            from indsats_omraade(plan_) as r
            where r.indsats_id = i.indsats_id and i_omraader(r.omraade_id, omraade, organisation)
        )
    )
