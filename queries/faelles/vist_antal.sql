/*
title      = "Et antal mennesker, som det må vises"
definition = "Summen af et tal fra talt_op, undtagen hvor mærket siger, at én lille celle er det hele, eller at små celler tilsammen giver 0."
arguments  = ["talt", "maerke"]
scalar     = true
*/
case when maerke is null or maerke = 'afrundet' then summen(talt) end
