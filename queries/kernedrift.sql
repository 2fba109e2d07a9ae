/*
title      = "Indsatsernes grænse til kernedriften"
question   = "Hvor mange indsatser overlapper kommunens kernedrift, og hvor er det uafklaret?"
definition = "Antal indsatser i det valgte efter grænsen til kernedriften, som den er oplyst; alle svar er med, også dem, ingen indsats har. Uden svar er ikke oplyst."
key        = ["kernedrift"]

[params]
plan           = "planens id"
omraade        = "ingen, et eller flere områder"
indsatsomraade = "ingen, et eller flere indsatsområder"
organisation   = "ingen, en eller flere organisationer"

[columns]
kernedrift = { label = "Kode", unit = "kode" }
navn       = { label = "Grænse til kernedriften", unit = "tekst" }
antal      = { label = "Indsatser", unit = "antal" }
*/
with

optalt as (
    select kernedrift, count(*) as antal
    from indsatser_valgt($plan, $omraade, $indsatsomraade, $organisation)
    group by kernedrift
)

select
    b.kode as kernedrift,
    b.navn,
    coalesce(o.antal, 0) as antal
from betegnelse as b
left join optalt as o on b.kode = o.kernedrift
where b.liste = 'indsats.kernedrift'
union all
select
    null as kernedrift,
    'Ikke oplyst' as navn,
    coalesce(max(antal), 0) as antal
from optalt
where kernedrift is null
order by case kernedrift when 'uafklaret' then 1 when 'samarbejde' then 2 when 'ingen_overlap' then 3 else 4 end
