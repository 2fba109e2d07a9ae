/*
title      = "Planerne"
question   = "Hvilke planer er der tal for?"
definition = "Alle planer i udgivelsen; statusdato er den, der gælder, når intet er valgt."
key        = ["helhedsplan_id"]

[params]

[columns]
helhedsplan_id = { label = "Plan", unit = "kode" }
navn           = { label = "Planens navn", unit = "tekst" }
start_dato     = { label = "Begynder", unit = "dato" }
slut_dato      = { label = "Slutter", unit = "dato" }
statusdato     = { label = "Status pr.", unit = "dato" }
*/
select
    helhedsplan_id,
    navn,
    start_dato,
    slut_dato,
    statusdato
from plan
order by start_dato desc, helhedsplan_id
