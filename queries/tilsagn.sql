/*
title      = "Tilsagn"
question   = "Hvad har bidragyderne givet tilsagn om, hvornår og ifølge hvem?"
definition = "Hvert tilsagn, som det er oplyst. Det samme tilsagn kan være oplyst flere gange med forskellige beløb; derfor står dato og kilde ved hvert beløb, og de lægges ikke sammen. Alle planens tilsagn vises, uanset filtrene."
key        = ["tilsagn_id"]

[params]
plan = "planens id"

[columns]
tilsagn_id       = { label = "Tilsagn", unit = "kode" }
organisation_id  = { label = "Bidragyder", unit = "kode" }
navn             = { label = "Bidragyder", unit = "tekst" }
beloeb_kr        = { label = "Beløb", unit = "kr" }
status           = { label = "Status", unit = "kode" }
status_navn      = { label = "Status", unit = "tekst" }
tilsagn_dato     = { label = "Givet", unit = "dato" }
oplyst_dato      = { label = "Oplyst", unit = "dato" }
kilde            = { label = "Kilde", unit = "tekst" }
gange_oplyst     = { label = "Tilsagn fra samme bidragyder", unit = "antal" }
*/
select
    t.tilsagn_id,
    t.organisation_id,
    o.navn,
    cast(t.beloeb_kr as decimal(18, 2)) as beloeb_kr,
    t.status,
    coalesce(n.navn, t.status) as status_navn,
    t.tilsagn_dato,
    t.oplyst_dato,
    t.kilde,
    count(*) over (partition by t.organisation_id) as gange_oplyst
from tilsagn as t
left join organisation as o on t.organisation_id = o.organisation_id
left join betegnelse as n on n.liste = 'tilsagn.status' and t.status = n.kode
where t.helhedsplan_id = $plan
order by o.type <> 'lbf', o.navn collate da, t.oplyst_dato, t.tilsagn_id
