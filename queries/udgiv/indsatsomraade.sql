/*
title = "Indsatsområder"
why   = "Uændret fra leverancen; kun kontraktens kolonner."
*/
select
    bevillingsperiode,
    indsatsomraade_kode,
    navn,
    sortering,
    sensitiv
from indsatsomraade
order by bevillingsperiode, sortering, indsatsomraade_kode
