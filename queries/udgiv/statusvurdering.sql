/*
title = "Menneskers vurderinger af status"
why   = "Uændret fra leverancen; kun kontraktens kolonner."
*/
select
    vurdering_id,
    moede_id,
    dimension,
    omraade_id,
    indsatsomraade_kode,
    vurderet,
    begrundelse,
    rolle,
    dato,
    ansvarlig_rolle,
    svar_frist_dato
from statusvurdering
order by vurdering_id
