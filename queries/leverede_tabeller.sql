/*
title      = "Hvad er leveret, og hvad er ikke?"
question   = "Hvilke af dataaftalens tabeller er der tal i, og hvilke mangler?"
definition = "Alle dataaftalens tabeller. En kernetabel skal være der, for at tal kan udgives; de øvrige kan undværes, og den side, der bruger dem, siger da, at de ikke er leveret."
key        = ["tabel"]

[columns]
tabel       = { label = "Tabel", unit = "kode" }
navn        = { label = "Indhold", unit = "tekst" }
er_kerne    = { label = "Skal være der", unit = "ja_nej" }
er_leveret  = { label = "Leveret", unit = "ja_nej" }
filer       = { label = "Filer", unit = "antal" }
raekker     = { label = "Rækker", unit = "antal" }
nyeste_dato = { label = "Nyeste dato", unit = "dato" }
modtaget    = { label = "Senest modtaget", unit = "tidspunkt" }
*/
select
    k.tabel,
    k.navn,
    k.kerne as er_kerne,
    count(l.fil) > 0 as er_leveret,
    count(l.fil) as filer,
    cast(sum(l.raekker) as bigint) as raekker,
    max(l.nyeste_dato) as nyeste_dato,
    max(l.modtaget) as modtaget
from kontrakttabel as k
left join leverance as l on k.tabel = l.tabel
group by k.tabel, k.navn, k.kerne, k.raekkefoelge
order by k.raekkefoelge
