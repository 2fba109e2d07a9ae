/*
title = "Afholdte aktiviteter pr. dag"
why   = "Uden beskyttelse: til sammenligning i benchmarks.protecting, aldrig til en udgivelse."
*/
select
    i.helhedsplan_id,
    i.indsatsomraade_kode,
    a.omraade_id,
    a.dato,
    cast(sum(a.antal_afholdt) as bigint) as antal_afholdt
from aktivitet as a
inner join indsats as i on a.indsats_id = i.indsats_id
where a.aktivitetstype <> 'raadgivning'
group by i.helhedsplan_id, i.indsatsomraade_kode, a.omraade_id, a.dato
order by all
