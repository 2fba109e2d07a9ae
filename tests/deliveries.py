"""Exports for tests: literal rows with everything filled in that the contract wants filled, and real Parquet files."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

Row = dict[str, Any]
Tables = dict[str, list[Row]]

KRONER = pa.decimal128(15, 2)
DAY = pa.date32()
WHOLE = pa.int64()
DOUBLE = pa.float64()
YES_NO = pa.bool_()
TEXT = pa.string()

# The contract's tables, written down a second time from data-contract.md. What is not named here is text.
COLUMNS = {
    "helhedsplan": "helhedsplan_id navn bevillingsperiode start_dato slut_dato",
    "boligomraade": "omraade_id navn by boliger beboere beboere_dato",
    "organisation": "organisation_id navn kortnavn type",
    "omraade_organisation": "omraade_id organisation_id",
    "indsatsomraade": "bevillingsperiode indsatsomraade_kode navn sortering sensitiv",
    "indsats": "indsats_id helhedsplan_id indsatsomraade_kode navn beskrivelse maalgruppe ansvarlig_rolle "
    "organisation_id kernedrift kernedrift_note start_dato slut_dato status kilde",
    "oekonomi": "post_id helhedsplan_id indsatsomraade_kode indsats_id omraade_id bidragyder form kategori type "
    "periode_start periode_slut beloeb_kr note",
    "milepael": "milepael_id spor helhedsplan_id omraade_id indsatsomraade_kode indsats_id navn aftalt_dato "
    "forventet_dato naaet_dato status ansvarlig_rolle bemaerkning",
    "indikator": "indikator_id navn niveau indsatsomraade_kode enhed retning definition kilde personantal",
    "maal": "indikator_id omraade_id nul_dato nul_vaerdi maal_dato maal_vaerdi",
    "maaling": "indikator_id omraade_id periode_start periode_slut taeller naevner vaerdi vaerdi_status",
    "aktivitet": "registrering_id indsats_id omraade_id dato aktivitetstype antal_afholdt fremmoeder nye_deltagere "
    "unikke_deltagere frivillige frivilligtimer medarbejdertimer vaerdi_status",
    "aktivitetsmaal": "indsats_id omraade_id aar maal_fremmoeder",
    "moede": "moede_id organ dato titel data_laas_dato kilde",
}
TYPES = (
    dict.fromkeys(("beloeb_kr",), KRONER)
    | dict.fromkeys(("periode_start", "periode_slut", "dato"), DAY)
    | dict.fromkeys(("boliger", "beboere", "sortering", "aar", "maal_fremmoeder", "taeller", "naevner"), WHOLE)
    | dict.fromkeys(("antal_afholdt", "fremmoeder", "nye_deltagere", "unikke_deltagere", "frivillige"), WHOLE)
    | dict.fromkeys(("nul_vaerdi", "maal_vaerdi", "vaerdi", "frivilligtimer", "medarbejdertimer"), DOUBLE)
    | dict.fromkeys(("sensitiv", "personantal"), YES_NO)
)

# One plain row a table; a test writes only what it is about.
USUAL: dict[str, Row] = {
    "helhedsplan": {
        "helhedsplan_id": "P1",
        "navn": "Helhedsplan",
        "bevillingsperiode": "2019-26",
        "start_dato": date(2021, 8, 1),
        "slut_dato": date(2025, 7, 31),
    },
    "boligomraade": {"omraade_id": "NORD", "navn": "Nordbyen", "by": "Byen"},
    "organisation": {"organisation_id": "KOM", "navn": "Kommunen", "kortnavn": "Kommunen", "type": "kommune"},
    "omraade_organisation": {"omraade_id": "NORD", "organisation_id": "KOM"},
    "indsatsomraade": {
        "bevillingsperiode": "2019-26",
        "indsatsomraade_kode": "UDD",
        "navn": "Uddannelse og livschancer",
        "sortering": 1,
        "sensitiv": False,
    },
    "indsats": {
        "indsats_id": "I1",
        "helhedsplan_id": "P1",
        "indsatsomraade_kode": "UDD",
        "navn": "Lektiehjælp",
        "start_dato": date(2021, 8, 1),
        "slut_dato": date(2025, 7, 31),
        "status": "i_gang",
    },
    "oekonomi": {
        "helhedsplan_id": "P1",
        "indsatsomraade_kode": "UDD",
        "omraade_id": "NORD",
        "bidragyder": "KOM",
        "form": "kontant",
        "kategori": "AKTIVITET",
        "type": "forbrug",
        "periode_start": date(2022, 1, 1),
        "periode_slut": date(2022, 1, 31),
    },
    "milepael": {
        "spor": "boligsocial",
        "helhedsplan_id": "P1",
        "omraade_id": "NORD",
        "indsatsomraade_kode": "UDD",
        "navn": "Aftale",
        "aftalt_dato": date(2022, 1, 31),
        "status": "planlagt",
    },
    "indikator": {
        "indikator_id": "K1",
        "navn": "Andel i arbejde",
        "niveau": "omraade",
        "enhed": "indeks",
        "retning": "op",
        "definition": "Opdigtet",
        "kilde": "Opdigtet",
        "personantal": False,
    },
    "maal": {
        "indikator_id": "K1",
        "omraade_id": "NORD",
        "nul_dato": date(2021, 8, 1),
        "nul_vaerdi": 0.0,
        "maal_dato": date(2025, 7, 31),
        "maal_vaerdi": 100.0,
    },
    "maaling": {
        "indikator_id": "K1",
        "omraade_id": "NORD",
        "periode_slut": date(2022, 12, 31),
        "vaerdi": 50.0,
        "vaerdi_status": "ok",
    },
    "aktivitet": {
        "indsats_id": "I1",
        "omraade_id": "NORD",
        "dato": date(2022, 1, 15),
        "aktivitetstype": "aabent_tilbud",
        "antal_afholdt": 1,
        "vaerdi_status": "ok",
    },
    "aktivitetsmaal": {"indsats_id": "I1", "omraade_id": "NORD", "aar": 2022, "maal_fremmoeder": 100},
    "moede": {"moede_id": "M1", "organ": "styregruppe", "dato": date(2022, 6, 20), "titel": "Opfølgning"},
}
CORE = ("helhedsplan", "boligomraade", "organisation", "indsatsomraade", "indsats", "oekonomi", "milepael", "aktivitet")
OWN_KEY = {"oekonomi": "post_id", "milepael": "milepael_id", "aktivitet": "registrering_id"}


def kind(column: str) -> pa.DataType:
    """The contract's type of a column."""
    return DAY if column.endswith("_dato") else TYPES.get(column, TEXT)


