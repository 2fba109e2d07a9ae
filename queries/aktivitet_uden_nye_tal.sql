/*
title      = "Aktivitet uden nye tal"
question   = "Hvor er de seneste tal for fremmødet for gamle?"
definition = "Indsatser, der løber på statusdatoen, i de områder, hvor de har haft fremmøder, men hvor den seneste måned med tal ligger mere end grænsen før statusdatoens måned. Summer og sammenligninger, som de indgår i, er for lave."
key        = ["indsats_id", "omraade_id"]

[params]
plan           = "planens id"
omraade        = "ingen, et eller flere områder"
indsatsomraade = "ingen, et eller flere indsatsområder"
organisation   = "ingen, en eller flere organisationer"
statusdato     = "den sidste dag i en måned"

[settings]
for_gamle_maaneder = "ældre tal er for gamle"

[columns]
indsats_id        = { label = "Indsats", unit = "kode" }
navn              = { label = "Indsatsens navn", unit = "tekst" }
omraade_id        = { label = "Område", unit = "kode" }
omraade_navn      = { label = "Områdets navn", unit = "tekst" }
nyeste_maaned     = { label = "Seneste tal", unit = "maaned" }
maaneder_uden_tal = { label = "Måneder uden tal", unit = "antal" }
*/
select
    s.indsats_id,
    i.navn,
    s.omraade_id,
    o.navn as omraade_navn,
    strftime(s.nyeste_maaned, '%Y-%m') as nyeste_maaned,
    date_diff('month', s.nyeste_maaned, cast($statusdato as date)) as maaneder_uden_tal
from aktivitetsmaal_opgjort($plan, $omraade, $indsatsomraade, $organisation, $statusdato) as s
inner join indsats as i on s.indsats_id = i.indsats_id
inner join omraade as o on s.omraade_id = o.omraade_id
where date_diff('month', s.nyeste_maaned, cast($statusdato as date)) > $for_gamle_maaneder
    and i.slut_dato >= $statusdato
    and i.status not in ('afsluttet', 'stoppet')
order by o.navn collate da, s.omraade_id, i.navn collate da, s.indsats_id
