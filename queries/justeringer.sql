/*
title      = "Justeringer"
question   = "Hvad er ændret undervejs, hvornår, hvorfor, og hvem besluttede det?"
definition = "Ændringer af planens indsatser. Et områdes justeringer er dem, der er sat på området, og dem uden område på en indsats, som området har aktiviteter, mål eller milepæle i: de gælder alle indsatsens områder."
key        = ["justering_id"]

[params]
plan           = "planens id"
omraade        = "ingen, et eller flere områder"
indsatsomraade = "ingen, et eller flere indsatsområder"
organisation   = "ingen, en eller flere organisationer"
statusdato     = "den sidste dag i en måned"

[columns]
justering_id        = { label = "Justering", unit = "kode" }
dato                = { label = "Dato", unit = "dato" }
indsats_id          = { label = "Indsats", unit = "kode" }
indsats_navn        = { label = "Indsatsens navn", unit = "tekst" }
indsatsomraade_kode = { label = "Indsatsområde", unit = "kode" }
omraade_id          = { label = "Område", unit = "kode" }
omraade_navn        = { label = "Områdets navn", unit = "tekst" }
aendring            = { label = "Ændring", unit = "tekst" }
begrundelse         = { label = "Begrundelse", unit = "tekst" }
besluttet_af        = { label = "Besluttet af", unit = "tekst" }
efter_statusdato    = { label = "Efter statusdatoen", unit = "ja_nej" }
*/
select
    j.justering_id,
    j.dato,
    j.indsats_id,
    i.navn as indsats_navn,
    i.indsatsomraade_kode,
    j.omraade_id,
    o.navn as omraade_navn,
    j.aendring,
    j.begrundelse,
    coalesce(b.navn, j.besluttet_af) as besluttet_af,
    j.dato > $statusdato as efter_statusdato
from justering as j
inner join indsats as i on j.indsats_id = i.indsats_id
left join omraade as o on j.omraade_id = o.omraade_id
left join betegnelse as b on b.liste = 'justering.besluttet_af' and j.besluttet_af = b.kode
where i.helhedsplan_id = $plan
    and i_indsatsomraader(i.indsatsomraade_kode, $indsatsomraade)
    and (
        i_omraader(j.omraade_id, $omraade, $organisation)
        or (j.omraade_id is null and exists (
            select 1
            from indsats_omraade($plan) as s
            where s.indsats_id = j.indsats_id and i_omraader(s.omraade_id, $omraade, $organisation)
        ))
    )
order by j.dato desc, j.justering_id
