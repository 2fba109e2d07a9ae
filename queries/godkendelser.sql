/*
title      = "Godkendelser"
question   = "Hvem har godkendt hvad, og hvad afventes?"
definition = "Det, der er registreret i udgivelsen, med den dag det er oplyst. Det seneste er det, intet nyere er oplyst om: om samme sag, område og organ, eller, hvor organet ikke var oplyst, om samme sag og område. Noget afventes, når det seneste udfald er afventer, eventuel eller udsat; så er et senere udfald ikke registreret, og det afventes siden den første gang, det uden afbrydelse er oplyst. Det, der står før kolon i sagen, er hovedsagen; det efter er ledet i den. Uden område gælder det hele planen."
key        = ["godkendelse_id"]

[params]
omraade      = "ingen, et eller flere områder"
organisation = "ingen, en eller flere organisationer"
statusdato   = "den sidste dag i en måned"

[columns]
godkendelse_id    = { label = "Godkendelse", unit = "kode" }
omraade_id        = { label = "Område", unit = "kode" }
omraade_navn      = { label = "Områdets navn", unit = "tekst" }
genstand          = { label = "Sag", unit = "tekst" }
organ             = { label = "Organ", unit = "tekst" }
organisation      = { label = "Organisation", unit = "tekst" }
udfald            = { label = "Udfald", unit = "kode" }
udfald_navn       = { label = "Udfaldet er", unit = "tekst" }
dato              = { label = "Behandlet", unit = "dato" }
planlagt_dato     = { label = "Planlagt til", unit = "dato" }
oplyst_dato       = { label = "Oplyst", unit = "dato" }
er_seneste        = { label = "Det seneste om sagen", unit = "ja_nej" }
afventes          = { label = "Afventes", unit = "ja_nej" }
efter_statusdato  = { label = "Oplyst efter statusdatoen", unit = "ja_nej" }
kilde             = { label = "Kilde", unit = "tekst" }
hovedsag          = { label = "Hovedsag", unit = "tekst" }
led               = { label = "Led i sagen", unit = "tekst" }
organ_plads       = { label = "Organets plads i forløbet", unit = "antal" }
siden_dato        = { label = "Afventes siden", unit = "dato" }
*/
with

fulgt as (
    select
        g.*,
        not exists (
            select 1
            from godkendelse as s
            where s.genstand = g.genstand
                and s.omraade_id is not distinct from g.omraade_id
                and (s.organ = g.organ or g.organ = 'ikke oplyst')
                and s.oplyst_dato > g.oplyst_dato
        ) as er_seneste
    from godkendelse as g
    where i_omraader(g.omraade_id, $omraade, $organisation)
),

afventet as (
    select
        *,
        er_seneste and udfald in ('afventer', 'eventuel', 'udsat') as afventes,
        max(oplyst_dato) filter (where udfald not in ('afventer', 'eventuel', 'udsat')) over samme as sidst_afgjort
    from fulgt
    window samme as (partition by genstand, omraade_id, organ)
),

ventet as (
    select
        *,
        min(oplyst_dato) filter (
            where udfald in ('afventer', 'eventuel', 'udsat') and coalesce(oplyst_dato > sidst_afgjort, true)
        ) over (partition by genstand, omraade_id, organ) as foerste_afventer
    from afventet
)

select
    g.godkendelse_id,
    g.omraade_id,
    o.navn as omraade_navn,
    g.genstand,
    coalesce(r.navn, g.organ) as organ,
    a.kortnavn as organisation,
    g.udfald,
    coalesce(u.navn, g.udfald) as udfald_navn,
    g.dato,
    g.planlagt_dato,
    g.oplyst_dato,
    g.er_seneste,
    g.afventes,
    g.oplyst_dato > $statusdato as efter_statusdato,
    g.kilde,
    split_part(g.genstand, ': ', 1) as hovedsag,
    nullif(substr(g.genstand, len(split_part(g.genstand, ': ', 1)) + 3), '') as led,
    -- The track that a case runs through; a body that was not told stands first, for it speaks of the area as a whole.
    coalesce(
        cast(list_position([
            'ikke oplyst', 'afdelingsmøde', 'urafstemning', 'afdelingsbestyrelse', 'organisationsbestyrelse',
            'repræsentantskab', 'boligsocial bestyrelse', 'styregruppe', 'fagudvalg', 'økonomiudvalg', 'byråd',
            'Landsbyggefonden', 'ministerium'
        ], g.organ) as bigint),
        99
    ) as organ_plads,
    case when g.afventes then coalesce(g.foerste_afventer, g.oplyst_dato) end as siden_dato
from ventet as g
left join omraade as o on g.omraade_id = o.omraade_id
left join organisation as a on g.organisation_id = a.organisation_id
left join betegnelse as u on u.liste = 'godkendelse.udfald' and g.udfald = u.kode
left join betegnelse as r on r.liste = 'godkendelse.organ' and g.organ = r.kode
order by
    g.afventes desc,
    case when g.afventes then list_position(['afventer', 'udsat', 'eventuel'], g.udfald) end nulls last,
    coalesce(g.dato, g.oplyst_dato) desc,
    g.godkendelse_id
