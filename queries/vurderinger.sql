/*
title      = "Vurderinger af status"
question   = "Hvordan har mennesker vurderet status, hvorfor, og hvem skal svare hvornår?"
definition = "Vurderingerne fra møderne, med begrundelse, rolle og dato. ALLE betyder, at vurderingen gælder alle områder eller alle indsatsområder. Den beregnede status står i spørgsmålet om status, spurgt på mødets statusdato. Et svar er over fristen, når fristen er før statusdatoen, og intet senere møde til og med statusdatoen har vurderet det samme."
key        = ["vurdering_id"]

[params]
plan           = "planens id"
omraade        = "ingen, et eller flere områder"
indsatsomraade = "ingen, et eller flere indsatsområder"
organisation   = "ingen, en eller flere organisationer"
statusdato     = "den sidste dag i en måned"

[columns]
vurdering_id        = { label = "Vurdering", unit = "kode" }
moede_id            = { label = "Møde", unit = "kode" }
moede_dato          = { label = "Mødedato", unit = "dato" }
dimension           = { label = "Dimension", unit = "kode" }
omraade_id          = { label = "Område", unit = "kode" }
omraade_navn        = { label = "Områdets navn", unit = "tekst" }
indsatsomraade_kode = { label = "Indsatsområde", unit = "kode" }
indsatsomraade_navn = { label = "Indsatsområdets navn", unit = "tekst" }
vurderet            = { label = "Vurderet", unit = "status" }
begrundelse         = { label = "Begrundelse", unit = "tekst" }
rolle               = { label = "Vurderet af", unit = "tekst" }
dato                = { label = "Vurderet den", unit = "dato" }
ansvarlig_rolle     = { label = "Skal svare", unit = "tekst" }
svar_frist_dato     = { label = "Svar senest", unit = "dato" }
dage_over           = { label = "Dage over fristen", unit = "dage" }
*/
select
    v.vurdering_id,
    v.moede_id,
    m.dato as moede_dato,
    v.dimension,
    coalesce(v.omraade_id, 'ALLE') as omraade_id,
    o.navn as omraade_navn,
    coalesce(v.indsatsomraade_kode, 'ALLE') as indsatsomraade_kode,
    k.navn as indsatsomraade_navn,
    v.vurderet,
    v.begrundelse,
    v.rolle,
    v.dato,
    v.ansvarlig_rolle,
    v.svar_frist_dato,
    case
        when v.svar_frist_dato < $statusdato and not exists (
            select 1
            from statusvurdering as n
            inner join moede as nm on n.moede_id = nm.moede_id
            where n.dimension = v.dimension
                and n.omraade_id is not distinct from v.omraade_id
                and n.indsatsomraade_kode is not distinct from v.indsatsomraade_kode
                and nm.dato > m.dato and nm.dato <= $statusdato
        ) then date_diff('day', v.svar_frist_dato, $statusdato)
    end as dage_over
from statusvurdering as v
inner join moede as m on v.moede_id = m.moede_id
cross join plan_valgt($plan, $statusdato) as p
left join omraade as o on v.omraade_id = o.omraade_id
left join indsatsomraade as k
    on v.indsatsomraade_kode = k.indsatsomraade_kode and p.bevillingsperiode = k.bevillingsperiode
where i_omraader(v.omraade_id, $omraade, $organisation)
    and i_indsatsomraader(v.indsatsomraade_kode, $indsatsomraade)
    -- A code of another grant period belongs to another plan.
    and (v.indsatsomraade_kode is null or k.indsatsomraade_kode is not null)
order by m.dato desc, m.moede_id, v.dimension, o.navn collate da nulls first, k.sortering nulls first, v.vurdering_id
