"""Release tables written by hand: a small, safe release, to which a test plants one fault."""

from datetime import date
from typing import Any

import pyarrow as pa

Row = dict[str, Any]
K = 5
KRI = 10

SCHEMAS = {
    "plan": pa.schema([("helhedsplan_id", pa.string()), ("bevillingsperiode", pa.string())]),
    "omraade": pa.schema([("omraade_id", pa.string()), ("boliger", pa.int64()), ("beboere", pa.int64())]),
    "indsatsomraade": pa.schema(
        [("bevillingsperiode", pa.string()), ("indsatsomraade_kode", pa.string()), ("sensitiv", pa.bool_())]
    ),
    "aktivitet_maaned": pa.schema(
        [(name, pa.string()) for name in ("helhedsplan_id", "indsats_id", "indsatsomraade_kode", "omraade_id")]
        + [("maaned", pa.date32())]
        + [
            (name, pa.int64())
            for name in ("fremmoeder", "nye_deltagere", "frivillige", "unikke_deltagere", "antal_afholdt")
        ]
        + [(name, pa.int64()) for name in ("registreringer", "skjulte", "manglende", "graense")]
        + [(f"{name}_lille", pa.bool_()) for name in ("fremmoeder", "nye_deltagere", "frivillige", "unikke_deltagere")]
    ),
    "aktivitet_dag": pa.schema(
        [(name, pa.string()) for name in ("helhedsplan_id", "indsatsomraade_kode", "omraade_id")]
        + [("dato", pa.date32()), ("antal_afholdt", pa.int64())]
    ),
    "timer_maaned": pa.schema(
        [(name, pa.string()) for name in ("helhedsplan_id", "indsatsomraade_kode", "omraade_id")]
        + [("maaned", pa.date32()), ("frivilligtimer", pa.float64()), ("medarbejdertimer", pa.float64())]
        + [("skjult", pa.bool_())]
    ),
    "indikator": pa.schema(
        [(name, pa.string()) for name in ("indikator_id", "indsatsomraade_kode", "enhed")]
        + [("personantal", pa.bool_())]
    ),
    "maal": pa.schema(
        [(name, pa.string()) for name in ("indikator_id", "omraade_id")]
        + [("nul_dato", pa.date32()), ("nul_vaerdi", pa.float64()), ("maal_vaerdi", pa.float64())]
    ),
    "maaling": pa.schema(
        [(name, pa.string()) for name in ("indikator_id", "omraade_id")]
        + [("periode_start", pa.date32()), ("periode_slut", pa.date32())]
        + [("taeller", pa.int64()), ("naevner", pa.int64()), ("vaerdi", pa.float64())]
        + [("vaerdi_status", pa.string()), ("skjult_af", pa.string())]
    ),
}

MONTH = date(2022, 3, 1)
CELL: Row = {
    "helhedsplan_id": "P1",
    "indsats_id": "I1",
    "indsatsomraade_kode": "UDD",
    "omraade_id": "NORD",
    "maaned": MONTH,
    "graense": K,
    "skjulte": 0,
    "manglende": 0,
    "fremmoeder_lille": False,
    "nye_deltagere_lille": False,
    "frivillige_lille": False,
    "unikke_deltagere_lille": False,
}
SMALL = CELL | {"fremmoeder": 5, "fremmoeder_lille": True}  # 1 to 4 came
LARGE = CELL | {"indsats_id": "I2", "fremmoeder": 40, "nye_deltagere": 0, "antal_afholdt": 3, "registreringer": 3}
HOURS: Row = {"helhedsplan_id": "P1", "indsatsomraade_kode": "UDD", "omraade_id": "NORD", "maaned": MONTH}
DAY: Row = {"helhedsplan_id": "P1", "indsatsomraade_kode": "UDD", "omraade_id": "NORD", "dato": date(2022, 3, 9)}


def release(**changed: list[Row]) -> dict[str, pa.Table]:
    """A release of one marked and one open cell, and whatever a test puts in the place of a table's rows."""
    rows: dict[str, list[Row]] = {
        "plan": [{"helhedsplan_id": "P1", "bevillingsperiode": "2019-26"}],
        "omraade": [{"omraade_id": area, "beboere": 1500} for area in ("NORD", "SYD", "VEST")],
        "indsatsomraade": [
            {"bevillingsperiode": "2019-26", "indsatsomraade_kode": code, "sensitiv": code == "KRI"}
            for code in ("UDD", "KRI")
        ],
        "aktivitet_maaned": [SMALL, LARGE],
        "aktivitet_dag": [DAY | {"antal_afholdt": 3}],
        "timer_maaned": [HOURS | {"frivilligtimer": None, "medarbejdertimer": None, "skjult": True}],
        "indikator": [],
        "maaling": [],
        "maal": [],
    }
    return {name: pa.Table.from_pylist(given, SCHEMAS[name]) for name, given in (rows | changed).items()}


def indicator(*measured: Row, enhed: str = "antal", code: str | None = "UDD", people: bool = True) -> dict[str, Any]:
    """The tables of one indicator with these measurements."""
    described = {"indikator_id": "K1", "indsatsomraade_kode": code, "enhed": enhed, "personantal": people}
    return {"indikator": [described], "maaling": list(measured)}


def measured(area: str, value: float | None, slut: date = date(2022, 12, 31), start: date | None = None) -> Row:
    """A measurement; hidden where it has no value."""
    return {
        "indikator_id": "K1",
        "omraade_id": area,
        "periode_start": start,
        "periode_slut": slut,
        "vaerdi": value,
        "vaerdi_status": "skjult" if value is None else "ok",
        "skjult_af": "beskyttelse" if value is None else None,
    }


def share(area: str, part: int | None, whole: int | None, slut: date = date(2022, 12, 31)) -> Row:
    """A measured share of people; hidden where it has no numerator."""
    value = None if part is None or whole is None else 100 * part / whole
    return measured(area, value, slut) | {"taeller": part, "naevner": whole}
