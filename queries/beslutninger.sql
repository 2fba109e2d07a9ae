/*
title      = "Beslutninger"
question   = "Hvad er besluttet, hvad venter, og på hvem?"
definition = "En beslutning er åben, til den er udført (på statusdatoen eller før) eller bortfaldet. Den er forsinket, når fristen er før statusdatoen. Det, der skal drøftes, er åbne punkter på det næste møde efter statusdatoen."
key        = ["beslutning_id"]

[params]
omraade      = "ingen, et eller flere områder"
organisation = "ingen, en eller flere organisationer"
statusdato   = "den sidste dag i en måned"

[columns]
beslutning_id     = { label = "Beslutning", unit = "kode" }
moede_id          = { label = "Møde", unit = "kode" }
moede_dato        = { label = "Mødedato", unit = "dato" }
organ             = { label = "Organ", unit = "tekst" }
nr                = { label = "Nr.", unit = "antal" }
art               = { label = "Art", unit = "kode" }
emne              = { label = "Emne", unit = "tekst" }
beslutning        = { label = "Beslutning", unit = "tekst" }
kompetence        = { label = "Hvem beslutter", unit = "tekst" }
ansvarlig_rolle   = { label = "Ansvarlig", unit = "tekst" }
frist_dato        = { label = "Frist", unit = "dato" }
udfoert_dato      = { label = "Udført", unit = "dato" }
status            = { label = "Status", unit = "kode" }
er_aaben          = { label = "Åben på statusdatoen", unit = "ja_nej" }
er_forsinket      = { label = "Frist overskredet", unit = "ja_nej" }
er_til_naeste     = { label = "Skal drøftes næste gang", unit = "ja_nej" }
omraade_id        = { label = "Område", unit = "kode" }
omraade_navn      = { label = "Områdets navn", unit = "tekst" }
kilde             = { label = "Kilde", unit = "tekst" }
dage_over         = { label = "Dage over fristen", unit = "dage" }
*/
with

opgjort as (
    select
        b.*,
        m.dato as moede_dato,
        m.organ,
        b.status <> 'bortfaldet' and coalesce(b.udfoert_dato > $statusdato, true) as er_aaben,
        m.dato = (select min(n.dato) from moede as n where n.dato > $statusdato) as er_naeste_moede
    from beslutning as b
    inner join moede as m on b.moede_id = m.moede_id
    where i_omraader(b.omraade_id, $omraade, $organisation)
)

select
    b.beslutning_id,
    b.moede_id,
    b.moede_dato,
    b.organ,
    b.nr,
    b.art,
    b.emne,
    b.beslutning,
    b.kompetence,
    b.ansvarlig_rolle,
    b.frist_dato,
    b.udfoert_dato,
    b.status,
    b.er_aaben,
    b.er_aaben and coalesce(b.frist_dato < $statusdato, false) as er_forsinket,
    b.er_aaben and coalesce(b.er_naeste_moede, false) as er_til_naeste,
    b.omraade_id,
    o.navn as omraade_navn,
    b.kilde,
    case when b.er_aaben and b.frist_dato < $statusdato then date_diff('day', b.frist_dato, $statusdato) end as dage_over
from opgjort as b
left join omraade as o on b.omraade_id = o.omraade_id
order by er_forsinket desc, b.frist_dato nulls last, b.moede_dato desc, b.nr
