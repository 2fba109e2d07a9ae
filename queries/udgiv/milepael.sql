/*
title = "Milepæle"
why   = "Fritekst kan beskrive en familie og udgives kun, hvor indstillingen siger det; resten er uændret fra leverancen."
*/
select
    milepael_id,
    spor,
    helhedsplan_id,
    omraade_id,
    indsatsomraade_kode,
    indsats_id,
    navn,
    aftalt_dato,
    forventet_dato,
    naaet_dato,
    status,
    ansvarlig_rolle,
    case when $udgiv_fritekst then bemaerkning end as bemaerkning
from milepael
order by milepael_id
