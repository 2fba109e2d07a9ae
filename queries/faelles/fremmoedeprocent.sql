/*
title      = "Fremmøder i forhold til mål"
definition = "Over de serier, der har et mål: fremmøder i kalenderåret / målets andel. Uden noget mål: i forhold til de samme måneder året før, hvis planen havde dem alle. En nævner på nul giver intet tal, og det gør heller ikke det, som mærket siger er skjult."
arguments  = ["med_maal", "maal_til_dato", "serier_med_maal", "aar", "aaret_foer", "maerke"]
scalar     = true
*/
case
    when maerke <> 'afrundet' then null
    when serier_med_maal = 0 then 100.0 * summen(aar) / nullif(summen(aaret_foer), 0)
    when maal_til_dato > 0 then 100.0 * summen(med_maal) / maal_til_dato
end
