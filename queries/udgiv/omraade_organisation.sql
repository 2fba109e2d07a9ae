/*
title = "Områder og organisationer"
why   = "Uændret fra leverancen; kun kontraktens kolonner."
*/
select
    omraade_id,
    organisation_id
from omraade_organisation
order by omraade_id, organisation_id
