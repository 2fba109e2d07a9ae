/*
title = "Det, der er talt, pr. indsats, område og måned"
why   = "Den mindste celle med dens grænse og dens lod. Bliver inde: her står de talte mennesker, før de beskyttes. Loddet er ens for alle cellens kolonner og afhænger kun af nøglen og cellens navn, så en rettelse eller en ny måned ikke ændrer andre celler. Et indsatsområde, der ikke kan slås op, regnes for sensitivt. Timer lægges sammen som decimaltal, så summen er den samme i enhver rækkefølge. Unikke deltagere lægges aldrig sammen: kun én række kan give dem."
*/
with

talt as (
    select
        indsats_id,
        omraade_id,
        dato - cast(day(dato) as integer) + 1 as maaned,
        cast(sum(fremmoeder) as bigint) as fremmoeder,
        cast(sum(nye_deltagere) as bigint) as nye_deltagere,
        cast(sum(frivillige) as bigint) as frivillige,
        cast(case when count(unikke_deltagere) = 1 then max(unikke_deltagere) end as bigint) as unikke_deltagere,
        cast(sum(antal_afholdt) as bigint) as antal_afholdt,
        cast(count(*) as bigint) as registreringer,
        cast(count(case when vaerdi_status = 'skjult' then 1 end) as bigint) as skjulte,
        cast(count(case when vaerdi_status = 'mangler' then 1 end) as bigint) as manglende,
        cast(sum(try_cast(frivilligtimer as decimal(38, 6))) as double) as frivilligtimer,
        cast(sum(try_cast(medarbejdertimer as decimal(38, 6))) as double) as medarbejdertimer
    from aktivitet
    group by indsats_id, omraade_id, dato - cast(day(dato) as integer) + 1
),

med_graense as (
    select
        t.*,
        i.helhedsplan_id,
        i.indsatsomraade_kode,
        cast(
            case when coalesce(o.sensitiv, true) then $graense_sensitiv else $graense_personer end as bigint
        ) as graense,
        cast(
            '0x' || substr(
                sha256(
                    $noegle || '|' || t.indsats_id || '|' || t.omraade_id || '|' || strftime(t.maaned, '%Y-%m')
                ), 1, 13
            ) as hugeint
        ) as lod
    from talt as t
    inner join indsats as i on t.indsats_id = i.indsats_id
    left join helhedsplan as h on i.helhedsplan_id = h.helhedsplan_id
    left join indsatsomraade as o
        on h.bevillingsperiode = o.bevillingsperiode and i.indsatsomraade_kode = o.indsatsomraade_kode
),

med_smaa as (
    select
        *,
        coalesce(fremmoeder between 1 and graense - 1, false) as fremmoeder_lille,
        coalesce(nye_deltagere between 1 and graense - 1, false) as nye_deltagere_lille,
        coalesce(frivillige between 1 and graense - 1, false) as frivillige_lille,
        coalesce(unikke_deltagere between 1 and graense - 1, false) as unikke_deltagere_lille
    from med_graense
)

select
    *,
    fremmoeder_lille or nye_deltagere_lille or frivillige_lille or unikke_deltagere_lille as er_lille
from med_smaa
