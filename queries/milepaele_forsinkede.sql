/*
title      = "Forsinkede milepæle"
question   = "Hvad er bagud, hvor meget, siden hvornår, og hvem er ansvarlig?"
definition = "Milepæle, der hverken er nået eller bortfaldet, og som er overskredet eller ventes nået efter den aftalte dato. Den mest forsinkede først. En ny dato er en forventet dato efter statusdatoen. Alvoren følger grænserne for fremdrift."
key        = ["milepael_id"]

[params]
plan           = "planens id"
omraade        = "ingen, et eller flere områder"
indsatsomraade = "ingen, et eller flere indsatsområder"
organisation   = "ingen, en eller flere organisationer"
statusdato     = "den sidste dag i en måned"

[settings]
fremdrift_gul_dage  = "flere dages forsinkelse er gul"
fremdrift_roed_dage = "flere dages forsinkelse er rød"

[columns]
milepael_id         = { label = "Milepæl", unit = "kode" }
navn                = { label = "Navn", unit = "tekst" }
spor                = { label = "Spor", unit = "kode" }
spor_navn           = { label = "Sporets navn", unit = "tekst" }
omraade_id          = { label = "Område", unit = "kode" }
omraade_navn        = { label = "Områdets navn", unit = "tekst" }
indsatsomraade_kode = { label = "Indsatsområde", unit = "kode" }
indsatsomraade_navn = { label = "Indsatsområdets navn", unit = "tekst" }
forsinkelse_dage    = { label = "Forsinkelse", unit = "dage" }
aftalt_dato         = { label = "Aftalt", unit = "dato" }
ny_dato             = { label = "Ny dato", unit = "dato" }
ansvarlig_rolle     = { label = "Ansvarlig", unit = "tekst" }
overskredet         = { label = "Frist overskredet", unit = "ja_nej" }
alvor               = { label = "Alvor", unit = "status" }
indsats_id          = { label = "Indsats", unit = "kode" }
*/
with

forsinket as (
    select *, case when forventet_dato > $statusdato then forventet_dato end as ny_dato
    from milepael_opgjort($plan, $omraade, $indsatsomraade, $organisation, $statusdato)
    where not er_naaet and not er_bortfaldet and (er_overskredet or forsinkelse_dage > 0)
)

select
    m.milepael_id,
    m.navn,
    m.spor,
    coalesce(b.navn, m.spor) as spor_navn,
    m.omraade_id,
    o.navn as omraade_navn,
    m.indsatsomraade_kode,
    k.navn as indsatsomraade_navn,
    m.forsinkelse_dage,
    m.aftalt_dato,
    m.ny_dato,
    m.ansvarlig_rolle,
    m.er_overskredet as overskredet,
    case
        when m.forsinkelse_dage > $fremdrift_roed_dage or (m.er_overskredet and m.ny_dato is null) then 'roed'
        when m.forsinkelse_dage > $fremdrift_gul_dage then 'gul'
        else 'groen'
    end as alvor,
    m.indsats_id
from forsinket as m
cross join plan_valgt($plan, $statusdato) as p
left join betegnelse as b on b.liste = 'milepael.spor' and m.spor = b.kode
left join omraade as o on m.omraade_id = o.omraade_id
left join indsatsomraade as k
    on m.indsatsomraade_kode = k.indsatsomraade_kode and p.bevillingsperiode = k.bevillingsperiode
order by m.forsinkelse_dage desc, m.aftalt_dato, m.milepael_id
