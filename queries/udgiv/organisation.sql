/*
title = "Organisationer"
why   = "Uændret fra leverancen; kun kontraktens kolonner."
*/
select
    organisation_id,
    navn,
    kortnavn,
    type
from organisation
order by organisation_id
