/*
title = "Mål for fremmøder"
why   = "Uændret fra leverancen; kun kontraktens kolonner."
*/
select
    indsats_id,
    omraade_id,
    aar,
    maal_fremmoeder
from aktivitetsmaal
order by indsats_id, omraade_id, aar
