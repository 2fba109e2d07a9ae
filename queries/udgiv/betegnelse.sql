/*
title = "Listernes betegnelser"
why   = "Kontraktens lister med de ord, en læser ser."
*/
select
    liste,
    kode,
    navn
from betegnelse
order by liste, kode
