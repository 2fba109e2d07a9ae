/*
title      = "Det valgtes beløb, delt på de mål, der regnes med"
definition = "Gældende budget er korrigeret budget, hvor planen har noget, ellers oprindeligt. Forbrug til og med statusdatoens måned; disponeret og restprognose efter den; takten er forbruget i taktens måneder."
arguments  = ["plan_", "omraade", "indsatsomraade", "organisation", "statusdato"]
*/
select
    o.maaned,
    o.omraade_id,
    o.indsatsomraade_kode,
    o.bidragyder,
    o.er_lokal,
    o.form,
    o.kategori,
    case when o.er_gaeldende_budget then o.beloeb_kr else 0 end as budget_kr,
    case when o.type = 'budget_oprindeligt' then o.beloeb_kr else 0 end as budget_oprindeligt_kr,
    case when o.er_gaeldende_budget and last_day(o.maaned) <= statusdato then o.beloeb_kr else 0 end as budget_til_dato_kr,
    case when o.type = 'forbrug' and last_day(o.maaned) <= statusdato then o.beloeb_kr else 0 end as forbrug_kr,
    case when o.type = 'disponeret' and o.maaned > statusdato then o.beloeb_kr else 0 end as disponeret_kr,
    case when o.type = 'restprognose' and o.maaned > statusdato then o.beloeb_kr else 0 end as rest_kr,
    case
        when o.type = 'forbrug' and last_day(o.maaned) <= statusdato
            and date_diff('month', o.maaned, statusdato) < p.takt_maaneder
            then o.beloeb_kr
        else 0
    end as takt_kr,
    case when o.type = 'forbrug' and last_day(o.maaned) <= statusdato then 1 else 0 end as forbrugsposter,
    case when o.type = 'forbrug' and last_day(o.maaned) <= statusdato then o.maaned end as forbrugsmaaned,
    p.har_restprognose,
    p.takt_maaneder,
    p.maaneder_tilbage
from oekonomi_maaned as o
inner join plan_valgt(plan_, statusdato) as p on o.helhedsplan_id = p.helhedsplan_id
where o.helhedsplan_id = plan_
    and i_omraader(o.omraade_id, omraade, organisation)
    and i_indsatsomraader(o.indsatsomraade_kode, indsatsomraade)
