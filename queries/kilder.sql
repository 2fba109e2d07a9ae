/*
title      = "Kilder, som leverancerne selv oplyser"
question   = "Hvilke kilder står der på oplysningerne, og hvad er opdigtet?"
definition = "De tabeller, hvis rækker har en kilde, lagt sammen pr. kilde. En kilde, der siger opdigtet, er eksempeldata."
key        = ["kilde", "tabel"]

[columns]
kilde       = { label = "Kilde", unit = "tekst" }
tabel       = { label = "Tabel", unit = "kode" }
navn        = { label = "Indhold", unit = "tekst" }
raekker     = { label = "Oplysninger", unit = "antal" }
er_opdigtet = { label = "Opdigtet", unit = "ja_nej" }
*/
with

oplyst as (
    select 'indsats' as tabel, kilde from indsats
    union all
    select 'tilsagn' as tabel, kilde from tilsagn
    union all
    select 'indikator' as tabel, kilde from indikator
    union all
    select 'moede' as tabel, kilde from moede
    union all
    select 'beslutning' as tabel, kilde from beslutning
    union all
    select 'godkendelse' as tabel, kilde from godkendelse
)

select
    o.kilde,
    o.tabel,
    coalesce(k.navn, o.tabel) as navn,
    count(*) as raekker,
    contains(lower(o.kilde), 'opdigtet') as er_opdigtet
from oplyst as o
left join kontrakttabel as k on o.tabel = k.tabel
where o.kilde is not null
group by o.kilde, o.tabel, k.navn, k.raekkefoelge
order by er_opdigtet, o.kilde collate da, k.raekkefoelge
