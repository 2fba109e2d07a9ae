/*
title      = "Forventet forbrug"
definition = "Forbrug plus restprognose efter statusdatoen. Har planen ingen restprognose: forbrug plus gennemsnittet af taktens måneder gange de måneder, der er tilbage (aldrig under 0), afrundet én gang til øre, halve til lige. Uden forbrug i det valgte gives intet tal."
arguments  = ["forbrug_kr", "rest_kr", "takt_kr", "forbrugsposter", "har_restprognose", "takt_maaneder", "maaneder_tilbage"]
scalar     = true
*/
case
    when har_restprognose then forbrug_kr + rest_kr
    when forbrugsposter = 0 or takt_maaneder < 1 then null
    else forbrug_kr + oere_del(takt_kr, maaneder_tilbage, takt_maaneder)
end
