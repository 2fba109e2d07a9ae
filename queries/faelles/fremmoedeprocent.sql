/*
title      = "Fremmøder i forhold til mål"
definition = "Over de serier, der har et mål: fremmøder i kalenderåret / målets andel. Uden noget mål: i forhold til de samme måneder året før, hvis planen havde dem alle. En nævner på nul giver intet tal."
arguments  = ["fremmoeder_med_maal", "maal_til_dato", "serier_med_maal", "fremmoeder", "fremmoeder_aaret_foer", "har_aaret_foer"]
scalar     = true
*/
case
    when serier_med_maal > 0 and maal_til_dato > 0 then 100.0 * fremmoeder_med_maal / maal_til_dato
    when serier_med_maal = 0 and har_aaret_foer and fremmoeder_aaret_foer > 0
        then 100.0 * fremmoeder / fremmoeder_aaret_foer
end
