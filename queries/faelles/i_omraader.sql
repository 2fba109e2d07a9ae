/*
title      = "Bærer rækken et af de valgte områder?"
definition = "Intet valg tager alt med. En organisation vælger de områder, den har del i. En række uden område falder fra, så snart der er valgt."
arguments  = ["omraade_id_", "omraade", "organisation"]
scalar     = true
*/
(
    (len(omraade) = 0 or coalesce(list_contains(omraade, omraade_id_), false))
    and (
        len(organisation) = 0
        or omraade_id_ in (
            select oo.omraade_id from omraade_organisation as oo where list_contains(organisation, oo.organisation_id)
        )
    )
)
