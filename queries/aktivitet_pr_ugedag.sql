/*
title      = "Afholdte aktiviteter pr. ugedag"
question   = "Hvilke ugedage sker der mest?"
definition = "Afholdte aktiviteter i den valgte periode efter ugedag (1 er mandag, 7 er søndag) og deres andel af alle. Rådgivning afleveres som månedstal og er ikke med. En aktivitet, der er opgjort for en hel måned, står på månedens sidste dag."
key        = ["ugedag"]

[params]
plan           = "planens id"
omraade        = "ingen, et eller flere områder"
indsatsomraade = "ingen, et eller flere indsatsområder"
organisation   = "ingen, en eller flere organisationer"
fra            = "den første måned, ÅÅÅÅ-MM"
til            = "den sidste måned, ÅÅÅÅ-MM"

[columns]
ugedag        = { label = "Ugedag (1 er mandag)", unit = "kode" }
antal_afholdt = { label = "Afholdte aktiviteter", unit = "antal" }
andel_pct     = { label = "Andel", unit = "pct" }
*/
select
    cast(isodow(dato) as bigint) as ugedag,
    cast(sum(antal_afholdt) as bigint) as antal_afholdt,
    100.0 * cast(sum(antal_afholdt) as bigint) / nullif(cast(sum(sum(antal_afholdt)) over () as bigint), 0)
        as andel_pct
from aktivitet_dag
where helhedsplan_id = $plan
    and i_omraader(omraade_id, $omraade, $organisation)
    and i_indsatsomraader(indsatsomraade_kode, $indsatsomraade)
    and dato between $fra and $til
group by isodow(dato)
order by ugedag
