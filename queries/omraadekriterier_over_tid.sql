/*
title      = "Kriterierne år for år"
question   = "Kommer området nærmere eller længere fra listernes grænser?"
definition = "Hver liste på statusdatoen eller før, med listens egen grænse og eget tegn: grænserne er ikke de samme fra år til år. Afstanden er over 0, når området er fri af grænsen, og under 0, når kriteriet er opfyldt; den er i kriteriets egen enhed. Ændringen er afstanden minus afstanden på områdets liste før."
key        = ["omraade_id", "kriterium", "liste_dato"]

[params]
omraade      = "ingen, et eller flere områder"
organisation = "ingen, en eller flere organisationer"
statusdato   = "den sidste dag i en måned"

[columns]
omraade_id    = { label = "Område", unit = "kode" }
omraade_navn  = { label = "Områdets navn", unit = "tekst" }
kriterium     = { label = "Kriterium", unit = "tekst" }
liste_dato    = { label = "Listens dato", unit = "dato" }
vaerdi        = { label = "Værdi", unit = "vaerdi" }
operator_navn = { label = "Opfyldt, når værdien er", unit = "tekst" }
graense       = { label = "Listens grænse", unit = "vaerdi" }
afstand       = { label = "Afstand til grænsen", unit = "vaerdi" }
aendring      = { label = "Ændring i afstand", unit = "vaerdi" }
opfyldt       = { label = "Kriteriet er opfyldt", unit = "ja_nej" }
udpeget       = { label = "Området er på listen", unit = "ja_nej" }
er_seneste    = { label = "Områdets seneste liste", unit = "ja_nej" }
*/
with

maalt as (
    select
        k.*,
        case when k.operator = '<' then k.vaerdi - k.graense else k.graense - k.vaerdi end as afstand,
        dense_rank() over (partition by k.omraade_id order by k.liste_dato desc) as nummer
    from omraadekriterium as k
    where k.liste_dato <= $statusdato
        and i_omraader(k.omraade_id, $omraade, $organisation)
)

select
    m.omraade_id,
    o.navn as omraade_navn,
    m.kriterium,
    m.liste_dato,
    m.vaerdi,
    coalesce(b.navn, m.operator) as operator_navn,
    m.graense,
    m.afstand,
    m.afstand - f.afstand as aendring,
    case m.operator
        when '<' then m.vaerdi < m.graense
        when '>' then m.vaerdi > m.graense
        else m.vaerdi >= m.graense
    end as opfyldt,
    m.udpeget,
    m.nummer = 1 as er_seneste
from maalt as m
inner join omraade as o on m.omraade_id = o.omraade_id
left join maalt as f
    on m.omraade_id = f.omraade_id and m.kriterium = f.kriterium and f.nummer = m.nummer + 1
left join betegnelse as b on b.liste = 'omraadekriterium.operator' and m.operator = b.kode
order by m.kriterium collate da, o.navn collate da, m.omraade_id, m.liste_dato
