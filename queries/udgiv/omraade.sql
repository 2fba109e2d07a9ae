/*
title = "Områder"
why   = "Uændret fra leverancen; kun kontraktens kolonner."
*/
select
    omraade_id,
    navn,
    "by",
    boliger,
    beboere,
    beboere_dato
from boligomraade
order by omraade_id
