/*
title      = "Organisationerne"
question   = "Hvilke organisationer kan aflevere filer?"
definition = "Alle organisationer i tallene. Organisationens kode er navnet på dens mappe i indbakken."
key        = ["organisation_id"]

[params]

[columns]
organisation_id = { label = "Organisation", unit = "kode" }
navn            = { label = "Organisationens navn", unit = "tekst" }
*/
select organisation_id, navn
from organisation
order by navn collate da, organisation_id
