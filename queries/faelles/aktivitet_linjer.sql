/*
title      = "Det valgtes aktivitet lagt sammen pr. område, pr. indsatsområde, pr. indsats og i alt"
definition = "Én række pr. linje; ALLE står for et sammenlagt led. Perioden er månederne fra fra til til. Målet er årets mål gange planens måneder til og med statusdatoen delt med planens måneder i året. Året før er de samme måneder, og kun hvis planen havde dem alle."
arguments  = ["plan_", "omraade", "indsatsomraade", "organisation", "fra", "til", "statusdato"]
*/
select
    m.omraade_id,
    m.indsatsomraade_kode,
    m.indsats_id,
    vist_antal(m.fremmoeder, m.fremmoeder_maerke) as fremmoeder,
    m.fremmoeder_maerke,
    vist_antal(m.nye_deltagere, m.nye_deltagere_maerke) as nye_deltagere,
    m.nye_deltagere_maerke,
    vist_antal(m.frivillige, m.frivillige_maerke) as frivillige,
    m.frivillige_maerke,
    m.antal_afholdt,
    m.antal_afholdt_maerke,
    m.skjulte,
    m.manglende,
    m.skjulte_aar,
    vist_antal(m.aar, m.aar_maerke) as fremmoeder_aar,
    m.aar_maerke as fremmoeder_aar_maerke,
    vist_antal(m.aaret_foer, m.aaret_foer_maerke) as fremmoeder_aaret_foer,
    m.aaret_foer_maerke as fremmoeder_aaret_foer_maerke,
    case when m.aendring_pct_maerke is null or m.aendring_pct_maerke = 'afrundet'
        then 100.0 * (summen(m.aar) - summen(m.aaret_foer)) / nullif(summen(m.aaret_foer), 0)
    end as aendring_pct,
    m.aendring_pct_maerke,
    vist_antal(m.med_maal, m.med_maal_maerke) as fremmoeder_med_maal,
    m.med_maal_maerke as fremmoeder_med_maal_maerke,
    m.maal,
    fremmoedeprocent(m.med_maal, m.maal, m.serier_med_maal, m.aar, m.aaret_foer, m.maal_pct_maerke) as maal_pct,
    m.maal_pct_maerke,
    case when m.serier_med_maal > 0 then 'maal' when m.aaret_foer > 0 then 'aaret_foer' end as maal_grundlag,
    m.nyeste_maaned
from (
    select
        l.*,
        antal_maerke(l.fremmoeder, l.uden_tal) as fremmoeder_maerke,
        antal_maerke(l.nye_deltagere, null) as nye_deltagere_maerke,
        antal_maerke(l.frivillige, null) as frivillige_maerke,
        ufuldstaendig_maerke(l.antal_afholdt, l.uden_afholdt) as antal_afholdt_maerke,
        antal_maerke(l.aar, l.uden_aar) as aar_maerke,
        antal_maerke(l.aaret_foer, l.uden_aaret_foer) as aaret_foer_maerke,
        forhold_maerke(l.aar, l.uden_aar, l.aaret_foer, l.uden_aaret_foer) as aendring_pct_maerke,
        antal_maerke(l.med_maal, l.uden_med_maal) as med_maal_maerke,
        fremmoedeprocent_maerke(
            l.med_maal, l.uden_med_maal, l.maal, l.serier_med_maal, l.aar, l.uden_aar, l.aaret_foer, l.uden_aaret_foer
        ) as maal_pct_maerke
    from (
        select
            case when grouping(s.omraade_id) = 1 then 'ALLE' else s.omraade_id end as omraade_id,
            case when grouping(s.indsatsomraade_kode) = 1 then 'ALLE' else s.indsatsomraade_kode end as indsatsomraade_kode,
            case when grouping(s.indsats_id) = 1 then 'ALLE' else s.indsats_id end as indsats_id,
            sum(p.fremmoeder) as fremmoeder,
            sum(p.nye_deltagere) as nye_deltagere,
            sum(p.frivillige) as frivillige,
            max(p.uden_tal) as uden_tal,
            cast(sum(p.antal_afholdt) as bigint) as antal_afholdt,
            max(p.uden_afholdt) as uden_afholdt,
            cast(coalesce(sum(p.skjulte), 0) as bigint) as skjulte,
            cast(coalesce(sum(p.manglende), 0) as bigint) as manglende,
            cast(coalesce(sum(p.skjulte_aar), 0) as bigint) as skjulte_aar,
            sum(s.aar) as aar,
            sum(s.aaret_foer) as aaret_foer,
            sum(s.aar) filter (where s.maal_aar is not null) as med_maal,
            max(s.uden_aar) as uden_aar,
            max(s.uden_aar) filter (where s.maal_aar is not null) as uden_med_maal,
            max(s.uden_aaret_foer) as uden_aaret_foer,
            count(s.maal_aar) as serier_med_maal,
            cast(sum(s.maal_aar) as double) * any_value(s.maaneder_gaaet) / nullif(any_value(s.maaneder_i_aar), 0) as maal,
            strftime(max(s.nyeste_maaned), '%Y-%m') as nyeste_maaned
        from aktivitetsmaal_opgjort(plan_, omraade, indsatsomraade, organisation, statusdato) as s
        left join (
            select
                v.indsats_id,
                v.omraade_id,
                sum(v.fremmoeder_talt) filter (where v.er_med) as fremmoeder,
                sum(v.nye_deltagere_talt) filter (where v.er_med) as nye_deltagere,
                sum(v.frivillige_talt) filter (where v.er_med) as frivillige,
                max(v.uden_tal) filter (where v.er_med) as uden_tal,
                sum(v.antal_afholdt) filter (where v.er_med) as antal_afholdt,
                max(v.uden_afholdt) filter (where v.er_med) as uden_afholdt,
                sum(v.skjulte) filter (where v.er_med) as skjulte,
                sum(v.manglende) filter (where v.er_med) as manglende,
                sum(v.skjulte) filter (where year(v.maaned) = year(statusdato) and last_day(v.maaned) <= statusdato)
                    as skjulte_aar
            from (
                select *, maaned between fra and til as er_med
                from aktivitet_valgt(plan_, omraade, indsatsomraade, organisation)
            ) as v
            group by v.indsats_id, v.omraade_id
        ) as p on s.indsats_id = p.indsats_id and s.omraade_id = p.omraade_id
        group by grouping sets ((s.omraade_id), (s.indsatsomraade_kode), (s.indsats_id), ())
    ) as l
) as m
