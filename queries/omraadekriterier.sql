/*
title      = "Områdets kriterier"
question   = "Hvor langt er området fra kriteriernes grænser?"
definition = "Den nyeste liste på statusdatoen eller før. Et kriterium er opfyldt, når værdien ligger på den side af grænsen, som listen ser efter. Afstanden er over 0, når området er fri af grænsen, og under 0, når kriteriet er opfyldt. Værdien året før er den fra listen før den nyeste."
key        = ["omraade_id", "kriterium"]

[params]
omraade      = "ingen, et eller flere områder"
organisation = "ingen, en eller flere organisationer"
statusdato   = "den sidste dag i en måned"

[columns]
omraade_id    = { label = "Område", unit = "kode" }
omraade_navn  = { label = "Områdets navn", unit = "tekst" }
kriterium     = { label = "Kriterium", unit = "tekst" }
vaerdi        = { label = "Værdi", unit = "vaerdi" }
foer_vaerdi   = { label = "Listen før", unit = "vaerdi" }
operator_navn = { label = "Opfyldt, når værdien er", unit = "tekst" }
graense       = { label = "Grænse", unit = "vaerdi" }
afstand       = { label = "Afstand til grænsen", unit = "vaerdi" }
opfyldt       = { label = "Kriteriet er opfyldt", unit = "ja_nej" }
liste_dato    = { label = "Listens dato", unit = "dato" }
udpeget       = { label = "Området er på listen", unit = "ja_nej" }
*/
with

nummereret as (
    select
        k.*,
        dense_rank() over (partition by k.omraade_id order by k.liste_dato desc) as nummer
    from omraadekriterium as k
    where k.liste_dato <= $statusdato
        and i_omraader(k.omraade_id, $omraade, $organisation)
)

select
    n.omraade_id,
    o.navn as omraade_navn,
    n.kriterium,
    n.vaerdi,
    f.vaerdi as foer_vaerdi,
    coalesce(b.navn, n.operator) as operator_navn,
    n.graense,
    case when n.operator = '<' then n.vaerdi - n.graense else n.graense - n.vaerdi end as afstand,
    case n.operator
        when '<' then n.vaerdi < n.graense
        when '>' then n.vaerdi > n.graense
        else n.vaerdi >= n.graense
    end as opfyldt,
    n.liste_dato,
    n.udpeget
from nummereret as n
inner join omraade as o on n.omraade_id = o.omraade_id
left join nummereret as f on n.omraade_id = f.omraade_id and n.kriterium = f.kriterium and f.nummer = 2
left join betegnelse as b on b.liste = 'omraadekriterium.operator' and n.operator = b.kode
where n.nummer = 1
order by o.navn collate da, n.omraade_id, n.kriterium collate da
