/*
title      = "Det valgtes indikatorer på statusdatoen"
definition = "Én række pr. indikator og område med mål eller måling. Den nyeste måling er den med den seneste periode, der er slut på statusdatoen, også når den er skjult eller mangler."
arguments  = ["omraade", "indsatsomraade", "organisation", "statusdato"]
*/
select
    s.indikator_id,
    s.omraade_id,
    i.navn,
    i.niveau,
    i.indsatsomraade_kode,
    i.enhed,
    i.retning,
    i.definition,
    i.kilde,
    t.nul_dato,
    t.nul_vaerdi,
    t.maal_dato,
    t.maal_vaerdi,
    n.periode_slut as seneste_periode_slut,
    n.vaerdi_status as seneste_status,
    n.vaerdi as seneste_vaerdi,
    vej_vaerdi(t.nul_dato, t.nul_vaerdi, t.maal_dato, t.maal_vaerdi, n.periode_slut) as vej_vaerdi
from (
    select m.indikator_id, m.omraade_id from maal as m
    union
    select v.indikator_id, v.omraade_id from maaling as v
) as s
inner join indikator as i on s.indikator_id = i.indikator_id
left join (
    select v.*, row_number() over (partition by v.indikator_id, v.omraade_id order by v.periode_slut desc) as nummer
    from maaling as v
    where v.periode_slut <= statusdato
) as n on s.indikator_id = n.indikator_id and s.omraade_id = n.omraade_id and n.nummer = 1
left join indikator_maal(statusdato) as t on s.indikator_id = t.indikator_id and s.omraade_id = t.omraade_id
where i_omraader(s.omraade_id, omraade, organisation)
    and i_indsatsomraader(i.indsatsomraade_kode, indsatsomraade)
