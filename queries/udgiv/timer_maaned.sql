/*
title = "Timer pr. måned, indsatsområde og område"
why   = "Timer kan være et enkelt menneskes: de udgives ikke pr. indsats. Giver en celle med et lille tal timer til summen, udgives summen ikke: er den ene om den, er summen dens timer, og er den det ikke, kan den, der selv holdt de andre, trække sine egne fra."
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
        bool_or(er_lille and (frivilligtimer is not null or medarbejdertimer is not null)) as skjult
    from aktivitet_celle
    group by helhedsplan_id, indsatsomraade_kode, omraade_id, maaned
)

select
    helhedsplan_id,
    indsatsomraade_kode,
    omraade_id,
    maaned,
    case when not skjult then frivilligtimer end as frivilligtimer,
    case when not skjult then medarbejdertimer end as medarbejdertimer,
    skjult
from talt
order by helhedsplan_id, indsatsomraade_kode, omraade_id, maaned
