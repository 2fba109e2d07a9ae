/*
title = "Indikatorernes mål"
why   = "Et mål er aftalt, ikke talt. Men et udgangspunkt, der er et lille antal mennesker, eller som er sat den dag, en måling er skjult, siger det samme som den: så udgives det ikke, og nul_skjult siger det."
*/
with

med_skjul as (
    select
        m.*,
        coalesce(
            t.vaerdi_status = 'skjult' or (t.er_ok and (t.foerst_skjult or s.indikator_id is not null)), false
        )
        or coalesce(
            i.personantal
            and i.enhed = 'antal'
            and abs(m.nul_vaerdi) > 0
            and abs(m.nul_vaerdi)
            < case when f.indsatsomraade_kode is null then $graense_personer else $graense_sensitiv end,
            false
        ) as nul_skjult
    from maal as m
    inner join indikator as i on m.indikator_id = i.indikator_id
    left join (
        select distinct indsatsomraade_kode from indsatsomraade where sensitiv
    ) as f on i.indsatsomraade_kode = f.indsatsomraade_kode
    left join maaling_talt as t
        on m.indikator_id = t.indikator_id and m.omraade_id = t.omraade_id and m.nul_dato = t.periode_slut
    left join maaling_skjult as s
        on t.indikator_id = s.indikator_id and t.gruppe = s.gruppe and t.omraade_id = s.omraade_id
)

select
    indikator_id,
    omraade_id,
    nul_dato,
    case when not nul_skjult then nul_vaerdi end as nul_vaerdi,
    maal_dato,
    maal_vaerdi,
    nul_skjult
from med_skjul
order by indikator_id, omraade_id, maal_dato
