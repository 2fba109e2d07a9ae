/*
title = "Fremmøder pr. måned, indsats og område"
why   = "Den mindste celle, en læser kan nå. Et antal mennesker fra 1 til under grænsen bliver til grænsen, når loddet (0 til 2^52) er under antal/grænse, ellers 0: middelværdien er det sande tal, begge udfald passer på alle små tal, og nye deltagere bliver aldrig flere end fremmøder, fordi loddet er fælles. I en sådan celle udgives hverken afholdte eller registreringer, for de siger noget om antallet. Er grænsen 3, ville to små tal, der falder hver sin vej, være 2 og 1: da udgives kun det første."
*/
select
    helhedsplan_id,
    indsats_id,
    indsatsomraade_kode,
    omraade_id,
    maaned,
    case
        when not fremmoeder_lille then fremmoeder
        when lod * graense < cast(fremmoeder as hugeint) * 4503599627370496 then graense
        else 0
    end as fremmoeder,
    case
        when not nye_deltagere_lille then nye_deltagere
        when graense = 3 and fremmoeder_lille then null
        when lod * graense < cast(nye_deltagere as hugeint) * 4503599627370496 then graense
        else 0
    end as nye_deltagere,
    case
        when not frivillige_lille then frivillige
        when graense = 3 and (fremmoeder_lille or nye_deltagere_lille) then null
        when lod * graense < cast(frivillige as hugeint) * 4503599627370496 then graense
        else 0
    end as frivillige,
    case
        when not unikke_deltagere_lille then unikke_deltagere
        when graense = 3 and (fremmoeder_lille or nye_deltagere_lille or frivillige_lille) then null
        when lod * graense < cast(unikke_deltagere as hugeint) * 4503599627370496 then graense
        else 0
    end as unikke_deltagere,
    case when not er_lille then antal_afholdt end as antal_afholdt,
    case when not er_lille then registreringer end as registreringer,
    skjulte,
    manglende,
    graense,
    fremmoeder_lille,
    nye_deltagere_lille,
    frivillige_lille,
    unikke_deltagere_lille
from aktivitet_celle
order by helhedsplan_id, indsats_id, indsatsomraade_kode, omraade_id, maaned
