/*
title      = "Én indsats"
question   = "Hvad er indsatsen, hvem er den for, og hvem har ansvaret?"
definition = "Indsatsen, som den er oplyst. Budget og forbrug er indsatsens egne poster i hele planen; forbruget til og med statusdatoens kalenderår, for penge pr. indsats udgives kun pr. kalenderår. Har planen et korrigeret budget, er det det, der gælder."
key        = ["indsats_id"]

[params]
plan           = "planens id"
indsats        = "indsatsens id"
statusdato     = "den sidste dag i en måned"

[columns]
indsats_id          = { label = "Indsats", unit = "kode" }
navn                = { label = "Navn", unit = "tekst" }
indsatsomraade_kode = { label = "Indsatsområdekode", unit = "kode" }
indsatsomraade_navn = { label = "Indsatsområde", unit = "tekst" }
omraader            = { label = "Områder", unit = "tekst" }
status              = { label = "Statuskode", unit = "kode" }
status_navn         = { label = "Status", unit = "tekst" }
beskrivelse         = { label = "Beskrivelse", unit = "tekst" }
maalgruppe          = { label = "Målgruppe", unit = "tekst" }
ansvarlig_rolle     = { label = "Ansvarlig", unit = "tekst" }
organisation_navn   = { label = "Organisation", unit = "tekst" }
start_dato          = { label = "Begynder", unit = "dato" }
slut_dato           = { label = "Slutter", unit = "dato" }
kernedrift          = { label = "Kernedriftskode", unit = "kode" }
kernedrift_navn     = { label = "Grænse til kernedriften", unit = "tekst" }
kernedrift_note     = { label = "Note om kernedriften", unit = "tekst" }
kilde               = { label = "Kilde", unit = "tekst" }
budget_kr           = { label = "Budget i alt", unit = "kr" }
forbrug_kr          = { label = "Forbrug", unit = "kr" }
forbrugsprocent     = { label = "Forbrug af budget", unit = "pct" }
*/
with

steder as (
    select string_agg(o.navn, ', ' order by o.navn collate da) as omraader
    from indsats_omraade($plan) as r
    inner join omraade as o on r.omraade_id = o.omraade_id
    where r.indsats_id = $indsats
),

penge as (
    select
        cast(coalesce(sum(beloeb_kr) filter (where er_gaeldende_budget), 0) as decimal(18, 2)) as budget_kr,
        cast(coalesce(sum(beloeb_kr) filter (where type = 'forbrug' and aar <= year(cast($statusdato as date))), 0) as decimal(18, 2))
            as forbrug_kr
    from oekonomi_indsats_aar
    where helhedsplan_id = $plan and indsats_id = $indsats
)

select
    i.indsats_id,
    i.navn,
    i.indsatsomraade_kode,
    k.navn as indsatsomraade_navn,
    s.omraader,
    i.status,
    coalesce(bs.navn, i.status) as status_navn,
    i.beskrivelse,
    i.maalgruppe,
    i.ansvarlig_rolle,
    o.navn as organisation_navn,
    i.start_dato,
    i.slut_dato,
    i.kernedrift,
    bk.navn as kernedrift_navn,
    i.kernedrift_note,
    i.kilde,
    m.budget_kr,
    m.forbrug_kr,
    case when m.budget_kr > 0 then 100.0 * m.forbrug_kr / m.budget_kr end as forbrugsprocent
from indsats as i
cross join steder as s
cross join penge as m
inner join plan as p on i.helhedsplan_id = p.helhedsplan_id
left join indsatsomraade as k
    on i.indsatsomraade_kode = k.indsatsomraade_kode and p.bevillingsperiode = k.bevillingsperiode
left join organisation as o on i.organisation_id = o.organisation_id
left join betegnelse as bs on bs.liste = 'indsats.status' and i.status = bs.kode
left join betegnelse as bk on bk.liste = 'indsats.kernedrift' and i.kernedrift = bk.kode
where i.helhedsplan_id = $plan and i.indsats_id = $indsats
