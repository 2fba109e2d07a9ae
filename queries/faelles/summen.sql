/*
title      = "Antallet i et tal fra talt_op"
definition = "Summen af cellerne, de små med, som de står i udgivelsen."
arguments  = ["talt"]
scalar     = true
*/
cast(talt % 1_000000000000 as bigint)
