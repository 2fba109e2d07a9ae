/*
title      = "Indikatorer"
question   = "Hvor langt er vi fra nulpunkt til mål?"
definition = "Den nyeste måling til og med statusdatoen i forhold til nulværdi og målværdi. Af flere mål bruges det næste på eller efter statusdatoen, ellers det sidste. Er den nyeste måling skjult eller mangler den, er der ingen værdi. Områdeudvikling kan ikke tilskrives helhedsplanen alene."
key        = ["indikator_id", "omraade_id"]

[params]
omraade        = "ingen, et eller flere områder"
indsatsomraade = "ingen, et eller flere indsatsområder"
organisation   = "ingen, en eller flere organisationer"
statusdato     = "den sidste dag i en måned"

[columns]
indikator_id         = { label = "Indikator", unit = "kode" }
omraade_id           = { label = "Område", unit = "kode" }
nul_vaerdi           = { label = "Nulpunkt", unit = "vaerdi" }
maal_vaerdi          = { label = "Mål", unit = "vaerdi" }
seneste_vaerdi       = { label = "Seneste måling", unit = "vaerdi" }
seneste_periode_slut = { label = "Målt til og med", unit = "dato" }
maalopfyldelse_pct   = { label = "Målopfyldelse", unit = "pct" }
navn                 = { label = "Indikatorens navn", unit = "tekst" }
niveau               = { label = "Niveau", unit = "kode" }
indsatsomraade_kode  = { label = "Indsatsområde", unit = "kode" }
enhed                = { label = "Enhed", unit = "kode" }
retning              = { label = "Retning", unit = "kode" }
nul_dato             = { label = "Nulpunktets dato", unit = "dato" }
maal_dato            = { label = "Målets dato", unit = "dato" }
seneste_status       = { label = "Seneste måling er", unit = "kode" }
omraade_navn         = { label = "Områdets navn", unit = "tekst" }
*/
with

serier as (
    select indikator_id, omraade_id from maal
    union
    select indikator_id, omraade_id from maaling
),

nyeste as (
    select
        indikator_id,
        omraade_id,
        max_by(vaerdi_status, periode_slut) as seneste_status,
        max(periode_slut) as seneste_periode_slut
    from maaling
    where periode_slut <= $statusdato
    group by indikator_id, omraade_id
),

-- The next target on or after statusdato, else the last.
naeste_maal as (
    select
        indikator_id,
        omraade_id,
        coalesce(min(maal_dato) filter (where maal_dato >= $statusdato), max(maal_dato)) as maal_dato
    from maal
    group by indikator_id, omraade_id
)

select
    s.indikator_id,
    s.omraade_id,
    t.nul_vaerdi,
    t.maal_vaerdi,
    v.vaerdi as seneste_vaerdi,
    n.seneste_periode_slut,
    100.0 * (v.vaerdi - t.nul_vaerdi) / nullif(t.maal_vaerdi - t.nul_vaerdi, 0) as maalopfyldelse_pct,
    i.navn,
    i.niveau,
    i.indsatsomraade_kode,
    i.enhed,
    i.retning,
    t.nul_dato,
    t.maal_dato,
    n.seneste_status,
    o.navn as omraade_navn
from serier as s
inner join indikator as i on s.indikator_id = i.indikator_id
left join omraade as o on s.omraade_id = o.omraade_id
left join nyeste as n on s.indikator_id = n.indikator_id and s.omraade_id = n.omraade_id
left join maaling as v
    on n.indikator_id = v.indikator_id and n.omraade_id = v.omraade_id and n.seneste_periode_slut = v.periode_slut
left join naeste_maal as nm on s.indikator_id = nm.indikator_id and s.omraade_id = nm.omraade_id
left join maal as t on nm.indikator_id = t.indikator_id and nm.omraade_id = t.omraade_id and nm.maal_dato = t.maal_dato
where i_omraader(s.omraade_id, $omraade, $organisation)
    and i_indsatsomraader(i.indsatsomraade_kode, $indsatsomraade)
order by i.navn collate da, s.indikator_id, o.navn collate da nulls first, s.omraade_id
