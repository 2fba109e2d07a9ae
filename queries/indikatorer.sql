/*
title      = "Indikatorer"
question   = "Hvor langt er vi fra nulpunkt til mål?"
definition = "Den nyeste måling til og med statusdatoen i forhold til nulværdi og målværdi. Af flere mål bruges det næste på eller efter statusdatoen, ellers det sidste. Er den nyeste måling skjult eller mangler den, er der ingen værdi. Vejen er den rette linje fra nulpunkt til mål; en måling på vejen tæller som foran. Områdeudvikling kan ikke tilskrives helhedsplanen alene."
key        = ["indikator_id", "omraade_id"]

[params]
omraade        = "ingen, et eller flere områder"
indsatsomraade = "ingen, et eller flere indsatsområder"
organisation   = "ingen, en eller flere organisationer"
statusdato     = "den sidste dag i en måned"

[columns]
indikator_id              = { label = "Indikator", unit = "kode" }
omraade_id                = { label = "Område", unit = "kode" }
nul_vaerdi                = { label = "Nulpunkt", unit = "vaerdi" }
maal_vaerdi               = { label = "Mål", unit = "vaerdi" }
seneste_vaerdi            = { label = "Seneste måling", unit = "vaerdi" }
seneste_periode_slut      = { label = "Målt til og med", unit = "dato" }
maalopfyldelse_pct        = { label = "Målopfyldelse", unit = "pct" }
navn                      = { label = "Indikatorens navn", unit = "tekst" }
niveau                    = { label = "Niveau", unit = "kode" }
indsatsomraade_kode       = { label = "Indsatsområde", unit = "kode" }
enhed                     = { label = "Enhed", unit = "kode" }
retning                   = { label = "Retning", unit = "kode" }
nul_dato                  = { label = "Nulpunktets dato", unit = "dato" }
maal_dato                 = { label = "Målets dato", unit = "dato" }
seneste_status            = { label = "Seneste måling er", unit = "kode" }
omraade_navn              = { label = "Områdets navn", unit = "tekst" }
vej_vaerdi                = { label = "Vejen til målet på måledagen", unit = "vaerdi" }
stand                     = { label = "I forhold til vejen", unit = "kode" }
definition                = { label = "Indikatorens definition", unit = "tekst" }
kilde                     = { label = "Indikatorens kilde", unit = "tekst" }
seneste_vaerdi_maerke     = { label = "Seneste måling: mærke", unit = "maerke" }
maalopfyldelse_pct_maerke = { label = "Målopfyldelse: mærke", unit = "maerke" }
*/
select
    s.indikator_id,
    s.omraade_id,
    s.nul_vaerdi,
    s.maal_vaerdi,
    s.seneste_vaerdi,
    s.seneste_periode_slut,
    100.0 * (s.seneste_vaerdi - s.nul_vaerdi) / nullif(s.maal_vaerdi - s.nul_vaerdi, 0) as maalopfyldelse_pct,
    s.navn,
    s.niveau,
    s.indsatsomraade_kode,
    s.enhed,
    s.retning,
    s.nul_dato,
    s.maal_dato,
    s.seneste_status,
    o.navn as omraade_navn,
    s.vej_vaerdi,
    indikator_stand(s.seneste_vaerdi, s.seneste_status, s.vej_vaerdi, s.retning) as stand,
    s.definition,
    s.kilde,
    indikator_maerke(s.seneste_vaerdi, s.seneste_status) as seneste_vaerdi_maerke,
    -- Without a target there is nothing to reckon, whatever the measurement is.
    case when s.maal_vaerdi <> s.nul_vaerdi then indikator_maerke(s.seneste_vaerdi, s.seneste_status) end
        as maalopfyldelse_pct_maerke
from indikator_opgjort($omraade, $indsatsomraade, $organisation, $statusdato) as s
left join omraade as o on s.omraade_id = o.omraade_id
order by s.navn collate da, s.indikator_id, o.navn collate da nulls first, s.omraade_id
