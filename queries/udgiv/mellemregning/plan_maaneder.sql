/*
title = "Planernes måneder"
why   = "Alt regnes i hele måneder: fra den måned, planen begynder i, til den, den slutter i."
*/
select
    helhedsplan_id,
    cast(date_trunc('month', start_dato) as date) as foerste_maaned,
    cast(date_trunc('month', slut_dato) as date) as sidste_maaned
from helhedsplan
