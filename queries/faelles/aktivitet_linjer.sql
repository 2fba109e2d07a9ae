/*
title      = "Det valgtes aktivitet lagt sammen pr. område, pr. indsatsområde, pr. indsats og i alt"
definition = "Én række pr. linje; ALLE står for et sammenlagt led. Perioden er månederne fra fra til til. Målet er årets mål gange planens måneder til og med statusdatoen delt med planens måneder i året. Året før er de samme måneder, og kun hvis planen havde dem alle."
arguments  = ["plan_", "omraade", "indsatsomraade", "organisation", "fra", "til", "statusdato"]
*/
select
    case when grouping(s.omraade_id) = 1 then 'ALLE' else s.omraade_id end as omraade_id,
    case when grouping(s.indsatsomraade_kode) = 1 then 'ALLE' else s.indsatsomraade_kode end as indsatsomraade_kode,
    case when grouping(s.indsats_id) = 1 then 'ALLE' else s.indsats_id end as indsats_id,
    cast(sum(p.fremmoeder) as bigint) as fremmoeder,
    cast(sum(p.nye_deltagere) as bigint) as nye_deltagere,
    cast(sum(p.frivillige) as bigint) as frivillige,
    cast(sum(p.antal_afholdt) as bigint) as antal_afholdt,
    cast(coalesce(sum(p.skjulte), 0) as bigint) as skjulte,
    cast(coalesce(sum(p.manglende), 0) as bigint) as manglende,
    cast(coalesce(sum(p.skjulte_aar), 0) as bigint) as skjulte_aar,
    cast(sum(s.fremmoeder_aar) as bigint) as fremmoeder_aar,
    case when any_value(s.har_aaret_foer) then cast(sum(s.fremmoeder_aaret_foer) as bigint) end
        as fremmoeder_aaret_foer,
    case
        when any_value(s.har_aaret_foer) and sum(s.fremmoeder_aaret_foer) > 0
            then 100.0 * cast(sum(s.fremmoeder_aar) - sum(s.fremmoeder_aaret_foer) as bigint)
                / cast(sum(s.fremmoeder_aaret_foer) as bigint)
    end as aendring_pct,
    cast(sum(s.fremmoeder_aar) filter (where s.maal_aar is not null) as bigint) as fremmoeder_med_maal,
    cast(sum(s.maal_aar) as double) * any_value(s.maaneder_gaaet) / nullif(any_value(s.maaneder_i_aar), 0) as maal,
    fremmoedeprocent(
        cast(sum(s.fremmoeder_aar) filter (where s.maal_aar is not null) as bigint),
        cast(sum(s.maal_aar) as double) * any_value(s.maaneder_gaaet) / nullif(any_value(s.maaneder_i_aar), 0),
        count(s.maal_aar),
        cast(sum(s.fremmoeder_aar) as bigint),
        cast(sum(s.fremmoeder_aaret_foer) as bigint),
        any_value(s.har_aaret_foer)
    ) as maal_pct,
    case
        when count(s.maal_aar) > 0 then 'maal'
        when any_value(s.har_aaret_foer) and sum(s.fremmoeder_aaret_foer) > 0 then 'aaret_foer'
    end as maal_grundlag,
    strftime(max(s.nyeste_maaned), '%Y-%m') as nyeste_maaned
from aktivitetsmaal_opgjort(plan_, omraade, indsatsomraade, organisation, statusdato) as s
left join (
    select
        v.indsats_id,
        v.omraade_id,
        sum(v.fremmoeder) filter (where v.maaned between fra and til) as fremmoeder,
        sum(v.nye_deltagere) filter (where v.maaned between fra and til) as nye_deltagere,
        sum(v.frivillige) filter (where v.maaned between fra and til) as frivillige,
        sum(v.antal_afholdt) filter (where v.maaned between fra and til) as antal_afholdt,
        sum(v.skjulte) filter (where v.maaned between fra and til) as skjulte,
        sum(v.manglende) filter (where v.maaned between fra and til) as manglende,
        sum(v.skjulte) filter (where year(v.maaned) = year(statusdato) and last_day(v.maaned) <= statusdato)
            as skjulte_aar
    from aktivitet_valgt(plan_, omraade, indsatsomraade, organisation) as v
    group by v.indsats_id, v.omraade_id
) as p on s.indsats_id = p.indsats_id and s.omraade_id = p.omraade_id
group by grouping sets ((s.omraade_id), (s.indsatsomraade_kode), (s.indsats_id), ())
