/*
title      = "Det, der står, som det er talt, i et tal fra talt_op"
definition = "Summen af de celler, der ikke er små."
arguments  = ["talt"]
scalar     = true
*/
(talt // 1_000000000000 % 1_000000000000)
