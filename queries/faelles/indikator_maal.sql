/*
title      = "Det mål, der regnes med på statusdatoen"
definition = "Af flere mål det næste på eller efter statusdatoen, ellers det sidste."
arguments  = ["statusdato"]
*/
select indikator_id, omraade_id, nul_dato, nul_vaerdi, maal_dato, maal_vaerdi
from (
    select
        m.*,
        row_number() over (
            partition by m.indikator_id, m.omraade_id
            order by m.maal_dato < statusdato, case when m.maal_dato < statusdato then -epoch(m.maal_dato) else epoch(m.maal_dato) end
        ) as nummer
    from maal as m
)
where nummer = 1
