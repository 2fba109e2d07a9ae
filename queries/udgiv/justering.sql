/*
title = "Justeringer"
why   = "Uændret fra leverancen; kun kontraktens kolonner."
*/
select
    justering_id,
    dato,
    indsats_id,
    omraade_id,
    aendring,
    begrundelse,
    besluttet_af
from justering
order by justering_id
