/*
title      = "Almene familieboliger over tid"
question   = "Hvordan udvikler andelen af almene familieboliger sig mod målet?"
definition = "Almene familieboliger i procent af alle boliger: faktisk opgjort på statusdatoen eller før, og som udviklingsplanen regner med. Målet er udviklingsplanens."
key        = ["udviklingsplan_id", "opgjort_dato"]

[params]
omraade      = "ingen, et eller flere områder"
organisation = "ingen, en eller flere organisationer"
statusdato   = "den sidste dag i en måned"

[columns]
udviklingsplan_id = { label = "Udviklingsplan", unit = "kode" }
omraade_navn      = { label = "Område", unit = "tekst" }
opgjort_dato      = { label = "Opgjort", unit = "dato" }
faktisk_pct       = { label = "Faktisk andel", unit = "pct" }
plan_pct          = { label = "Udviklingsplanens andel", unit = "pct" }
maal_andel_pct    = { label = "Mål", unit = "pct" }
*/
select
    u.udviklingsplan_id,
    any_value(o.navn) as omraade_navn,
    b.opgjort_dato,
    max(100.0 * b.almene_familieboliger / nullif(b.boliger_i_alt, 0)) filter (where b.scenarie = 'faktisk') as faktisk_pct,
    max(100.0 * b.almene_familieboliger / nullif(b.boliger_i_alt, 0)) filter (where b.scenarie = 'plan') as plan_pct,
    any_value(u.maal_andel_pct) as maal_andel_pct
from udviklingsplan as u
inner join omraade as o on u.omraade_id = o.omraade_id
inner join boligbestand as b on u.udviklingsplan_id = b.udviklingsplan_id
where i_omraader(u.omraade_id, $omraade, $organisation)
    and (b.scenarie = 'plan' or b.opgjort_dato <= $statusdato)
group by u.udviklingsplan_id, b.opgjort_dato
order by u.udviklingsplan_id, b.opgjort_dato
