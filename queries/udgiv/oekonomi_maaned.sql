/*
title = "Beløb pr. måned"
why   = "Det mindste, siderne skal bruge for at lægge sammen: uden indsats, for en indsats kan være et enkelt menneskes løn."
*/
select
    helhedsplan_id,
    maaned,
    type,
    er_gaeldende_budget,
    indsatsomraade_kode,
    omraade_id,
    bidragyder,
    er_lokal,
    form,
    kategori,
    cast(sum(beloeb_kr) as decimal(18, 2)) as beloeb_kr
from oekonomi_fordelt
group by
    helhedsplan_id, maaned, type, er_gaeldende_budget, indsatsomraade_kode, omraade_id, bidragyder, er_lokal, form,
    kategori
order by all
