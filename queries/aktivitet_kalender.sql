/*
title      = "Kalender: måneder og ugedage"
question   = "Hvornår på ugen og året sker der noget?"
definition = "Afholdte aktiviteter pr. måned og ugedag (1 er mandag, 7 er søndag) i den valgte periode. Rådgivning afleveres som månedstal og er ikke med. En aktivitet, der er opgjort for en hel måned, står på månedens sidste dag."
key        = ["maaned", "ugedag"]

[params]
plan           = "planens id"
omraade        = "ingen, et eller flere områder"
indsatsomraade = "ingen, et eller flere indsatsområder"
organisation   = "ingen, en eller flere organisationer"
fra            = "den første måned, ÅÅÅÅ-MM"
til            = "den sidste måned, ÅÅÅÅ-MM"

[columns]
maaned        = { label = "Måned", unit = "maaned" }
ugedag        = { label = "Ugedag (1 er mandag)", unit = "kode" }
antal_afholdt = { label = "Afholdte aktiviteter", unit = "antal" }
*/
select
    strftime(dato, '%Y-%m') as maaned,
    cast(isodow(dato) as bigint) as ugedag,
    cast(sum(antal_afholdt) as bigint) as antal_afholdt
from aktivitet_dag
where helhedsplan_id = $plan
    and i_omraader(omraade_id, $omraade, $organisation)
    and i_indsatsomraader(indsatsomraade_kode, $indsatsomraade)
    and dato between $fra and $til
group by strftime(dato, '%Y-%m'), isodow(dato)
order by maaned, ugedag
