/*
title      = "Den fysiske plan i overblik"
question   = "Hvor langt er den fysiske plan i hvert område, og hvad er det næste?"
definition = "Områder med en udviklingsplan eller fysiske milepæle. Milepæle til dato er aftalt til og med statusdatoen og ikke bortfaldne. Den næste milepæl er den ikke nåede med den tidligste aftalte dato. Måneder fra den boligsociale plans slutning til fristen er hele måneder og over 0, når fristen ligger efter. Har området flere udviklingsplaner, er fristen den tidligste."
key        = ["omraade_id"]

[params]
plan         = "planens id"
omraade      = "ingen, et eller flere områder"
organisation = "ingen, en eller flere organisationer"
statusdato   = "den sidste dag i en måned"

[columns]
omraade_id            = { label = "Område", unit = "kode" }
omraade_navn          = { label = "Områdets navn", unit = "tekst" }
milepaele             = { label = "Fysiske milepæle", unit = "antal" }
milepaele_til_dato    = { label = "Fysiske milepæle til dato", unit = "antal" }
milepaele_naaet       = { label = "Heraf nået", unit = "antal" }
milepaele_overskredet = { label = "Overskredet", unit = "antal" }
naeste_navn           = { label = "Næste milepæl", unit = "tekst" }
naeste_aftalt         = { label = "Næste er aftalt til", unit = "dato" }
naeste_forsinket      = { label = "Næste er forsinket", unit = "dage" }
frist_dato            = { label = "Udviklingsplanens frist", unit = "dato" }
plan_slut_dato        = { label = "Den boligsociale plan slutter", unit = "dato" }
maaneder_efter_plan   = { label = "Hele måneder fra planens slutning til fristen", unit = "antal" }
*/
with

opgjort as (
    select * from milepael_opgjort($plan, $omraade, cast([] as varchar[]), $organisation, $statusdato)
    where spor = 'fysisk' and not er_bortfaldet and omraade_id is not null
),

talt as (
    select
        omraade_id,
        count(*) as milepaele,
        count(*) filter (where er_til_dato) as til_dato,
        count(*) filter (where er_til_dato and er_naaet) as naaet,
        count(*) filter (where er_overskredet) as overskredet
    from opgjort
    group by omraade_id
),

naeste as (
    select *, row_number() over (partition by omraade_id order by aftalt_dato, milepael_id) as nummer
    from opgjort
    where not er_naaet
),

frister as (
    select omraade_id, min(frist_dato) as frist_dato
    from udviklingsplan
    where i_omraader(omraade_id, $omraade, $organisation)
    group by omraade_id
)

select
    o.omraade_id,
    o.navn as omraade_navn,
    coalesce(t.milepaele, 0) as milepaele,
    coalesce(t.til_dato, 0) as milepaele_til_dato,
    coalesce(t.naaet, 0) as milepaele_naaet,
    coalesce(t.overskredet, 0) as milepaele_overskredet,
    n.navn as naeste_navn,
    n.aftalt_dato as naeste_aftalt,
    n.forsinkelse_dage as naeste_forsinket,
    f.frist_dato,
    p.slut_dato as plan_slut_dato,
    date_sub('month', p.slut_dato, f.frist_dato) as maaneder_efter_plan
from omraade as o
cross join plan_valgt($plan, $statusdato) as p
left join talt as t on o.omraade_id = t.omraade_id
left join naeste as n on o.omraade_id = n.omraade_id and n.nummer = 1
left join frister as f on o.omraade_id = f.omraade_id
where t.omraade_id is not null or f.omraade_id is not null
order by o.navn collate da, o.omraade_id
