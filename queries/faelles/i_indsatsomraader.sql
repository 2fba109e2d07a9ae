/*
title      = "Bærer rækken et af de valgte indsatsområder?"
definition = "Intet valg tager alt med, også Fælles."
arguments  = ["kode", "indsatsomraade"]
scalar     = true
*/
(len(indsatsomraade) = 0 or coalesce(list_contains(indsatsomraade, kode), false))
