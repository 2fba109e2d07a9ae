/*
title      = "Milepæle"
question   = "Hvad er aftalt, ventet og nået, og hvad er forsinket?"
definition = "Den aftalte dato flytter sig aldrig. Forsinkelsen regnes til den dag, milepælen er nået; ellers, når aftalen er forfalden, til den seneste af forventet dato og statusdato; ellers til den forventede dato. Under 0 tæller som 0; en bortfaldet milepæl har ingen forsinkelse."
key        = ["milepael_id"]

[params]
plan           = "planens id"
omraade        = "ingen, et eller flere områder"
indsatsomraade = "ingen, et eller flere indsatsområder"
organisation   = "ingen, en eller flere organisationer"
statusdato     = "den sidste dag i en måned"

[columns]
milepael_id         = { label = "Milepæl", unit = "kode" }
spor                = { label = "Spor", unit = "kode" }
helhedsplan_id      = { label = "Helhedsplan", unit = "kode" }
omraade_id          = { label = "Område", unit = "kode" }
indsatsomraade_kode = { label = "Indsatsområde", unit = "kode" }
indsats_id          = { label = "Indsats", unit = "kode" }
navn                = { label = "Navn", unit = "tekst" }
aftalt_dato         = { label = "Aftalt", unit = "dato" }
forventet_dato      = { label = "Forventet", unit = "dato" }
naaet_dato          = { label = "Nået", unit = "dato" }
status              = { label = "Status", unit = "kode" }
ansvarlig_rolle     = { label = "Ansvarlig", unit = "tekst" }
bemaerkning         = { label = "Bemærkning", unit = "tekst" }
forsinkelse_dage    = { label = "Forsinkelse", unit = "dage" }
overskredet         = { label = "Frist overskredet", unit = "ja_nej" }
er_naaet            = { label = "Nået på statusdatoen", unit = "ja_nej" }
omraade_navn        = { label = "Områdets navn", unit = "tekst" }
indsatsomraade_navn = { label = "Indsatsområdets navn", unit = "tekst" }
*/
select
    m.milepael_id,
    m.spor,
    m.helhedsplan_id,
    m.omraade_id,
    m.indsatsomraade_kode,
    m.indsats_id,
    m.navn,
    m.aftalt_dato,
    m.forventet_dato,
    m.naaet_dato,
    m.status,
    m.ansvarlig_rolle,
    m.bemaerkning,
    m.forsinkelse_dage,
    m.er_overskredet as overskredet,
    m.er_naaet,
    o.navn as omraade_navn,
    k.navn as indsatsomraade_navn
from milepael_opgjort($plan, $omraade, $indsatsomraade, $organisation, $statusdato) as m
cross join plan_valgt($plan, $statusdato) as p
left join omraade as o on m.omraade_id = o.omraade_id
left join indsatsomraade as k
    on m.indsatsomraade_kode = k.indsatsomraade_kode and p.bevillingsperiode = k.bevillingsperiode
order by m.aftalt_dato, m.milepael_id
