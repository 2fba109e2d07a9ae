"""Exports of an invented municipality, unlike the example wherever it can be: names, keys, periods, numbers of things.

Eight areas with names of sixty letters, five indsatsområder of another bevillingsperiode, two plans that follow no
calendar year, six organisations that hand in files of their own.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from itertools import cycle, product
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from overblik import contract
from tests.deliveries import Row, Tables

TODAY = date(2031, 5, 9)
STATUSDATO = date(2031, 4, 30)
PLAN, NEXT_PLAN = "AEROE-1", "AEROE-2"
START, END = date(2028, 11, 15), date(2032, 11, 14)

AREAS = {
    f"kv{number}": f"{first} og {second} ved Åløkkegårdens Ærtemarker".ljust(60, "å")[:60]
    for number, (first, second) in enumerate(
        [
            ("Østerbækvænget", "Søndre Åparken"),
            ("Ålegårdsvej", "Nørre Ærøhave"),
            ("Blåbærhaven", "Gåsetårnsvej"),
            ("Ærenprisparken", "Ølandsgade"),
            ("Rågevænget", "Møllesøparken"),
            ("Sæbyhøj", "Grønærtevej"),
            ("Bøgelængen", "Åkandevænget"),
            ("Åhusene", "Østre Ørnebjerg"),
        ],
        1,
    )
}
PERIOD = "2027-34"
CODES = {
    "T1": "Tryghed, naboskab og nærvær",
    "N2": "Natur og sundhed på tværs",
    "F3": "Fællesskab og frivillighed",
    "A4": "Arbejde, lære og øvelse",
    "B5": "Børn og unges fritid",
}
OWNERS = {
    "ABC": "Andelsboligforeningen Æblelunden",
    "DEF": "Boligselskabet Østerå",
    "GHI": "Ålborghus",
    "JKL": "Sø & Å",
}
ORGANISATIONS = {"XKOM": ("Nørre Ærøby Kommune", "kommune"), "FOND": ("Byggeriets Fond", "lbf")} | {
    key: (name, "boligorganisation") for key, name in OWNERS.items()
}
INDSATSER = {f"tiltag.{n}": (list(CODES)[n % len(CODES)], f"Tiltag nr. {n} på Ærø") for n in range(12)}


def month_ends(first: date, last: date) -> list[date]:
    """The last day of every month from one day to another."""
    found, day = [], first.replace(day=1)
    while day <= last:
        day = (day + timedelta(days=32)).replace(day=1)
        found.append(day - timedelta(days=1))
    return [end for end in found if end <= last]


def money() -> Iterable[Row]:
    number = 0
    for (code, area), who in zip(product([*CODES, "FAELLES"], [*AREAS, None]), cycle(ORGANISATIONS), strict=False):
        usual = {
            "helhedsplan_id": PLAN,
            "indsatsomraade_kode": code,
            "omraade_id": area,
            "bidragyder": who,
            "form": "kontant",
            "kategori": "AKTIVITET" if area else "ADMINISTRATION",
        }
        for kind, first, last, kroner in [
            ("budget_oprindeligt", START, END, "480000.00"),
            ("forbrug", START, STATUSDATO, "260000.37"),
            ("forbrug", date(2031, 1, 1), date(2031, 3, 31), "-1250.25"),
            ("disponeret", date(2031, 5, 1), date(2031, 12, 31), "20000.00"),
            ("restprognose", date(2031, 5, 1), END, "170000.10" if code != "T1" else "290000.00"),
        ]:
            number += 1
            yield usual | {
                "post_id": f"p{number}",
                "type": kind,
                "periode_start": first,
                "periode_slut": last,
                "beloeb_kr": Decimal(kroner),
            }


def milestones() -> Iterable[Row]:
    stories = cycle(
        [
            {"naaet_dato": date(2030, 2, 1), "status": "naaet", "aftalt_dato": date(2030, 3, 1)},
            {"forventet_dato": date(2032, 1, 1), "status": "i_gang", "aftalt_dato": date(2030, 9, 30)},
            {"status": "planlagt", "aftalt_dato": date(2032, 6, 30)},
            {"status": "bortfaldet", "aftalt_dato": date(2030, 6, 30)},
        ]
    )
    for number, ((area, code), story) in enumerate(zip(product(AREAS, CODES), stories, strict=False)):
        physical = number % 5 == 4
        yield story | {
            "milepael_id": f"m{number}",
            "spor": "fysisk" if physical else "boligsocial",
            "helhedsplan_id": None if physical else PLAN,
            "omraade_id": area,
            "indsatsomraade_kode": None if physical else code,
            "navn": f"Aftale nr. {number} om {code}",
        }


def activity() -> Iterable[Row]:
    for (key, (code, _)), area in product(INDSATSER.items(), list(AREAS)[:6]):
        for end in month_ends(date(2029, 1, 1), STATUSDATO)[::2]:
            yield {
                "registrering_id": f"{key}-{area}-{end:%y%m}",
                "indsats_id": key,
                "omraade_id": area,
                "dato": end if code == "T1" else end - timedelta(days=9),
                "aktivitetstype": "raadgivning" if code == "T1" else "forloeb",
                "antal_afholdt": 3,
                "fremmoeder": 11 + end.month,
                "nye_deltagere": 2,
                "frivilligtimer": 4.5,
                "vaerdi_status": "ok",
            }


def core() -> Tables:
    """The tables that a release needs."""
    return {
        "helhedsplan": [
            {
                "helhedsplan_id": PLAN,
                "navn": "Ærøbyplanen",
                "bevillingsperiode": PERIOD,
                "start_dato": START,
                "slut_dato": END,
            },
            {
                "helhedsplan_id": NEXT_PLAN,
                "navn": "Den næste",
                "bevillingsperiode": PERIOD,
                "start_dato": date(2032, 11, 15),
                "slut_dato": date(2036, 11, 14),
            },
        ],
        "boligomraade": [{"omraade_id": key, "navn": name, "by": "Nørre Ærøby"} for key, name in AREAS.items()],
        "organisation": [
            {"organisation_id": key, "navn": name, "kortnavn": key, "type": kind}
            for key, (name, kind) in ORGANISATIONS.items()
        ],
        "indsatsomraade": [
            {
                "bevillingsperiode": PERIOD,
                "indsatsomraade_kode": code,
                "navn": name,
                "sortering": place,
                "sensitiv": code == "T1",
            }
            for place, (code, name) in enumerate(CODES.items())
        ],
        "indsats": [
            {
                "indsats_id": key,
                "helhedsplan_id": PLAN,
                "indsatsomraade_kode": code,
                "navn": name,
                "start_dato": START,
                "slut_dato": END,
                "status": "i_gang",
            }
            for key, (code, name) in INDSATSER.items()
        ],
        "oekonomi": list(money()),
        "milepael": list(milestones()),
        "aktivitet": list(activity()),
    }


def optional() -> Tables:
    """All other tables."""
    areas = list(AREAS)
    return {
        "omraade_organisation": [
            {"omraade_id": area, "organisation_id": owner} for area, owner in zip(areas, cycle(OWNERS), strict=False)
        ],
        "tilsagn": [
            {
                "tilsagn_id": "t1",
                "helhedsplan_id": PLAN,
                "organisation_id": "FOND",
                "beloeb_kr": Decimal("12000000.00"),
                "status": "endeligt",
                "oplyst_dato": date(2028, 9, 1),
                "kilde": "Opdigtet",
            }
        ],
        "indikator": [
            {
                "indikator_id": "tal.1",
                "navn": "Antal naboer, der hilser på hinanden",
                "niveau": "omraade",
                "indsatsomraade_kode": "T1",
                "enhed": "antal",
                "retning": "op",
                "definition": "Opdigtet",
                "kilde": "Opdigtet",
                "personantal": False,
            }
        ],
        "maal": [
            {
                "indikator_id": "tal.1",
                "omraade_id": area,
                "nul_dato": START,
                "nul_vaerdi": 10.0,
                "maal_dato": END,
                "maal_vaerdi": 50.0,
            }
            for area in areas[:3]
        ],
        "maaling": [
            {
                "indikator_id": "tal.1",
                "omraade_id": area,
                "periode_slut": end,
                "vaerdi": 12.0 + end.month,
                "vaerdi_status": "ok",
            }
            for area, end in product(areas[:3], [date(2029, 12, 31), date(2030, 12, 31)])
        ],
        "aktivitetsmaal": [
            {"indsats_id": key, "omraade_id": areas[0], "aar": year, "maal_fremmoeder": 120}
            for key, year in product(INDSATSER, (2030, 2031))
        ],
        "moede": [
            {"moede_id": "mo1", "organ": "fagudvalg", "dato": date(2031, 2, 3), "titel": "Møde i Ærøudvalget"},
            {"moede_id": "mo2", "organ": "fagudvalg", "dato": date(2031, 6, 1), "titel": "Næste møde"},
        ],
        "beslutning": [
            {
                "beslutning_id": "b1",
                "moede_id": "mo1",
                "nr": 1,
                "art": "B",
                "emne": "Åbningstider",
                "status": "aaben",
                "frist_dato": date(2031, 3, 1),
                "omraade_id": areas[7],
            }
        ],
        "godkendelse": [
            {
                "godkendelse_id": "g1",
                "genstand": "Ærøbyplanen",
                "organ": "byråd",
                "oplyst_dato": date(2028, 10, 1),
                "dato": date(2028, 9, 20),
                "udfald": "godkendt",
            }
        ],
        "justering": [
            {
                "justering_id": "j1",
                "dato": date(2030, 5, 5),
                "indsats_id": "tiltag.3",
                "omraade_id": areas[2],
                "aendring": "Flyttet til aftenen",
                "begrundelse": "Flere kan komme",
                "besluttet_af": "styregruppe",
            }
        ],
        "statusvurdering": [
            {
                "vurdering_id": "v1",
                "moede_id": "mo1",
                "dimension": "fremdrift",
                "omraade_id": areas[1],
                "indsatsomraade_kode": "N2",
                "vurderet": "gul",
                "begrundelse": "Ventes indhentet",
                "rolle": "Formand",
                "dato": date(2031, 2, 3),
            }
        ],
        "udviklingsplan": [
            {
                "udviklingsplan_id": "u1",
                "omraade_id": areas[5],
                "frist_dato": date(2035, 12, 31),
                "maal_andel_pct": 40.0,
            }
        ],
        "boligbestand": [
            {
                "udviklingsplan_id": "u1",
                "opgjort_dato": day,
                "scenarie": kind,
                "almene_familieboliger": number,
                "boliger_i_alt": 200,
            }
            for day, kind, number in [(date(2030, 1, 1), "faktisk", 150), (date(2034, 1, 1), "plan", 80)]
        ],
        "omraadekriterium": [
            {
                "omraade_id": areas[5],
                "liste_dato": date(2030, 12, 1),
                "kriterium": "Ledige, pct.",
                "vaerdi": 41.5,
                "graense": 40.0,
                "operator": ">",
                "udpeget": True,
            }
        ],
    }


def write_exports(folder: Path, tables: Tables) -> Path:
    """One file a table; money and activity one file for each organisation, in its own folder. Gives the folder."""
    for name, rows in tables.items():
        parts: dict[str, list[Row]] = {"": rows}
        if name == "oekonomi":
            parts = {who: [row for row in rows if row["bidragyder"] == who] for who in ORGANISATIONS}
        for place, part in parts.items():
            (folder / place).mkdir(parents=True, exist_ok=True)
            table = pa.Table.from_pylist(part, schema=contract.arrow_schema(contract.tables()[name]))
            pq.write_table(table, folder / place / f"{name}.parquet")
    return folder
