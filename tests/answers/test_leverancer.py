"""leverancer, leverede_tabeller and kilder: what the figures rest on, and what is not there."""

from collections import Counter
from datetime import date
from pathlib import Path

from overblik import contract
from overblik.answers import current_release, fetch
from overblik.settings import EKSEMPEL
from tests.answers.engine import published_tables
from tests.deliveries import exports
from tests.naive import read

DAY = date(2022, 10, 10)


def test_every_file_has_its_rows_and_how_far_it_reaches():
    post = {"beloeb_kr": "10"}  # January 2022
    with published_tables(exports(oekonomi=[post, post]), DAY) as ask:
        files = {row["fil"]: row for row in ask("leverancer")}
    money = files["oekonomi.parquet"]
    assert (money["tabel"], money["navn"], money["organisation"]) == ("oekonomi", "Økonomi", None)
    assert (money["raekker"], money["nyeste_dato"]) == (2, date(2022, 1, 31))
    assert len(money["sha256"]) == 64


def test_a_table_that_nobody_delivered_is_told_as_not_delivered_and_has_no_rows():
    with published_tables(exports(), DAY) as ask:
        tables = {row["tabel"]: row for row in ask("leverede_tabeller")}
    assert list(tables) == list(contract.tables())
    assert (tables["tilsagn"]["er_leveret"], tables["tilsagn"]["raekker"]) == (False, None)
    # Delivered without a row is something else than not delivered.
    assert (tables["oekonomi"]["er_leveret"], tables["oekonomi"]["raekker"]) == (True, 0)
    assert (tables["oekonomi"]["er_kerne"], tables["tilsagn"]["er_kerne"]) == (True, False)


def test_sources_are_counted_and_those_that_say_so_are_invented():
    indsatser = [
        {"indsats_id": "I1", "kilde": "Referat, 5. maj 2021"},
        {"indsats_id": "I2", "kilde": "(opdigtet)"},
        {"indsats_id": "I3", "kilde": "(opdigtet)"},
        {"indsats_id": "I4"},  # no source told
    ]
    with published_tables(exports(indsats=indsatser), DAY) as ask:
        found = [(row["kilde"], row["navn"], row["raekker"], row["er_opdigtet"]) for row in ask("kilder")]
    assert found == [("Referat, 5. maj 2021", "Indsats", 1, False), ("(opdigtet)", "Indsats", 2, True)]


def test_the_example_gives_the_same_both_ways(example_data: Path):
    tables = read(EKSEMPEL)
    by_file = fetch("leverancer").rows()
    assert {row["fil"] for row in by_file} == {source["fil"] for source in current_release().manifest["sources"]}
    assert {row["tabel"]: row["raekker"] for row in fetch("leverede_tabeller").rows() if row["er_leveret"]} == {
        name: len(rows) for name, rows in tables.items()
    }
    told = Counter(
        (row["kilde"], name) for name, rows in tables.items() for row in rows if row.get("kilde") is not None
    )
    assert {(row["kilde"], row["tabel"]): row["raekker"] for row in fetch("kilder").rows()} == told
