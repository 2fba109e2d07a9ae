/*
title      = "Indgår der små celler i et tal fra talt_op?"
definition = "Ja, nej, eller intet, hvor der ikke er noget tal."
arguments  = ["talt"]
scalar     = true
*/
talt >= 1_0000000_000000000000_000000000000
