/*
title = "Områdekriterier"
why   = "Uændret fra leverancen; kun kontraktens kolonner."
*/
select
    omraade_id,
    liste_dato,
    kriterium,
    vaerdi,
    graense,
    operator,
    udpeget
from omraadekriterium
order by omraade_id, liste_dato, kriterium
