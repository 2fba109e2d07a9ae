/*
title = "Timer pr. måned, indsatsområde og område"
why   = "Timer kan være et enkelt menneskes: de udgives ikke pr. indsats. En celle med et lille tal må ikke kunne kendes på sine timer: giver den timer til summen, udgives summen kun, når mindst to celler uden små tal også gør. Så siger den om cellens timer blot, at de er en del af den, og ingen anden tabel har timer at trække fra; står cellen kun sammen med én anden, kunne den, der holdt den anden, trække sine egne fra."
*/
with

talt as (
    select
        helhedsplan_id,
        indsatsomraade_kode,
        omraade_id,
        maaned,
        sum(frivilligtimer order by indsats_id) as frivilligtimer,
        sum(medarbejdertimer order by indsats_id) as medarbejdertimer,
        count(case when er_lille then frivilligtimer end) as smaa_frivillig,
        count(case when not er_lille then frivilligtimer end) as andre_frivillig,
        count(case when er_lille then medarbejdertimer end) as smaa_medarbejder,
        count(case when not er_lille then medarbejdertimer end) as andre_medarbejder
    from aktivitet_celle
    group by helhedsplan_id, indsatsomraade_kode, omraade_id, maaned
),

med_skjul as (
    select
        *,
        (smaa_frivillig > 0 and andre_frivillig < 2) or (smaa_medarbejder > 0 and andre_medarbejder < 2) as skjult
    from talt
)

select
    helhedsplan_id,
    indsatsomraade_kode,
    omraade_id,
    maaned,
    case when not skjult then frivilligtimer end as frivilligtimer,
    case when not skjult then medarbejdertimer end as medarbejdertimer,
    skjult
from med_skjul
order by helhedsplan_id, indsatsomraade_kode, omraade_id, maaned
