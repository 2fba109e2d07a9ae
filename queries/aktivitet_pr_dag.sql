/*
title      = "Kalender: dag for dag"
question   = "Hvilke dage sker der noget?"
definition = "Afholdte aktiviteter pr. dag i den valgte periode; en dag uden registrering har ingen række. Rådgivning afleveres som månedstal og er ikke med. En aktivitet, der er opgjort for en hel måned, står på månedens sidste dag."
key        = ["dato"]

[params]
plan           = "planens id"
omraade        = "ingen, et eller flere områder"
indsatsomraade = "ingen, et eller flere indsatsområder"
organisation   = "ingen, en eller flere organisationer"
fra            = "den første måned, ÅÅÅÅ-MM"
til            = "den sidste måned, ÅÅÅÅ-MM"

[columns]
dato          = { label = "Dag", unit = "dato" }
antal_afholdt = { label = "Afholdte aktiviteter", unit = "antal" }
*/
select
    dato,
    cast(sum(antal_afholdt) as bigint) as antal_afholdt
from aktivitet_dag
where helhedsplan_id = $plan
    and i_omraader(omraade_id, $omraade, $organisation)
    and i_indsatsomraader(indsatsomraade_kode, $indsatsomraade)
    and dato between $fra and $til
group by dato
order by dato
