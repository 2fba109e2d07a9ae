/*
title = "Boligbestand"
why   = "Uændret fra leverancen; kun kontraktens kolonner."
*/
select
    udviklingsplan_id,
    opgjort_dato,
    scenarie,
    almene_familieboliger,
    boliger_i_alt
from boligbestand
order by udviklingsplan_id, opgjort_dato, scenarie
