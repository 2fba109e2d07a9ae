/*
title = "Målingerne og de mennesker, der er bag dem"
why   = "Bliver inde. En indikator tæller mennesker, når den selv siger det, eller når den har tæller eller nævner. En måling skal skjules, når tæller, resten eller et antal er fra 1 til under grænsen, når nævneren er under sin mindste, når det ikke kan ses, hvor mange der er bag, når en andel er af et område med for få beboere, når en tidligere udgivelse skjulte den lukkede periode, og når så få kom til siden sidst i tal, der tæller videre fra samme dag. Perioder, der tæller videre fra hinanden, er én gruppe: skjules ét af områdets tal, skjules de alle, for de ligger mellem hinanden."
*/
with

graenser as (
    select
        i.indikator_id,
        i.enhed,
        i.personantal,
        i.personantal or coalesce(t.har_antal, false) as mennesker,
        case when f.indsatsomraade_kode is null then $graense_personer else $graense_sensitiv end as k
    from indikator as i
    left join (
        select indikator_id, bool_or(taeller is not null or naevner is not null) as har_antal
        from maaling
        group by indikator_id
    ) as t on i.indikator_id = t.indikator_id
    left join (
        select distinct indsatsomraade_kode from indsatsomraade where sensitiv
    ) as f on i.indsatsomraade_kode = f.indsatsomraade_kode
),

-- Den første dag, som flere af indikatorens perioder tæller videre fra; og om et tidspunkt har flere slags perioder.
fortsat as (
    select indikator_id, periode_start
    from maaling
    where periode_start is not null
    group by indikator_id, periode_start
    having count(distinct periode_slut) > 1
),

perioder as (
    select
        m.indikator_id,
        m.periode_slut,
        min(f.periode_start) as fortsat_fra,
        count(distinct coalesce(m.periode_start, date '0001-01-01')) > 1 as er_blandet
    from maaling as m
    left join fortsat as f on m.indikator_id = f.indikator_id and m.periode_start = f.periode_start
    group by m.indikator_id, m.periode_slut
),

grupper as (
    select
        indikator_id,
        periode_slut,
        case
            when bool_or(er_blandet) over (partition by indikator_id)
                and bool_or(fortsat_fra is not null) over (partition by indikator_id) then 'alle'
            when fortsat_fra is not null then 'fra ' || strftime(fortsat_fra, '%Y-%m-%d')
            else 'til ' || strftime(periode_slut, '%Y-%m-%d')
        end as gruppe
    from perioder
),

talt as (
    select
        m.*,
        g.enhed,
        g.personantal,
        g.mennesker,
        g.k,
        p.gruppe,
        m.vaerdi_status = 'ok' as er_ok,
        cast(coalesce(
            m.taeller, case when g.enhed = 'pct' then round(m.vaerdi * m.naevner / 100) end
        ) as double) as t,
        cast(coalesce(
            m.naevner, case when g.enhed = 'pct' and m.vaerdi > 0 then round(100.0 * m.taeller / m.vaerdi) end
        ) as double) as n,
        case when g.personantal and g.enhed = 'antal' then m.vaerdi end as v
    from maaling as m
    inner join graenser as g on m.indikator_id = g.indikator_id
    inner join grupper as p on m.indikator_id = p.indikator_id and m.periode_slut = p.periode_slut
),

med_rest as (
    select
        *,
        n - t as c,
        coalesce(n, t, abs(v)) as stoerrelse
    from talt
),

med_trin as (
    select
        *,
        v - lag(v) over fra_samme_dag as trin_v,
        t - lag(t) over fra_samme_dag as trin_t,
        c - lag(c) over fra_samme_dag as trin_c,
        n - lag(n) over fra_samme_dag as trin_n
    from med_rest
    where er_ok and mennesker
    window fra_samme_dag as (partition by indikator_id, omraade_id, periode_start order by periode_slut)
),

smaa as (
    select
        m.indikator_id,
        m.omraade_id,
        m.periode_slut,
        coalesce(abs(m.v) > 0 and abs(m.v) < m.k, false)
        or coalesce(m.t > 0 and m.t < m.k, false)
        or coalesce(m.c > 0 and m.c < m.k, false)
        or coalesce(m.n < greatest(m.k, $graense_naevner), false)
        or (m.personantal and m.enhed <> 'antal' and m.n is null)
        or (
            m.periode_start is not null
            and coalesce(
                (abs(m.trin_v) > 0 and abs(m.trin_v) < m.k)
                or (abs(m.trin_t) > 0 and abs(m.trin_t) < m.k)
                or (abs(m.trin_c) > 0 and abs(m.trin_c) < m.k)
                or (abs(m.trin_n) > 0 and abs(m.trin_n) < m.k),
                false
            )
        ) as er_smaa
    from med_trin as m
),

skal_skjules as (
    select
        r.*,
        coalesce(s.er_smaa, false)
        or (r.er_ok and o.omraade_id is not null and (r.enhed = 'pct' or (r.mennesker and r.enhed <> 'antal')))
        or (r.er_ok and f.indikator_id is not null)
        or (r.vaerdi_status = 'skjult' and r.mennesker) as foerst,
        w.indikator_id is not null as vist
    from med_rest as r
    left join smaa as s
        on r.indikator_id = s.indikator_id and r.omraade_id = s.omraade_id and r.periode_slut = s.periode_slut
    left join boligomraade as o on r.omraade_id = o.omraade_id and o.beboere < $graense_beboere
    left join tidligere_skjult as f
        on r.indikator_id = f.indikator_id and r.omraade_id = f.omraade_id and r.periode_slut = f.periode_slut
    left join tidligere_vist as w
        on r.indikator_id = w.indikator_id and r.omraade_id = w.omraade_id and r.periode_slut = w.periode_slut
)

select
    indikator_id,
    omraade_id,
    periode_slut,
    gruppe,
    vaerdi_status,
    er_ok,
    mennesker,
    k,
    v,
    t,
    c,
    n,
    stoerrelse,
    bool_or(foerst) over (partition by indikator_id, gruppe, omraade_id) as foerst_skjult,
    bool_or(vist) over (partition by indikator_id, gruppe, omraade_id) as vist_foer
from skal_skjules
