/*
title      = "Mærket ved et antal i forhold til et andet"
definition = "skjult, hvor et af de to kun hviler på små celler; afrundet, hvor små celler indgår; ellers hvorfor et af dem mangler. Intet at sammenligne med giver intet mærke."
arguments  = ["talt", "uden", "med", "uden_med"]
scalar     = true
*/
case
    when med is null then uden_med
    when med = 0 then null
    when talt is null then uden
    when kun_smaa(talt) or kun_smaa(med) then 'skjult'
    when har_smaa(talt) or har_smaa(med) then 'afrundet'
end
