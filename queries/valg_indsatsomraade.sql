/*
title      = "Planens indsatsområder"
question   = "Hvilke indsatsområder har planen?"
definition = "Indsatsområderne i planens bevillingsperiode."
key        = ["indsatsomraade_kode"]

[params]
plan = "planens id"

[columns]
indsatsomraade_kode = { label = "Indsatsområde", unit = "kode" }
navn                = { label = "Indsatsområdets navn", unit = "tekst" }
*/
select k.indsatsomraade_kode, k.navn
from indsatsomraade as k
inner join plan as p on k.bevillingsperiode = p.bevillingsperiode
where p.helhedsplan_id = $plan
order by k.sortering, k.indsatsomraade_kode
