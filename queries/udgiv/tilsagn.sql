/*
title = "Tilsagn"
why   = "Uændret fra leverancen; kun kontraktens kolonner."
*/
select
    tilsagn_id,
    helhedsplan_id,
    organisation_id,
    beloeb_kr,
    status,
    tilsagn_dato,
    oplyst_dato,
    kilde
from tilsagn
order by tilsagn_id
