/*
title      = "Mærket ved en sum, som noget er skjult af"
definition = "skjult, hvor alt er skjult; mindst, hvor noget er: det, der vises, er summen af resten."
arguments  = ["tal", "uden"]
scalar     = true
*/
case when uden is not null then case when tal is null then uden else 'mindst' end end
