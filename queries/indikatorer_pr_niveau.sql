/*
title      = "Indikatorer pr. niveau"
question   = "Hvor mange indikatorer er på vej mod deres mål?"
definition = "En serie er en indikator i ét område eller for alle områder under ét. Foran er på den lige vej fra nulpunkt til mål eller bedre ved den nyeste måling. De tre niveauer lægges aldrig sammen; områdeudvikling kan ikke tilskrives helhedsplanen alene."
key        = ["niveau"]

[params]
omraade        = "ingen, et eller flere områder"
indsatsomraade = "ingen, et eller flere indsatsområder"
organisation   = "ingen, en eller flere organisationer"
statusdato     = "den sidste dag i en måned"

[columns]
niveau            = { label = "Niveau", unit = "kode" }
niveau_navn       = { label = "Niveauets navn", unit = "tekst" }
serier            = { label = "Serier", unit = "antal" }
antal_foran       = { label = "På vejen eller foran", unit = "antal" }
antal_bagud       = { label = "Bagud", unit = "antal" }
antal_skjult      = { label = "Skjult", unit = "antal" }
antal_mangler     = { label = "Mangler", unit = "antal" }
antal_andre       = { label = "Uden mål eller måling, eller ikke relevant", unit = "antal" }
antal_med_vej     = { label = "Kan holdes op mod vejen", unit = "antal" }
*/
with

stillet as (
    select niveau, indikator_stand(seneste_vaerdi, seneste_status, vej_vaerdi, retning) as stand
    from indikator_opgjort($omraade, $indsatsomraade, $organisation, $statusdato)
)

select
    s.niveau,
    coalesce(any_value(b.navn), s.niveau) as niveau_navn,
    count(*) as serier,
    count(*) filter (where s.stand = 'foran') as antal_foran,
    count(*) filter (where s.stand = 'bagud') as antal_bagud,
    count(*) filter (where s.stand = 'skjult') as antal_skjult,
    count(*) filter (where s.stand = 'mangler') as antal_mangler,
    count(*) filter (where s.stand in ('uden_maal', 'ikke_maalt', 'ikke_relevant')) as antal_andre,
    count(*) filter (where s.stand in ('foran', 'bagud')) as antal_med_vej
from stillet as s
left join betegnelse as b on b.liste = 'indikator.niveau' and s.niveau = b.kode
group by s.niveau
order by list_position(['aktivitet', 'deltagerresultat', 'omraade'], s.niveau)
