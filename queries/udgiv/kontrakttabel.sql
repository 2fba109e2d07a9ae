/*
title = "Kontraktens tabeller"
why   = "Så en side kan sige, hvad der ikke er leveret, og om en udgivelse kan undvære det."
*/
select
    tabel,
    navn,
    kerne,
    raekkefoelge
from kontrakttabel
order by raekkefoelge
