/*
title = "Indikatorernes målinger"
why   = "Tæller og nævner udgives kun, hvor værdien gør. skjult_af siger, hvem der har skjult den: den, der afleverede den, eller Overblik for at beskytte enkeltpersoner."
*/
select
    indikator_id,
    omraade_id,
    periode_start,
    periode_slut,
    case when vaerdi_status = 'ok' then taeller end as taeller,
    case when vaerdi_status = 'ok' then naevner end as naevner,
    vaerdi,
    vaerdi_status,
    case when vaerdi_status = 'skjult' then 'leverance' end as skjult_af
from maaling
order by indikator_id, omraade_id, periode_slut
