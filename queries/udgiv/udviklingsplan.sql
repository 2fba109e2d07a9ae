/*
title = "Udviklingsplaner"
why   = "Uændret fra leverancen; kun kontraktens kolonner."
*/
select
    udviklingsplan_id,
    omraade_id,
    godkendt_dato,
    frist_dato,
    maal_andel_pct,
    metode
from udviklingsplan
order by udviklingsplan_id
