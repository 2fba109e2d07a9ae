/*
title      = "Udviklingsplaner"
question   = "Hvad er målet for den fysiske udviklingsplan, og hvor langt er der?"
definition = "Andelen er almene familieboliger i procent af alle boliger ved den nyeste faktiske opgørelse på statusdatoen. Afstanden er andelen minus målet i procentpoint: over 0 er der vej igen, 0 eller derunder er målet nået. Planens forventede andel er den, planen selv har ved fristen eller nærmest før."
key        = ["udviklingsplan_id"]

[params]
omraade      = "ingen, et eller flere områder"
organisation = "ingen, en eller flere organisationer"
statusdato   = "den sidste dag i en måned"

[columns]
udviklingsplan_id     = { label = "Udviklingsplan", unit = "kode" }
omraade_id            = { label = "Område", unit = "kode" }
omraade_navn          = { label = "Områdets navn", unit = "tekst" }
godkendt_dato         = { label = "Godkendt", unit = "dato" }
frist_dato            = { label = "Frist", unit = "dato" }
maal_andel_pct        = { label = "Mål for almene familieboliger", unit = "pct" }
metode                = { label = "Metode", unit = "tekst" }
opgjort_dato          = { label = "Opgjort", unit = "dato" }
almene_familieboliger = { label = "Almene familieboliger", unit = "antal" }
boliger_i_alt         = { label = "Boliger i alt", unit = "antal" }
andel_pct             = { label = "Andel almene familieboliger", unit = "pct" }
afstand_pct           = { label = "Afstand til målet (pct.-point)", unit = "vaerdi" }
plan_andel_pct        = { label = "Planens andel ved fristen", unit = "pct" }
plan_dato             = { label = "Planens seneste trin", unit = "dato" }
*/
with

opgjort as (
    select
        b.*,
        100.0 * b.almene_familieboliger / nullif(b.boliger_i_alt, 0) as andel_pct,
        row_number() over (partition by b.udviklingsplan_id, b.scenarie order by b.opgjort_dato desc) as nummer
    from boligbestand as b
    inner join udviklingsplan as u on b.udviklingsplan_id = u.udviklingsplan_id
    where case when b.scenarie = 'plan' then b.opgjort_dato <= u.frist_dato else b.opgjort_dato <= $statusdato end
)

select
    u.udviklingsplan_id,
    u.omraade_id,
    o.navn as omraade_navn,
    u.godkendt_dato,
    u.frist_dato,
    u.maal_andel_pct,
    u.metode,
    f.opgjort_dato,
    f.almene_familieboliger,
    f.boliger_i_alt,
    f.andel_pct,
    f.andel_pct - u.maal_andel_pct as afstand_pct,
    p.andel_pct as plan_andel_pct,
    p.opgjort_dato as plan_dato
from udviklingsplan as u
inner join omraade as o on u.omraade_id = o.omraade_id
left join opgjort as f on u.udviklingsplan_id = f.udviklingsplan_id and f.scenarie = 'faktisk' and f.nummer = 1
left join opgjort as p on u.udviklingsplan_id = p.udviklingsplan_id and p.scenarie = 'plan' and p.nummer = 1
where i_omraader(u.omraade_id, $omraade, $organisation)
order by o.navn collate da, u.udviklingsplan_id
