/*
title = "Indikatorernes målinger"
why   = "Er der få mennesker bag, skjules værdi, tæller og nævner sammen; af tæller og nævner kan værdien regnes ud. skjult_af siger, hvem der har skjult den: den, der afleverede den, eller Overblik for at beskytte enkeltpersoner."
*/
with

talt as (
    select
        m.*,
        m.vaerdi_status = 'ok' and (t.foerst_skjult or s.indikator_id is not null) as beskyttes
    from maaling as m
    inner join maaling_talt as t
        on m.indikator_id = t.indikator_id and m.omraade_id = t.omraade_id and m.periode_slut = t.periode_slut
    left join maaling_skjult as s
        on t.indikator_id = s.indikator_id and t.gruppe = s.gruppe and t.omraade_id = s.omraade_id
)

select
    indikator_id,
    omraade_id,
    periode_start,
    periode_slut,
    case when vaerdi_status = 'ok' and not beskyttes then taeller end as taeller,
    case when vaerdi_status = 'ok' and not beskyttes then naevner end as naevner,
    case when vaerdi_status = 'ok' and not beskyttes then vaerdi end as vaerdi,
    case when beskyttes then 'skjult' else vaerdi_status end as vaerdi_status,
    case when beskyttes then 'beskyttelse' when vaerdi_status = 'skjult' then 'leverance' end as skjult_af
from talt
order by indikator_id, omraade_id, periode_slut
