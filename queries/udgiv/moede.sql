/*
title = "Møder"
why   = "Uændret fra leverancen; kun kontraktens kolonner."
*/
select
    moede_id,
    organ,
    dato,
    titel,
    data_laas_dato,
    kilde
from moede
order by moede_id
