/*
title      = "Mærket ved et antal i procent af noget kendt"
definition = "skjult, hvor antallet kun hviler på små celler; afrundet, hvor små celler indgår; ellers hvorfor antallet mangler."
arguments  = ["talt", "uden"]
scalar     = true
*/
case when talt is null then uden when kun_smaa(talt) then 'skjult' when har_smaa(talt) then 'afrundet' end
