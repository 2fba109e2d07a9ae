/*
title      = "En indikators målinger"
question   = "Hvordan er indikatoren gået fra måling til måling, holdt op mod vejen til målet?"
definition = "Målinger, hvis periode er slut på statusdatoen. Vejen er den rette linje fra nulpunkt til det mål, der regnes med. En skjult måling er skjult for at beskytte enkeltpersoner og er ikke nul; en, der mangler, er ikke modtaget. Områdeudvikling kan ikke tilskrives helhedsplanen alene."
key        = ["indikator_id", "omraade_id", "periode_slut"]

[params]
indikator  = "indikatorens id"
sted       = "områdets id, eller ALLE for alle områder under ét"
statusdato = "den sidste dag i en måned"

[columns]
indikator_id       = { label = "Indikator", unit = "kode" }
omraade_id         = { label = "Område", unit = "kode" }
periode_start      = { label = "Målt fra", unit = "dato" }
periode_slut       = { label = "Målt til og med", unit = "dato" }
vaerdi             = { label = "Målt", unit = "vaerdi" }
vej_vaerdi         = { label = "Vejen til målet", unit = "vaerdi" }
vaerdi_status      = { label = "Status", unit = "kode" }
vaerdi_status_navn = { label = "Målingen er", unit = "tekst" }
stand              = { label = "I forhold til vejen", unit = "kode" }
vaerdi_maerke      = { label = "Målt: mærke", unit = "maerke" }
*/
with

valgt as (
    select
        v.indikator_id,
        v.omraade_id,
        v.periode_start,
        v.periode_slut,
        v.vaerdi,
        v.vaerdi_status,
        i.retning,
        vej_vaerdi(t.nul_dato, t.nul_vaerdi, t.maal_dato, t.maal_vaerdi, v.periode_slut) as vej_vaerdi
    from maaling as v
    inner join indikator as i on v.indikator_id = i.indikator_id
    left join indikator_maal($statusdato) as t on v.indikator_id = t.indikator_id and v.omraade_id = t.omraade_id
    where v.indikator_id = $indikator and v.omraade_id = $sted and v.periode_slut <= $statusdato
)

select
    v.indikator_id,
    v.omraade_id,
    v.periode_start,
    v.periode_slut,
    v.vaerdi,
    v.vej_vaerdi,
    v.vaerdi_status,
    coalesce(b.navn, v.vaerdi_status) as vaerdi_status_navn,
    indikator_stand(v.vaerdi, v.vaerdi_status, v.vej_vaerdi, v.retning) as stand,
    indikator_maerke(v.vaerdi, v.vaerdi_status) as vaerdi_maerke
from valgt as v
left join betegnelse as b on b.liste = 'maaling.vaerdi_status' and v.vaerdi_status = b.kode
order by v.periode_slut
