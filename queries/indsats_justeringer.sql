/*
title      = "Indsatsens justeringer"
question   = "Hvad er ændret i indsatsen, hvornår, hvorfor, og hvem besluttede det?"
definition = "Alle justeringer, der nævner indsatsen, uanset område; dem efter statusdatoen er mærket, for de kan ikke ses i tallene endnu."
key        = ["justering_id"]

[params]
plan           = "planens id"
indsats        = "indsatsens id"
statusdato     = "den sidste dag i en måned"

[columns]
justering_id     = { label = "Justering", unit = "kode" }
dato             = { label = "Dato", unit = "dato" }
aendring         = { label = "Hvad er ændret", unit = "tekst" }
begrundelse      = { label = "Hvorfor", unit = "tekst" }
besluttet_af     = { label = "Besluttet af", unit = "tekst" }
omraade_navn     = { label = "Område", unit = "tekst" }
efter_statusdato = { label = "Efter statusdatoen", unit = "ja_nej" }
*/
select
    j.justering_id,
    j.dato,
    j.aendring,
    j.begrundelse,
    j.besluttet_af,
    o.navn as omraade_navn,
    j.dato > $statusdato as efter_statusdato
from justering as j
inner join indsats as i on j.indsats_id = i.indsats_id
left join omraade as o on j.omraade_id = o.omraade_id
where j.indsats_id = $indsats and i.helhedsplan_id = $plan
order by j.dato, j.justering_id
