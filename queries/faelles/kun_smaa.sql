/*
title      = "Hviler et tal fra talt_op kun på små celler?"
definition = "Nuller ved siden af lægger intet til. Andele, ændringer og statusser af sådan et antal vises ikke."
arguments  = ["talt"]
scalar     = true
*/
(har_smaa(talt) and sikre(talt) = 0)
