/*
title = "Beløb pr. indsats og kalenderår"
why   = "Loen og timer kan være et enkelt menneskes: penge pr. indsats udgives kun pr. kalenderår og uden kategori."
*/
select
    helhedsplan_id,
    indsats_id,
    cast(extract(year from maaned) as bigint) as aar,
    type,
    er_gaeldende_budget,
    cast(sum(beloeb_kr) as decimal(18, 2)) as beloeb_kr
from oekonomi_fordelt
where indsats_id is not null
group by helhedsplan_id, indsats_id, extract(year from maaned), type, er_gaeldende_budget
order by all
