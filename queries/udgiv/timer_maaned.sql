/*
title = "Timer pr. måned, indsatsområde og område"
why   = "Timer kan være et enkelt menneskes: de udgives ikke pr. indsats."
*/
select
    i.helhedsplan_id,
    i.indsatsomraade_kode,
    a.omraade_id,
    cast(date_trunc('month', a.dato) as date) as maaned,
    sum(a.frivilligtimer order by a.registrering_id) as frivilligtimer,
    sum(a.medarbejdertimer order by a.registrering_id) as medarbejdertimer
from aktivitet as a
inner join indsats as i on a.indsats_id = i.indsats_id
group by i.helhedsplan_id, i.indsatsomraade_kode, a.omraade_id, cast(date_trunc('month', a.dato) as date)
order by all
