/*
title = "Fremmøder pr. måned, indsats og område"
why   = "Uden beskyttelse: til sammenligning i benchmarks.protecting, aldrig til en udgivelse."
*/
select
    i.helhedsplan_id,
    a.indsats_id,
    i.indsatsomraade_kode,
    a.omraade_id,
    cast(date_trunc('month', a.dato) as date) as maaned,
    cast(sum(a.fremmoeder) as bigint) as fremmoeder,
    cast(sum(a.nye_deltagere) as bigint) as nye_deltagere,
    cast(sum(a.frivillige) as bigint) as frivillige,
    cast(sum(a.antal_afholdt) as bigint) as antal_afholdt,
    cast(count(*) as bigint) as registreringer,
    cast(sum(case when a.vaerdi_status = 'skjult' then 1 else 0 end) as bigint) as skjulte,
    cast(sum(case when a.vaerdi_status = 'mangler' then 1 else 0 end) as bigint) as manglende
from aktivitet as a
inner join indsats as i on a.indsats_id = i.indsats_id
group by
    i.helhedsplan_id, a.indsats_id, i.indsatsomraade_kode, a.omraade_id, cast(date_trunc('month', a.dato) as date)
order by all
