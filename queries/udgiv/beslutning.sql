/*
title = "Beslutninger"
why   = "Uændret fra leverancen; kun kontraktens kolonner."
*/
select
    beslutning_id,
    moede_id,
    nr,
    art,
    emne,
    beslutning,
    kompetence,
    ansvarlig_rolle,
    frist_dato,
    status,
    udfoert_dato,
    omraade_id,
    kilde
from beslutning
order by beslutning_id
