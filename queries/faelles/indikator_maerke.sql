/*
title      = "Mærket ved en måling"
definition = "Hvorfor en måling ikke har en værdi: skjult, mangler eller ikke_relevant."
arguments  = ["vaerdi", "vaerdi_status"]
scalar     = true
*/
case when vaerdi is null and vaerdi_status <> 'ok' then vaerdi_status end
