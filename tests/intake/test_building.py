"""The tables of a release: made by queries/udgiv/ from whatever was delivered, the same every time."""

from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest

from overblik import contract
from overblik.intake.building import MELLEMREGNING, build_tables, contract_tables, labels
from overblik.intake.manifest import default_plan
from overblik.intake.protection import Protection
from overblik.intake.protection_key import EXAMPLE_KEY
from overblik.settings import QUERIES
from overblik.settings_limits import Diskretionering
from tests.contract.rows import as_read, as_table, example

DAY = date(2025, 7, 20)
LEVERANCE = pa.table(
    {
        "fil": ["oekonomi.parquet"],
        "tabel": ["oekonomi"],
        "organisation": [""],
        "sha256": ["0" * 64],
        "modtaget": ["2025-07-20T12:00:00+02:00"],
        "raekker": [1],
        "nyeste_dato": [DAY],
    }
)
PROTECTION = Protection(Diskretionering(), EXAMPLE_KEY)
DELIVERED = {name: as_table(name, [example(name)]) for name in contract.tables()}


def built(fritekst: bool = False, **delivered: pa.Table) -> dict[str, pa.Table]:
    files = [as_read(f"{name}.parquet", rows) for name, rows in delivered.items()]
    return build_tables(files, LEVERANCE, DAY, fritekst, PROTECTION)


def test_every_file_gives_the_table_it_is_named_after() -> None:
    assert set(built(**DELIVERED)) == {path.stem for path in (QUERIES / "udgiv").glob("*.sql")}


def test_every_step_in_between_has_its_place_in_the_order() -> None:
    assert set(MELLEMREGNING) == {path.stem for path in (QUERIES / "udgiv" / "mellemregning").glob("*.sql")}


def test_a_table_that_was_not_delivered_is_empty_and_has_the_same_columns() -> None:
    full, core = built(**DELIVERED), {name: DELIVERED[name] for name, t in contract.tables().items() if t.core}
    for name, table in built(**core).items():
        assert table.schema == full[name].schema, name
    assert built(**core)["maaling"].num_rows == 0


def test_nothing_at_all_gives_empty_tables_of_the_same_columns() -> None:
    full = built(**DELIVERED)
    for name, table in built().items():
        assert table.schema == full[name].schema, name


def test_the_order_of_the_delivered_rows_changes_nothing() -> None:
    rows = [example("oekonomi", post_id=f"p{n}", periode_start=date(2025, 1 + n, 1)) for n in range(6)]
    once, again = (
        built(**DELIVERED | {"oekonomi": as_table("oekonomi", order)}) for order in (rows, rows[::-1])
    )  # fmt: skip
    for name in once:
        assert once[name] == again[name], name


def test_remarks_on_milestones_are_left_out_unless_they_are_chosen() -> None:
    shut, opened = built(**DELIVERED)["milepael"], built(fritekst=True, **DELIVERED)["milepael"]
    assert shut["bemaerkning"].to_pylist() == [None]
    assert opened["bemaerkning"].to_pylist() == [example("milepael")["bemaerkning"]]
    assert shut.drop_columns("bemaerkning") == opened.drop_columns("bemaerkning")


def test_every_code_of_the_contracts_lists_has_a_label() -> None:
    named = {(row["liste"], row["kode"]): row["navn"] for row in labels().to_pylist()}
    for table in contract.tables().values():
        for column in table.columns:
            if column.value_labels:
                assert {(f"{table.name}.{column.name}", value) for value in column.values} <= set(named)
    assert all(navn.strip() for navn in named.values())


def test_the_contracts_tables_are_listed_in_its_order() -> None:
    listed = contract_tables().to_pylist()
    assert [row["tabel"] for row in listed] == list(contract.tables())
    assert sum(row["kerne"] for row in listed) == 8


@pytest.mark.parametrize("path", sorted((QUERIES / "udgiv").rglob("*.sql")), ids=lambda path: path.stem)
def test_each_file_is_one_select_with_named_columns_in_a_stated_order(path: Path) -> None:
    sql = path.read_text(encoding="utf-8")
    (statement,) = duckdb.extract_statements(sql)
    assert statement.type == duckdb.StatementType.SELECT
    assert set(statement.named_parameters) <= {"i_dag", "udgiv_fritekst"} | set(PROTECTION.parameters)
    assert path.parent.name == "mellemregning" or "order by" in sql.lower()


def plans(*starts: tuple[str, date]) -> list[dict[str, object]]:
    return [{"helhedsplan_id": key, "start_dato": start} for key, start in starts]


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (plans(("A", date(2020, 1, 1)), ("B", date(2024, 1, 1))), "B"),  # the newest that has begun
        (plans(("A", date(2020, 1, 1)), ("B", date(2025, 7, 21))), "A"),  # B begins tomorrow
        (plans(("A", date(2020, 1, 1)), ("B", DAY)), "B"),  # B begins today
        (plans(("A", date(2020, 1, 1)), ("B", date(2020, 1, 1))), "B"),  # a tie: the greatest id
        (plans(("A", date(2027, 1, 1)), ("B", date(2026, 1, 1))), "B"),  # none has begun: the first to
        (plans(("A", date(1999, 1, 1)), ("B", date(10**4 - 1, 1, 1))), "A"),
    ],
)
def test_the_plan_shown_without_a_choice(given: list[dict[str, object]], wanted: str) -> None:
    assert default_plan(given, DAY) == wanted
