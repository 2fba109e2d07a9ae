/*
title      = "Boliger nu og planlagt"
question   = "Hvor mange boliger er der i dag, og hvor mange er der, når udviklingsplanen er gennemført?"
definition = "Nu er den nyeste faktiske opgørelse på statusdatoen; planlagt er udviklingsplanens egen ved fristen eller nærmest før. Andre boliger er alle boliger uden de almene familieboliger. Forskellen er planlagt minus nu; mangler den ene opgørelse, er der ingen forskel."
key        = ["udviklingsplan_id"]

[params]
omraade      = "ingen, et eller flere områder"
organisation = "ingen, en eller flere organisationer"
statusdato   = "den sidste dag i en måned"

[columns]
udviklingsplan_id = { label = "Udviklingsplan", unit = "kode" }
omraade_id        = { label = "Område", unit = "kode" }
omraade_navn      = { label = "Områdets navn", unit = "tekst" }
opgjort_dato      = { label = "Opgjort", unit = "dato" }
familie_nu        = { label = "Almene familieboliger nu", unit = "antal" }
andre_nu          = { label = "Andre boliger nu", unit = "antal" }
boliger_nu        = { label = "Boliger nu", unit = "antal" }
plan_dato         = { label = "Planlagt til", unit = "dato" }
familie_plan      = { label = "Almene familieboliger planlagt", unit = "antal" }
andre_plan        = { label = "Andre boliger planlagt", unit = "antal" }
boliger_plan      = { label = "Boliger planlagt", unit = "antal" }
familie_forskel   = { label = "Almene familieboliger, forskel", unit = "antal" }
andre_forskel     = { label = "Andre boliger, forskel", unit = "antal" }
*/
with

opgjort as (
    select
        b.*,
        b.boliger_i_alt - b.almene_familieboliger as andre,
        row_number() over (partition by b.udviklingsplan_id, b.scenarie order by b.opgjort_dato desc) as nummer
    from boligbestand as b
    inner join udviklingsplan as u on b.udviklingsplan_id = u.udviklingsplan_id
    where case when b.scenarie = 'plan' then b.opgjort_dato <= u.frist_dato else b.opgjort_dato <= $statusdato end
)

select
    u.udviklingsplan_id,
    u.omraade_id,
    o.navn as omraade_navn,
    f.opgjort_dato,
    f.almene_familieboliger as familie_nu,
    f.andre as andre_nu,
    f.boliger_i_alt as boliger_nu,
    p.opgjort_dato as plan_dato,
    p.almene_familieboliger as familie_plan,
    p.andre as andre_plan,
    p.boliger_i_alt as boliger_plan,
    p.almene_familieboliger - f.almene_familieboliger as familie_forskel,
    p.andre - f.andre as andre_forskel
from udviklingsplan as u
inner join omraade as o on u.omraade_id = o.omraade_id
left join opgjort as f on u.udviklingsplan_id = f.udviklingsplan_id and f.scenarie = 'faktisk' and f.nummer = 1
left join opgjort as p on u.udviklingsplan_id = p.udviklingsplan_id and p.scenarie = 'plan' and p.nummer = 1
where i_omraader(u.omraade_id, $omraade, $organisation)
order by o.navn collate da, u.udviklingsplan_id
