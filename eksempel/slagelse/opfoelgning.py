"""Grants, adjustments and human assessments.

The two rows about the fund's grant are told in the sources they name; all else is invented.
"""

from datetime import date
from decimal import Decimal

from eksempel.plan import OPDIGTET, Row

LEDER = "boligsocial leder"
MOEDER = {3: "2021-11-03", 4: "2022-02-02", 5: "2022-05-04", 6: "2022-08-31", 7: "2022-11-02", 8: "2023-02-01"}


def tilsagn(organisation_id: str, kroner: int, dato: str) -> Row:
    day = date.fromisoformat(dato)
    return {
        "organisation_id": organisation_id, "beloeb_kr": Decimal(kroner), "status": "endeligt", "tilsagn_dato": day,
        "oplyst_dato": day,
    }  # fmt: skip


# Neither source says whether the grant is final, so both rows stand as preliminary.
TILSAGN: tuple[Row, ...] = (
    {
        "organisation_id": "LBF", "beloeb_kr": Decimal(22_500_000), "status": "foreloebigt", "oplyst_dato": date(2021,
        3, 1),
        "kilde": "Udvalgssag, 1. marts 2021",
    },
    {
        "organisation_id": "LBF", "beloeb_kr": Decimal(23_000_000), "status": "foreloebigt", "oplyst_dato": date(2021,
        5, 5),
        "kilde": "Referat, 5. maj 2021",
    },
    tilsagn("SLAGELSE", 6_410_000, "2021-07-01"),
    tilsagn("BOLIGKORSOER", 1_470_000, "2021-07-01"),
    tilsagn("FOB", 1_445_000, "2021-07-01"),
    tilsagn("SB", 975_000, "2021-07-01"),
)  # fmt: skip


def justering(dato: str, indsats_id: str, omraade_id: str | None, aendring: str, begrundelse: str, organ: str) -> Row:
    return {
        "dato": date.fromisoformat(dato),
        "indsats_id": indsats_id,
        "omraade_id": omraade_id,
        "aendring": aendring,
        "begrundelse": f"{begrundelse} {OPDIGTET}",
        "besluttet_af": organ,
    }


JUSTERINGER: tuple[Row, ...] = (
    justering("2022-02-16", "SAM-02", "MOT", "Puljen udmøntes to gange om året.",
              "Foreningerne søger i forår og efterår.",
              "afdelingsbestyrelse"),
    justering("2022-05-18", "BES-05", None, "Besøg erstattes af faste aftaler om praktik.",
              "Enkelte besøg gav få pladser.",
              "boligsocial bestyrelse"),
    justering("2022-09-14", "SAM-05", None, "Indsatsen stoppes 31. december 2022.",
              "Driften byder selv nye beboere velkommen.",
              "boligsocial bestyrelse"),
    justering("2022-10-05", "UDD-02", "RIN", "Lektiecaféen omlægges til nye åbningstider.",
              "De ældste børn kommer senere hjem.",
              "boligsocial bestyrelse"),
    justering("2023-01-16", "KRI-04", "SYD", "Starten flyttes til august 2023, og midlerne flyttes.",
              "Behovet skulle kortlægges først.", "boligsocial bestyrelse"),
    justering("2023-01-16", "BES-01", "RIN", "Der tilføres 100.000 kr. fra Sammenhængskraft.",
              "Flere kvinder end ventet.",
              "boligsocial bestyrelse"),
    justering("2023-02-01", "BES-03", "SYD", "Mål for fremmøde sættes først fra 2024.", "Jobcaféen mangler et lokale.",
              "styregruppe"),
)  # fmt: skip

# By meeting: fremdrift, økonomi, aktivitet for the whole plan, as people saw it.
VURDERET = {
    3: ("gul", "groen", "gul"),
    4: ("groen", "gul", "gul"),
    5: ("groen", "groen", "groen"),
    6: ("groen", "groen", "groen"),
    7: ("groen", "groen", "gul"),
    8: ("gul", "groen", "gul"),
}
BEGRUNDELSE = {
    "groen": "Arbejdet følger det aftalte.",
    "gul": "Enkelte områder kræver opmærksomhed til næste møde.",
    "roed": "Der skal findes en løsning nu.",
}


def vurdering(
    moede_nr: int, dimension: str, vurderet: str, begrundelse: str, omraade_id: str | None = None,
    kode: str | None = None,
    svar_frist: str = "",
) -> Row:  # fmt: skip
    return {
        "moede_id": f"MO-{moede_nr:02d}",
        "dimension": dimension,
        "omraade_id": omraade_id,
        "indsatsomraade_kode": kode,
        "vurderet": vurderet,
        "begrundelse": f"{begrundelse} {OPDIGTET}",
        "rolle": LEDER,
        "dato": date.fromisoformat(MOEDER[moede_nr]),
        "ansvarlig_rolle": LEDER if vurderet != "groen" else None,
        "svar_frist_dato": date.fromisoformat(svar_frist) if svar_frist else None,
    }


VURDERINGER: tuple[Row, ...] = (
    *(
        vurdering(nr, dimension, vurderet, BEGRUNDELSE[vurderet])
        for nr, three in VURDERET.items()
        for dimension, vurderet in zip(("fremdrift", "oekonomi", "aktivitet"), three, strict=True)
    ),
    vurdering(7, "aktivitet", "groen", "Tallene for oktober var ikke samlet ved mødet.", "MOT", "KRI"),
    vurdering(8, "fremdrift", "roed", "Lokalet til Jobcafé er opsagt.", "SYD", "BES", "2023-03-15"),
    vurdering(8, "aktivitet", "gul", "Tal fra Motalavej mangler fra november.", "MOT", "KRI", "2023-03-01"),
    vurdering(8, "oekonomi", "gul", "Flere på kvindeholdene end budgetteret.", "RIN", "BES", "2023-04-28"),
)
