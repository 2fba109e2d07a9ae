/*
title      = "Indsatserne i tid"
question   = "Hvornår løber de boligsociale indsatser i hvert område?"
definition = "Én række pr. område og indsats, der har aktivitet, mål for fremmødet eller milepæle i området. Løber på statusdatoen, når den ligger fra indsatsens begyndelse til dens slutning, begge med. Hver indsats står også med sit indsatsområdes samlede tid i området: fra den første begyndelse til den sidste slutning, hvor mange indsatser det er, og hvor mange af dem der løber."
key        = ["omraade_id", "indsats_id"]

[params]
plan         = "planens id"
omraade      = "ingen, et eller flere områder"
organisation = "ingen, en eller flere organisationer"
statusdato   = "den sidste dag i en måned"

[columns]
omraade_id          = { label = "Område", unit = "kode" }
omraade_navn        = { label = "Områdets navn", unit = "tekst" }
indsatsomraade_kode = { label = "Indsatsområde", unit = "kode" }
indsatsomraade_navn = { label = "Indsatsområdets navn", unit = "tekst" }
indsats_id          = { label = "Indsats", unit = "kode" }
navn                = { label = "Indsatsens navn", unit = "tekst" }
status_navn         = { label = "Status", unit = "tekst" }
start_dato          = { label = "Begynder", unit = "dato" }
slut_dato           = { label = "Slutter", unit = "dato" }
loeber              = { label = "Løber på statusdatoen", unit = "ja_nej" }
foerste_start       = { label = "Indsatsområdet begynder", unit = "dato" }
sidste_slut         = { label = "Indsatsområdet slutter", unit = "dato" }
antal               = { label = "Indsatsområdets indsatser i området", unit = "antal" }
antal_loeber        = { label = "Heraf løber på statusdatoen", unit = "antal" }
*/
select
    r.omraade_id,
    o.navn as omraade_navn,
    i.indsatsomraade_kode,
    coalesce(k.navn, i.indsatsomraade_kode) as indsatsomraade_navn,
    i.indsats_id,
    i.navn,
    coalesce(b.navn, i.status) as status_navn,
    i.start_dato,
    i.slut_dato,
    $statusdato between i.start_dato and i.slut_dato as loeber,
    min(i.start_dato) over spor as foerste_start,
    max(i.slut_dato) over spor as sidste_slut,
    count(*) over spor as antal,
    count(*) filter (where $statusdato between i.start_dato and i.slut_dato) over spor as antal_loeber
from indsats_omraade($plan) as r
inner join indsats as i on r.indsats_id = i.indsats_id
inner join omraade as o on r.omraade_id = o.omraade_id
cross join plan_valgt($plan, $statusdato) as p
left join indsatsomraade as k
    on i.indsatsomraade_kode = k.indsatsomraade_kode and p.bevillingsperiode = k.bevillingsperiode
left join betegnelse as b on b.liste = 'indsats.status' and i.status = b.kode
where i_omraader(r.omraade_id, $omraade, $organisation)
window spor as (partition by r.omraade_id, i.indsatsomraade_kode)
order by o.navn collate da, r.omraade_id, k.sortering, i.indsatsomraade_kode, i.start_dato, i.navn collate da, i.indsats_id
