/*
title      = "Det valgtes fremmøder i forhold til mål pr. felt, linje og i alt"
definition = "Én række pr. område × indsatsområde, pr. område, pr. indsatsområde og for det hele; ALLE står for en sammenlagt led."
arguments  = ["plan_", "omraade", "indsatsomraade", "organisation", "statusdato"]
*/
select
    m.omraade_id,
    m.indsatsomraade_kode,
    m.serier_med_maal,
    fremmoedeprocent(m.med_maal, m.maal_til_dato, m.serier_med_maal, m.aar, m.aaret_foer, m.fremmoeder_pct_maerke)
        as fremmoeder_pct,
    m.fremmoeder_pct_maerke,
    m.nyeste_maaned
from (
    select
        f.*,
        fremmoedeprocent_maerke(
            f.med_maal, f.uden_med_maal, f.maal_til_dato, f.serier_med_maal, f.aar, f.uden_aar, f.aaret_foer, f.uden_aaret_foer
        ) as fremmoeder_pct_maerke
    from (
        select
            case when grouping(s.omraade_id) = 1 then 'ALLE' else s.omraade_id end as omraade_id,
            case when grouping(s.indsatsomraade_kode) = 1 then 'ALLE' else s.indsatsomraade_kode end as indsatsomraade_kode,
            sum(s.aar) as aar,
            sum(s.aaret_foer) as aaret_foer,
            sum(s.aar) filter (where s.maal_aar is not null) as med_maal,
            max(s.uden_aar) as uden_aar,
            max(s.uden_aar) filter (where s.maal_aar is not null) as uden_med_maal,
            max(s.uden_aaret_foer) as uden_aaret_foer,
            count(s.maal_aar) as serier_med_maal,
            cast(sum(s.maal_aar) as double) * any_value(s.maaneder_gaaet) / nullif(any_value(s.maaneder_i_aar), 0)
                as maal_til_dato,
            max(s.nyeste_maaned) as nyeste_maaned
        from aktivitetsmaal_opgjort(plan_, omraade, indsatsomraade, organisation, statusdato) as s
        group by grouping sets ((s.omraade_id, s.indsatsomraade_kode), (s.omraade_id), (s.indsatsomraade_kode), ())
    ) as f
) as m
