/*
title = "Indikatorernes mål"
why   = "Uden beskyttelse: til sammenligning i benchmarks.protecting, aldrig til en udgivelse."
*/
select
    indikator_id,
    omraade_id,
    nul_dato,
    nul_vaerdi,
    maal_dato,
    maal_vaerdi
from maal
order by indikator_id, omraade_id, maal_dato
