/*
title      = "Dataleverancer"
question   = "Hvilke filer bygger tallene på, hvem har leveret dem, og hvor langt når de?"
definition = "Én linje pr. fil, der er taget i brug i denne udgivelse. Nyeste dato er den seneste dato i filen til og med den dag, udgivelsen blev lavet; for økonomi den seneste dag, der er bogført forbrug for. Organisationen er den mappe, filen er afleveret i."
key        = ["fil"]

[columns]
tabel        = { label = "Tabel", unit = "kode" }
navn         = { label = "Indhold", unit = "tekst" }
fil          = { label = "Fil", unit = "tekst" }
organisation = { label = "Afleveret af", unit = "tekst" }
mappe        = { label = "Mappe", unit = "kode" }
raekker      = { label = "Rækker", unit = "antal" }
nyeste_dato  = { label = "Nyeste dato", unit = "dato" }
modtaget     = { label = "Modtaget", unit = "tidspunkt" }
sha256       = { label = "Kontrolsum", unit = "kode" }
*/
select
    l.tabel,
    coalesce(k.navn, l.tabel) as navn,
    l.fil,
    coalesce(o.navn, nullif(l.organisation, '')) as organisation,
    nullif(l.organisation, '') as mappe,
    l.raekker,
    l.nyeste_dato,
    l.modtaget,
    l.sha256
from leverance as l
left join kontrakttabel as k on l.tabel = k.tabel
-- A folder on a file share may differ in case from the organisation's id.
left join organisation as o on lower(l.organisation) = lower(o.organisation_id)
order by k.raekkefoelge, l.fil collate da
