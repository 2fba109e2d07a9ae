/*
title = "Timer pr. måned, indsatsområde og område"
why   = "Uden beskyttelse: til sammenligning i benchmarks.protecting, aldrig til en udgivelse."
*/
select
    i.helhedsplan_id,
    i.indsatsomraade_kode,
    a.omraade_id,
    cast(date_trunc('month', a.dato) as date) as maaned,
    cast(sum(try_cast(a.frivilligtimer as decimal(38, 6))) as double) as frivilligtimer,
    cast(sum(try_cast(a.medarbejdertimer as decimal(38, 6))) as double) as medarbejdertimer
from aktivitet as a
inner join indsats as i on a.indsats_id = i.indsats_id
group by i.helhedsplan_id, i.indsatsomraade_kode, a.omraade_id, cast(date_trunc('month', a.dato) as date)
order by all
