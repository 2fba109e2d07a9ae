/*
title      = "Det valgtes fremmøder i forhold til mål pr. felt, linje og i alt"
definition = "Én række pr. område × indsatsområde, pr. område, pr. indsatsområde og for det hele; ALLE står for en sammenlagt led."
arguments  = ["plan_", "omraade", "indsatsomraade", "organisation", "statusdato"]
*/
select
    f.omraade_id,
    f.indsatsomraade_kode,
    f.fremmoeder_aar,
    f.fremmoeder_aaret_foer,
    f.serier_med_maal,
    f.maal_til_dato,
    fremmoedeprocent(
        f.fremmoeder_med_maal, f.maal_til_dato, f.serier_med_maal, f.fremmoeder_aar, f.fremmoeder_aaret_foer,
        f.har_aaret_foer
    ) as fremmoeder_pct,
    f.nyeste_maaned
from (
    select
        case when grouping(s.omraade_id) = 1 then 'ALLE' else s.omraade_id end as omraade_id,
        case when grouping(s.indsatsomraade_kode) = 1 then 'ALLE' else s.indsatsomraade_kode end as indsatsomraade_kode,
        cast(sum(s.fremmoeder_aar) as bigint) as fremmoeder_aar,
        cast(sum(s.fremmoeder_aaret_foer) as bigint) as fremmoeder_aaret_foer,
        cast(sum(s.fremmoeder_aar) filter (where s.maal_aar is not null) as bigint) as fremmoeder_med_maal,
        count(s.maal_aar) as serier_med_maal,
        cast(sum(s.maal_aar) as double) * any_value(s.maaneder_gaaet) / nullif(any_value(s.maaneder_i_aar), 0)
            as maal_til_dato,
        any_value(s.har_aaret_foer) as har_aaret_foer,
        max(s.nyeste_maaned) as nyeste_maaned
    from aktivitetsmaal_opgjort(plan_, omraade, indsatsomraade, organisation, statusdato) as s
    group by grouping sets ((s.omraade_id, s.indsatsomraade_kode), (s.omraade_id), (s.indsatsomraade_kode), ())
) as f
