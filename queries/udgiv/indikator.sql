/*
title = "Indikatorer"
why   = "Uændret fra leverancen; kun kontraktens kolonner."
*/
select
    indikator_id,
    navn,
    niveau,
    indsatsomraade_kode,
    enhed,
    retning,
    definition,
    kilde,
    personantal
from indikator
order by indikator_id
