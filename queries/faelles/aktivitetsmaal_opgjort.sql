/*
title      = "Det valgtes fremmøder i statusdatoens kalenderår, med mål og året før"
definition = "Én række pr. indsats og område; aar og aaret_foer er fremmøderne, som talt_op giver dem. Målet er årets mål gange planens måneder til og med statusdatoen delt med planens måneder i året; en måned, planen rører, tæller. Året før er de samme måneder, hvis planen havde dem alle."
arguments  = ["plan_", "omraade", "indsatsomraade", "organisation", "statusdato"]
*/
select
    coalesce(a.indsats_id, t.indsats_id) as indsats_id,
    coalesce(a.omraade_id, t.omraade_id) as omraade_id,
    coalesce(a.indsatsomraade_kode, t.indsatsomraade_kode) as indsatsomraade_kode,
    a.aar,
    a.uden_aar,
    case when k.har_aaret_foer then a.aaret_foer end as aaret_foer,
    case when k.har_aaret_foer then a.uden_aaret_foer end as uden_aaret_foer,
    a.nyeste_maaned,
    t.maal_aar,
    k.maaneder_gaaet,
    k.maaneder_i_aar
from (
    select
        v.indsats_id,
        v.omraade_id,
        v.indsatsomraade_kode,
        sum(v.fremmoeder_talt) filter (where v.er_aar) as aar,
        sum(v.fremmoeder_talt) filter (where v.er_aaret_foer) as aaret_foer,
        max(v.uden_tal) filter (where v.er_aar) as uden_aar,
        max(v.uden_tal) filter (where v.er_aaret_foer) as uden_aaret_foer,
        max(v.maaned) filter (where v.fremmoeder is not null and last_day(v.maaned) <= statusdato) as nyeste_maaned
    from (
        select
            *,
            year(maaned) = year(statusdato) and last_day(maaned) <= statusdato as er_aar,
            year(maaned) = year(statusdato) - 1 and month(maaned) <= month(statusdato) as er_aaret_foer
        from aktivitet_valgt(plan_, omraade, indsatsomraade, organisation)
    ) as v
    group by v.indsats_id, v.omraade_id, v.indsatsomraade_kode
) as a
full join (
    select am.indsats_id, am.omraade_id, i.indsatsomraade_kode, am.maal_fremmoeder as maal_aar
    from aktivitetsmaal as am
    inner join indsats as i on am.indsats_id = i.indsats_id
    where i.helhedsplan_id = plan_
        and am.aar = year(statusdato)
        and i_omraader(am.omraade_id, omraade, organisation)
        and i_indsatsomraader(i.indsatsomraade_kode, indsatsomraade)
) as t on a.indsats_id = t.indsats_id and a.omraade_id = t.omraade_id
cross join (
    select
        greatest(0, date_diff(
            'month',
            greatest(pv.foerste_maaned, date_trunc('year', statusdato)),
            least(pv.sidste_maaned, date_trunc('month', statusdato))
        ) + 1) as maaneder_gaaet,
        greatest(0, date_diff(
            'month',
            greatest(pv.foerste_maaned, date_trunc('year', statusdato)),
            least(pv.sidste_maaned, date_trunc('year', statusdato) + interval 11 month)
        ) + 1) as maaneder_i_aar,
        pv.foerste_maaned <= date_trunc('year', statusdato) - interval 1 year
            and pv.sidste_maaned >= date_trunc('month', statusdato) - interval 1 year as har_aaret_foer
    from (
        select
            cast(date_trunc('month', p.start_dato) as date) as foerste_maaned,
            cast(date_trunc('month', p.slut_dato) as date) as sidste_maaned
        from plan as p
        where p.helhedsplan_id = plan_
    ) as pv
) as k
