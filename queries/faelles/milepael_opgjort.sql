/*
title      = "Det valgtes milepæle på statusdatoen"
definition = "En milepæl er nået, når dens nåede dato er statusdatoen eller før. Forsinkelsen regnes fra den aftalte dato, som aldrig flytter sig: til den nåede dato; ellers, når aftalen er forfalden, til den seneste af forventet dato og statusdato; ellers til den forventede dato. Under 0 tæller som 0; en bortfaldet har ingen."
arguments  = ["plan_", "omraade", "indsatsomraade", "organisation", "statusdato"]
*/
select
    m.*,
    m.status = 'bortfaldet' as er_bortfaldet,
    m.status <> 'bortfaldet' and coalesce(m.naaet_dato <= statusdato, false) as er_naaet,
    m.status <> 'bortfaldet' and m.aftalt_dato <= statusdato as er_til_dato,
    m.status <> 'bortfaldet' and m.aftalt_dato <= statusdato and not coalesce(m.naaet_dato <= statusdato, false)
        as er_overskredet,
    case
        when m.status = 'bortfaldet' then null
        else greatest(0, date_diff('day', m.aftalt_dato, case
            when m.naaet_dato <= statusdato then m.naaet_dato
            when m.aftalt_dato <= statusdato then greatest(coalesce(m.forventet_dato, statusdato), statusdato)
            else coalesce(m.forventet_dato, m.aftalt_dato)
        end))
    end as forsinkelse_dage
from milepael as m
where (m.helhedsplan_id is null or m.helhedsplan_id = plan_)
    and i_omraader(m.omraade_id, omraade, organisation)
    and i_indsatsomraader(m.indsatsomraade_kode, indsatsomraade)
