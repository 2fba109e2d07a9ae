/*
title = "De områder, hvis målinger skjules, i én omgang til"
why   = "Bliver inde, og gentages, til der ikke kommer flere. Vises tallet for hele planen, kan den, der trækker de viste områder fra, se resten. Derfor skjules det næstmindste område også, når resten er ét skjult område, når den er for lille eller så stor, at de skjulte områder er fyldt op, eller når for få kom til i den siden sidst; er der ingen områder tilbage, skjules tallet for hele planen. Er det kun tallet for hele planen, der er skjult, skjules det mindste område, for ellers kunne det lægges sammen. Det, en tidligere udgivelse viste, kan ikke tages tilbage og skjuler intet andet: så skjules tallet for hele planen i stedet."
*/
with

nu as (
    select
        m.*,
        m.omraade_id = 'ALLE' as er_hele,
        m.foerst_skjult or s.indikator_id is not null as er_skjult,
        m.vaerdi_status = 'skjult' or (m.er_ok and (m.foerst_skjult or s.indikator_id is not null)) as er_lukket,
        b.beboere
    from maaling_talt as m
    left join maaling_skjult as s
        on m.indikator_id = s.indikator_id and m.gruppe = s.gruppe and m.omraade_id = s.omraade_id
    left join boligomraade as b on m.omraade_id = b.omraade_id
    where m.mennesker
),

perioder as (
    select
        indikator_id,
        gruppe,
        periode_slut,
        max(k) as k,
        bool_or(er_hele and er_ok and not er_skjult) as hele_vises,
        bool_or(er_hele and (vaerdi_status = 'skjult' or (er_ok and er_skjult))) as hele_skjules,
        count(case when not er_hele and er_ok and not er_skjult then 1 end) as viste,
        count(case when not er_hele and er_lukket then 1 end) as skjulte,
        count(case when not er_hele and er_lukket and not vist_foer then 1 end) as ukendte,
        count(case when not er_hele and vaerdi_status <> 'mangler' then 1 end) as kendte,
        sum(case when not er_hele and er_lukket then beboere end) as skjultes_beboere,
        max(case when er_hele then v end)
        - coalesce(sum(case when not er_hele and er_ok and not er_skjult then v end), 0) as rest_v,
        max(case when er_hele then t end)
        - coalesce(sum(case when not er_hele and er_ok and not er_skjult then t end), 0) as rest_t,
        max(case when er_hele then c end)
        - coalesce(sum(case when not er_hele and er_ok and not er_skjult then c end), 0) as rest_c,
        max(case when er_hele then n end)
        - coalesce(sum(case when not er_hele and er_ok and not er_skjult then n end), 0) as rest_n
    from nu
    group by indikator_id, gruppe, periode_slut
),

aabne as (
    select *
    from perioder
    where hele_vises and (skjulte > 0 or kendte < (select count(*) from boligomraade))
),

rester as (
    select indikator_id, gruppe, periode_slut, k, skjulte, skjultes_beboere, 'v' as del, rest_v as rest from aabne
    union all
    select indikator_id, gruppe, periode_slut, k, skjulte, skjultes_beboere, 't' as del, rest_t as rest from aabne
    union all
    select indikator_id, gruppe, periode_slut, k, skjulte, skjultes_beboere, 'c' as del, rest_c as rest from aabne
    union all
    select indikator_id, gruppe, periode_slut, k, skjulte, skjultes_beboere, 'n' as del, rest_n as rest from aabne
),

trin as (
    select
        *,
        rest - lag(rest) over (partition by indikator_id, gruppe, del order by periode_slut) as trin
    from rester
),

-- Et skjult område har mindst det, der er tilbage, når de andre skjulte områder er talt fuldt ud.
mindst as (
    select
        r.indikator_id,
        r.gruppe,
        r.k,
        r.del,
        n.beboere,
        greatest(0, r.rest - (r.skjultes_beboere - n.beboere)) as mindst,
        least(n.beboere, r.rest) as hoejst
    from rester as r
    inner join nu as n
        on r.indikator_id = n.indikator_id and r.gruppe = n.gruppe and r.periode_slut = n.periode_slut
    where n.er_lukket and not n.er_hele and r.rest is not null and r.skjulte > 1 and not exists (
        select 1
        from nu as u
        where u.indikator_id = r.indikator_id
            and u.gruppe = r.gruppe
            and u.periode_slut = r.periode_slut
            and u.er_lukket
            and not u.er_hele
            and u.beboere is null
    )
),

mangler_flere as (
    select indikator_id, gruppe
    from aabne
    where skjulte > 0 and ukendte < 2
    union
    select indikator_id, gruppe
    from trin
    where (skjulte > 1 and rest < k) or (rest > 0 and rest < k) or (abs(trin) > 0 and abs(trin) < k)
    union
    select indikator_id, gruppe
    from mindst
    where (del <> 'n' and mindst > 1 and mindst < k) or hoejst - mindst + 1 < least(k, beboere + 1)
    union
    select indikator_id, gruppe
    from perioder
    where hele_skjules and skjulte = 0 and viste > 0
),

tilbage as (
    select
        indikator_id,
        gruppe,
        omraade_id,
        row_number() over (
            partition by indikator_id, gruppe
            order by
                case when er_hele then 1 when vist_foer then 2 else 0 end, max(stoerrelse) nulls last, omraade_id
        ) as nummer
    from nu
    where er_ok and not er_skjult
    group by indikator_id, gruppe, omraade_id, er_hele, vist_foer
)

select indikator_id, gruppe, omraade_id
from nu
where er_skjult
union
select t.indikator_id, t.gruppe, t.omraade_id
from tilbage as t
inner join mangler_flere as m on t.indikator_id = m.indikator_id and t.gruppe = m.gruppe
where t.nummer = 1
