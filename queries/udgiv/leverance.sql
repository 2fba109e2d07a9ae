/*
title = "Leverancer"
why   = "Hvad udgivelsen bygger på, til siden Data og metode."
*/
select
    fil,
    tabel,
    organisation,
    raekker,
    nyeste_dato,
    modtaget,
    sha256
from leverance
order by tabel, fil
