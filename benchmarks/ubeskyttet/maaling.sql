/*
title = "Indikatorernes målinger"
why   = "Uden beskyttelse: til sammenligning i benchmarks.protecting, aldrig til en udgivelse."
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
