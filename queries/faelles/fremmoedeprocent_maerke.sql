/*
title      = "Mærket ved fremmøder i forhold til mål"
definition = "skjult, hvor procenten kun hviler på små celler; afrundet, hvor små celler indgår; ellers hvorfor et tal mangler. Uden noget at sammenligne med er der intet mærke."
arguments  = ["med_maal", "uden_med_maal", "maal_til_dato", "serier_med_maal", "aar", "uden_aar", "aaret_foer", "uden_aaret_foer"]
scalar     = true
*/
case
    when serier_med_maal = 0 then forhold_maerke(aar, uden_aar, aaret_foer, uden_aaret_foer)
    when maal_til_dato > 0 then andel_maerke(med_maal, uden_med_maal)
end
