"""tilsagn: the same grant told twice stays two rows, each with its date and source."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from overblik import contract
from overblik.answers import fetch
from tests.answers.engine import published, published_tables
from tests.answers.plain import example_tables
from tests.answers.test_medfinansiering_pr_aar import PARTIES
from tests.deliveries import exports, write


def test_the_fund_comes_first_and_each_amount_keeps_its_date_and_source(tmp_path: Path):
    rows = [
        ("T3", "P1", "KOM", "5", "endeligt", date(2021, 4, 1), date(2021, 4, 1), "Budget"),
        ("T2", "P1", "LBF", "23", "foreloebigt", None, date(2021, 5, 5), "Referat"),
        ("T1", "P1", "LBF", "22.5", "foreloebigt", None, date(2021, 3, 1), "Udvalgssag"),
        ("T4", "P2", "LBF", "99", "ansoegt", None, date(2021, 3, 1), "En anden plans"),
    ]
    schema = contract.arrow_schema(contract.tables()["tilsagn"])
    delivered = [dict(zip(schema.names, row, strict=True)) for row in rows]
    for row in delivered:
        row["beloeb_kr"] = Decimal(row["beloeb_kr"])
    plans = [{}, {"helhedsplan_id": "P2", "start_dato": date(2015, 1, 1), "slut_dato": date(2018, 12, 31)}]
    folder = write(exports(helhedsplan=plans, organisation=PARTIES), tmp_path)
    pq.write_table(pa.Table.from_pylist(delivered, schema=schema), folder / "tilsagn.parquet")
    with published(folder, date(2022, 1, 10)) as ask:
        found = ask("tilsagn")
    columns = ("navn", "beloeb_kr", "status_navn", "tilsagn_dato", "oplyst_dato", "kilde", "gange_oplyst")
    assert [tuple(row[column] for column in columns) for row in found] == [
        ("Landsbyggefonden", Decimal("22.50"), "Foreløbigt", None, date(2021, 3, 1), "Udvalgssag", 2),
        ("Landsbyggefonden", Decimal("23.00"), "Foreløbigt", None, date(2021, 5, 5), "Referat", 2),
        ("Kommunen", Decimal("5.00"), "Endeligt", date(2021, 4, 1), date(2021, 4, 1), "Budget", 1),
    ]


def test_there_are_none_where_the_table_is_not_delivered():
    with published_tables(exports(), date(2022, 1, 10)) as ask:
        assert ask("tilsagn") == []


def test_the_example_gives_the_same_both_ways(example_data: Path):
    found = fetch("tilsagn").rows()
    delivered = example_tables()["tilsagn"]
    assert {row["tilsagn_id"]: row["beloeb_kr"] for row in found} == {
        row["tilsagn_id"]: row["beloeb_kr"] for row in delivered
    }
