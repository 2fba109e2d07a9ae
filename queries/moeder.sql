/*
title      = "Møder"
question   = "Hvornår mødtes vi sidst, og hvornår mødes vi næste gang?"
definition = "Det sidste møde er det nyeste på statusdatoen eller før; det næste er det første derefter. Mødets statusdato er den sidste månedsslutning, før data blev låst (eller mødet holdt): det, man dengang kunne se."
key        = ["moede_id"]

[params]
statusdato = "den sidste dag i en måned"

[columns]
moede_id       = { label = "Møde", unit = "kode" }
organ          = { label = "Organ", unit = "tekst" }
dato           = { label = "Dato", unit = "dato" }
titel          = { label = "Titel", unit = "tekst" }
data_laas_dato = { label = "Data låst", unit = "dato" }
statusdato     = { label = "Status pr.", unit = "dato" }
er_sidste      = { label = "Det sidste møde", unit = "ja_nej" }
er_naeste      = { label = "Det næste møde", unit = "ja_nej" }
kilde          = { label = "Kilde", unit = "tekst" }
*/
select
    moede_id,
    organ,
    dato,
    titel,
    data_laas_dato,
    cast(date_trunc('month', coalesce(data_laas_dato, dato) + 1) - interval 1 day as date) as statusdato,
    moede_id = (
        select max_by(s.moede_id, (s.dato, s.moede_id)) from moede as s where s.dato <= $statusdato
    ) is true as er_sidste,
    moede_id = (
        select min_by(n.moede_id, (n.dato, n.moede_id)) from moede as n where n.dato > $statusdato
    ) is true as er_naeste,
    kilde
from moede
order by dato desc, moede_id
