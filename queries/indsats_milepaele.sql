/*
title      = "Indsatsens milepæle"
question   = "Hvad er aftalt, ventet og nået i indsatsen?"
definition = "De milepæle, der nævner indsatsen, i de valgte områder. Den aftalte dato flytter sig aldrig; forsinkelsen regnes som på siden Fremdrift. Frist overskredet: den aftalte dato er passeret på statusdatoen, og milepælen er hverken nået eller bortfaldet."
key        = ["milepael_id"]

[params]
plan           = "planens id"
omraade        = "ingen, et eller flere områder"
organisation   = "ingen, en eller flere organisationer"
indsats        = "indsatsens id"
statusdato     = "den sidste dag i en måned"

[columns]
milepael_id      = { label = "Milepæl", unit = "kode" }
navn             = { label = "Navn", unit = "tekst" }
omraade_navn     = { label = "Område", unit = "tekst" }
aftalt_dato      = { label = "Aftalt", unit = "dato" }
forventet_dato   = { label = "Forventet", unit = "dato" }
naaet_dato       = { label = "Nået", unit = "dato" }
status           = { label = "Statuskode", unit = "kode" }
ansvarlig_rolle  = { label = "Ansvarlig", unit = "tekst" }
forsinkelse_dage = { label = "Forsinkelse", unit = "dage" }
overskredet      = { label = "Frist overskredet", unit = "ja_nej" }
er_naaet         = { label = "Nået på statusdatoen", unit = "ja_nej" }
er_til_dato      = { label = "Aftalt til og med statusdatoen", unit = "ja_nej" }
*/
select
    m.milepael_id,
    m.navn,
    o.navn as omraade_navn,
    m.aftalt_dato,
    m.forventet_dato,
    case when m.er_naaet then m.naaet_dato end as naaet_dato,
    m.status,
    m.ansvarlig_rolle,
    m.forsinkelse_dage,
    m.er_overskredet as overskredet,
    m.er_naaet,
    m.er_til_dato
from milepael_opgjort($plan, $omraade, cast([] as varchar[]), $organisation, $statusdato) as m
left join omraade as o on m.omraade_id = o.omraade_id
where m.indsats_id = $indsats
order by m.aftalt_dato, m.milepael_id