def schema(table: str) -> pa.Schema:
    """The contract's columns and types of a table."""
    return pa.schema([(column, kind(column)) for column in COLUMNS[table].split()])


def exports(**tables: list[Row]) -> Tables:
    """Whole exports from literal rows: what a row leaves out is as in USUAL; a reference table left out has one row.

    `exports(oekonomi=[{"beloeb_kr": "100.00"}])` is a plan with one area, one indsats, one contributor, 100 kr. spent.
    """
    left_out = [name for name in CORE if name not in tables and name not in OWN_KEY]
    given = {name: [{}] for name in left_out} | {name: [] for name in OWN_KEY} | tables
    return {name: [whole_row(name, row, number) for number, row in enumerate(rows)] for name, rows in given.items()}


def whole_row(table: str, row: Row, number: int) -> Row:
    """The row with every column of the contract."""
    filled = dict.fromkeys(COLUMNS[table].split()) | USUAL[table] | row
    if table in OWN_KEY and filled[OWN_KEY[table]] is None:
        filled[OWN_KEY[table]] = f"R{number:04}"
    if table == "oekonomi":
        filled["beloeb_kr"] = Decimal(filled["beloeb_kr"]).quantize(Decimal("0.01"))
    return filled


def write(tables: Tables, folder: Path) -> Path:
    """The exports as Parquet files in the contract's types, one a table. Returns the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in tables.items():
        pq.write_table(pa.Table.from_pylist(rows, schema=schema(name)), folder / f"{name}.parquet")
    return folder
