/*
title = "Godkendelser"
why   = "Uændret fra leverancen; kun kontraktens kolonner."
*/
select
    godkendelse_id,
    genstand,
    organ,
    organisation_id,
    omraade_id,
    planlagt_dato,
    dato,
    oplyst_dato,
    udfald,
    kilde
from godkendelse
order by godkendelse_id
