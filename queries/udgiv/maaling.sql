/*
title = "Indikatorernes målinger"
why   = "Uændret fra leverancen; kun kontraktens kolonner."
*/
select
    indikator_id,
    omraade_id,
    periode_start,
    periode_slut,
    taeller,
    naevner,
    vaerdi,
    vaerdi_status
from maaling
order by indikator_id, omraade_id, periode_slut
