/*
title      = "Planens områder"
question   = "Hvilke områder rører planen?"
definition = "Områder med beløb, milepæle, aktiviteter, mål eller udviklingsplan."
key        = ["omraade_id"]

[params]
plan = "planens id"

[columns]
omraade_id = { label = "Område", unit = "kode" }
navn       = { label = "Områdets navn", unit = "tekst" }
*/
select o.omraade_id, o.navn
from planens_omraader($plan)
inner join omraade as o using (omraade_id)
order by o.navn collate da, o.omraade_id
