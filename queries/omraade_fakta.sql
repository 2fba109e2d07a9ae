/*
title      = "Områderne"
question   = "Hvad er det for områder, og hvem har boligerne?"
definition = "Områder, som planen rører: med beløb, milepæle, aktiviteter eller mål. Boligorganisationer er dem, der har del i området."
key        = ["omraade_id"]

[params]
plan         = "planens id"
omraade      = "ingen, et eller flere områder"
organisation = "ingen, en eller flere organisationer"

[columns]
omraade_id          = { label = "Område", unit = "kode" }
navn                = { label = "Områdets navn", unit = "tekst" }
"by"                = { label = "By", unit = "tekst" }
boliger             = { label = "Boliger", unit = "antal" }
beboere             = { label = "Beboere", unit = "antal" }
beboere_dato        = { label = "Beboere opgjort", unit = "dato" }
boligorganisationer = { label = "Boligorganisationer", unit = "tekst" }
*/
with

ejere as (
    select oo.omraade_id, string_agg(o.kortnavn, ', ' order by o.kortnavn collate da) as boligorganisationer
    from omraade_organisation as oo
    inner join organisation as o on oo.organisation_id = o.organisation_id
    where o.type = 'boligorganisation'
    group by oo.omraade_id
)

select
    o.omraade_id,
    o.navn,
    o."by",
    o.boliger,
    o.beboere,
    o.beboere_dato,
    e.boligorganisationer
from planens_omraader($plan) as p
inner join omraade as o on p.omraade_id = o.omraade_id
left join ejere as e on o.omraade_id = e.omraade_id
where i_omraader(o.omraade_id, $omraade, $organisation)
order by o.navn collate da, o.omraade_id
