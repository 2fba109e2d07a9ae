/*
title = "Indsatser"
why   = "Uændret fra leverancen; kun kontraktens kolonner."
*/
select
    indsats_id,
    helhedsplan_id,
    indsatsomraade_kode,
    navn,
    beskrivelse,
    maalgruppe,
    ansvarlig_rolle,
    organisation_id,
    kernedrift,
    kernedrift_note,
    start_dato,
    slut_dato,
    status,
    kilde
from indsats
order by indsats_id
