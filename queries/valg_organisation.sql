/*
title      = "Boligorganisationerne"
question   = "Hvilke boligorganisationer har del i planens områder?"
definition = "Organisationer af typen boligorganisation, som har et område."
key        = ["organisation_id"]

[params]

[columns]
organisation_id = { label = "Boligorganisation", unit = "kode" }
navn            = { label = "Organisationens navn", unit = "tekst" }
kortnavn        = { label = "Kort navn", unit = "tekst" }
*/
select distinct o.organisation_id, o.navn, o.kortnavn
from organisation as o
inner join omraade_organisation as oo on o.organisation_id = oo.organisation_id
where o.type = 'boligorganisation'
order by o.navn collate da, o.organisation_id
