"""A small plan for the questions about activity and indsatser: two areas, three indsatser, one reason a row.

The plan runs from August 2021 to July 2025; everything is asked per 31 March 2023, so that January to March 2022 are
the same months the year before.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
import pyarrow.parquet as pq

from tests.answers.engine import Ask, published
from tests.deliveries import Row, Tables, exports, write

STATUSDATO = date(2023, 3, 31)
UDD, KRI = "UDD", "KRI"
CAFE, VANDRING, FREMTID = "CAFE", "VANDRING", "FREMTID"

JUSTERINGER = pa.schema(
    [("justering_id", pa.string()), ("dato", pa.date32())]
    + [(name, pa.string()) for name in ("indsats_id", "omraade_id", "aendring", "begrundelse", "besluttet_af")]
)


def held(indsats: str, omraade: str, dato: date, fremmoeder: int | None, **more: object) -> Row:
    return {
        "indsats_id": indsats, "omraade_id": omraade, "dato": dato, "fremmoeder": fremmoeder,
        "vaerdi_status": "ok" if fremmoeder is not None else "skjult", **more,
    }  # fmt: skip


def money(indsats: str | None, kind: str, start: date, slut: date, kroner: str) -> Row:
    return {
        "indsats_id": indsats, "type": kind, "periode_start": start, "periode_slut": slut, "beloeb_kr": kroner
    }  # fmt: skip


def tables() -> Tables:
    return exports(
        boligomraade=[
            {"omraade_id": "NORD", "navn": "Ærøgården"},
            {"omraade_id": "SYD", "navn": "Åbyen"},
        ],
        organisation=[
            {"organisation_id": "KOM", "navn": "Kommunen", "type": "kommune"},
            {"organisation_id": "BO", "navn": "Boligforeningen", "type": "boligorganisation"},
        ],
        omraade_organisation=[{"omraade_id": "SYD", "organisation_id": "BO"}],
        indsatsomraade=[
            {"indsatsomraade_kode": UDD, "navn": "Uddannelse", "sortering": 1},
            {"indsatsomraade_kode": KRI, "navn": "Forebyggelse", "sortering": 2, "sensitiv": True},
        ],
        indsats=[
            {
                "indsats_id": CAFE, "indsatsomraade_kode": UDD, "navn": "Lektiecafé", "kernedrift": "uafklaret",
                "kernedrift_note": "Skal drøftes.", "organisation_id": "KOM", "ansvarlig_rolle": "projektleder",
                "beskrivelse": "Hjælp til lektier.", "maalgruppe": "Skolebørn", "kilde": "Opdigtet",
            },
            {
                "indsats_id": VANDRING, "indsatsomraade_kode": KRI, "navn": "Vandring", "kernedrift": "ingen_overlap",
            },
            {
                "indsats_id": FREMTID, "indsatsomraade_kode": KRI, "navn": "Aftenåbent", "status": "planlagt",
                "start_dato": date(2023, 8, 1),
            },
        ],
        aktivitet=[
            # NORD: 10 then 12 the year after; a Monday and a Tuesday.
            held(CAFE, "NORD", date(2022, 1, 10), 10, nye_deltagere=6, frivillige=7, frivilligtimer=4.0),
            held(CAFE, "NORD", date(2023, 1, 10), 12, nye_deltagere=5, frivillige=8, medarbejdertimer=2.5),
            # SYD has no target: outside the percentage, inside the sums.
            held(CAFE, "SYD", date(2022, 2, 14), 20),
            held(CAFE, "SYD", date(2023, 2, 13), 30, antal_afholdt=2),
            # Hidden: a registration without a number is counted as hidden, never as nought.
            held(CAFE, "NORD", date(2023, 2, 14), None),
            # The newest figure of an indsats that runs on: more than four months old.
            held(VANDRING, "NORD", date(2022, 10, 31), 17, aktivitetstype="raadgivning"),
            # After statusdato: only in what is asked for by month.
            held(CAFE, "NORD", date(2023, 4, 3), 99),
        ],
        aktivitetsmaal=[{"indsats_id": CAFE, "omraade_id": "NORD", "aar": 2023, "maal_fremmoeder": 40}],
        milepael=[
            {
                "milepael_id": "M1", "indsats_id": CAFE, "aftalt_dato": date(2022, 1, 31),
                "naaet_dato": date(2022, 2, 10), "status": "naaet",
            },
            # No indsatsområde of its own: it still belongs to its indsats.
            {
                "milepael_id": "M2", "indsats_id": CAFE, "indsatsomraade_kode": None, "omraade_id": None,
                "aftalt_dato": date(2023, 3, 1),
            },
            {"milepael_id": "M3", "indsats_id": CAFE, "aftalt_dato": date(2023, 3, 1), "status": "bortfaldet"},
            # The only trace of an area.
            {"milepael_id": "M4", "indsats_id": FREMTID, "indsatsomraade_kode": KRI, "omraade_id": "SYD",
             "aftalt_dato": date(2023, 9, 1)},
            {"milepael_id": "M5", "aftalt_dato": date(2022, 1, 1)},
        ],
        oekonomi=[
            money(CAFE, "budget_oprindeligt", date(2022, 1, 1), date(2023, 12, 31), "730.00"),
            money(CAFE, "forbrug", date(2022, 12, 1), date(2022, 12, 31), "100.25"),
            money(CAFE, "forbrug", date(2023, 3, 1), date(2023, 3, 31), "50.50"),
            money(None, "forbrug", date(2023, 3, 1), date(2023, 3, 31), "1000.00"),
        ],
    )  # fmt: skip


def adjustments() -> list[Row]:
    return [
        {
            "justering_id": "J1", "dato": date(2022, 9, 1), "indsats_id": CAFE, "omraade_id": "SYD",
            "aendring": "Ny åbningstid", "begrundelse": "Børnene kom senere", "besluttet_af": "styregruppe",
        },
        {
            "justering_id": "J2", "dato": date(2023, 5, 1), "indsats_id": CAFE, "aendring": "Ny leder",
            "begrundelse": "Fratrådt", "besluttet_af": "styregruppe",
        },
        {
            "justering_id": "J3", "dato": date(2022, 9, 1), "indsats_id": VANDRING, "aendring": "Ny rute",
            "begrundelse": "Ønsket", "besluttet_af": "styregruppe",
        },
    ]  # fmt: skip


@contextmanager
def indsats_plan() -> Iterator[Ask]:
    """The plan published, and what asks it; every question per STATUSDATO unless it says otherwise."""
    with TemporaryDirectory() as place:
        folder = write(tables(), Path(place) / "leverance")
        pq.write_table(pa.Table.from_pylist(adjustments(), JUSTERINGER), folder / "justering.parquet")
        with published(folder, date(2023, 5, 20)) as ask:
            yield lambda name, **asked: ask(name, **({"statusdato": STATUSDATO} | asked))


def values(rows: list[Row], *columns: str) -> list[tuple[object, ...]]:
    """The rows as tuples of the columns named."""
    return [tuple(row[column] for column in columns) for row in rows]
