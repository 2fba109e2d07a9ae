"""What an analyst is asked about when a delivery differs from the one before it."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from overblik.intake.breach import Breach
from overblik.intake.inbox import Delivery
from overblik.intake.manifest import Source
from overblik.intake.previous import CODES, agreed_dates_moved, compare, previous_of
from overblik.intake.publishing import publish_inbox
from overblik.release import read_release
from tests.contract.rows import Row, as_read, as_table, example
from tests.intake.drops import drop, drop_all, post, published

NOW, BEFORE = "FOB/{}.parquet", "FOB/{}.parquet"


def compared(table: str, before: list[Row], now: list[Row]) -> list[Breach]:
    old, new = (
        as_read(name.format(table), as_table(table, [example(table, **row) for row in rows]))
        for name, rows in ((BEFORE, before), (NOW, now))
    )
    return compare([(new, old)])


def kroner(*amounts: str) -> list[Row]:
    return [{"post_id": f"p-{number}", "beloeb_kr": Decimal(kr)} for number, kr in enumerate(amounts)]


def areas(*names: str | None) -> list[Row]:
    return [{"post_id": f"p-{number}", "omraade_id": name} for number, name in enumerate(names)]


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        (["100", "100"], ["150", "150"], []),  # half as much again: just not more
        (["100", "100"], ["150", "150.01"], ["sum_aendret"]),
        (["100", "100"], ["50", "50"], []),
        (["100", "100"], ["50", "49.99"], ["sum_aendret"]),
        (["-100", "-100"], ["-100", "-201"], ["sum_aendret"]),
        (["100", "100"], ["-100", "-100"], ["sum_aendret"]),
        (["0", "0"], ["9", "9"], []),  # nothing is no measure
        (["1", "1"], ["0.5", "0.5", "1"], []),
        (["1", "1"], ["0.5", "0.5", "0.5", "0.5"], ["raekker_aendret"]),
        (["1", "1", "1"], ["3"], ["raekker_aendret"]),
    ],
)  # fmt: skip
def test_more_than_half_in_rows_or_sums_is_told(before: list[str], now: list[str], told: list[str]):
    assert [one.code for one in compared("oekonomi", kroner(*before), kroner(*now))] == told


def test_each_count_and_amount_of_a_table_is_added_up_and_no_share_or_year_is():
    before, now = [{"fremmoeder": 10, "frivilligtimer": 10.0}], [{"fremmoeder": 100, "frivilligtimer": 1.0}]
    found = compared("aktivitet", before, now)
    assert [(one.column, "større" in one.message) for one in found] == [("fremmoeder", True), ("frivilligtimer", False)]
    assert compared("aktivitetsmaal", [{"aar": 2020}], [{"aar": 9000}]) == []
    assert compared("maaling", [{"vaerdi": 1.0}], [{"vaerdi": 90.0}]) == []


def test_an_area_or_indsatsomraade_that_is_gone_is_counted_and_not_named():
    (one,) = compared("oekonomi", areas("nordbyen", "HEMMELIG", None), areas("nordbyen", "nordbyen", "nyt"))
    assert (one.code, one.column) == ("omraade_borte", "omraade_id")
    assert one.message == (
        "FOB/oekonomi.parquet: Kolonnen omraade_id mangler 1 område, som stod i den forrige leverance. "
        "Se efter, om udtrækket er helt; gør intet, hvis det er rigtigt."
    )
    found = compared("oekonomi", [{"indsatsomraade_kode": "A"}], [{"indsatsomraade_kode": "B"}])
    assert [one.code for one in found] == ["indsatsomraade_borte"]
    assert compared("oekonomi", areas("a", None), areas("a", "b")) == []


def moved(now: list[Row], before: list[Row]) -> list[Breach]:
    files = [
        as_read("milepael.parquet", as_table("milepael", [example("milepael", **row) for row in rows]))
        for rows in (now, before)
    ]
    return agreed_dates_moved(files[:1], files[1:])


def agreed(key: str, day: date, **more: Any) -> Row:
    return {"milepael_id": key, "aftalt_dato": day, **more}


def test_an_agreed_date_that_was_moved_is_told_with_its_rows():
    one, other = date(2025, 3, 1), date(2025, 6, 1)
    (told,) = moved([agreed("ny", other), agreed("a", other), agreed("b", one)], [agreed("b", one), agreed("a", one)])
    assert (told.code, told.column, told.rows, told.first_rows) == ("aftalt_dato_aendret", "aftalt_dato", 1, (2,))
    assert moved([agreed("a", one, forventet_dato=other)], [agreed("a", one, forventet_dato=None)]) == []


def source(name: str, came: str, table: str = "oekonomi") -> Source:
    organisation = name.rpartition("/")[0]
    return Source(name, table, organisation, "0" * 64, came)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("FOB/oekonomi__2024-01.parquet", "FOB/oekonomi__2024-01.parquet"),  # the one that it replaces
        ("FOB/oekonomi__2024-03.parquet", "FOB/oekonomi__2024-02.parquet"),  # the newest of its series
        ("FOB/oekonomi.parquet", None),  # of no series that is there
        ("FOB/oekonomi__budget.parquet", None),
        ("SB/oekonomi__2024-03.parquet", None),  # another organisation's
        ("oekonomi__2024-03.parquet", None),
    ],
)
def test_the_delivery_before_is_the_one_replaced_or_the_newest_of_the_series(name: str, found: str | None):
    in_force = [
        source("FOB/oekonomi__2024-01.parquet", "2024-02-01"),
        source("FOB/oekonomi__2024-02.parquet", "2024-03-01"),
    ]
    before = previous_of(Delivery(name, "oekonomi", name.rpartition("/")[0], Path("x")), in_force)
    assert (before.fil if before else None) == found


def told_of_the_past(warnings: tuple[Breach, ...]) -> list[tuple[str, str]]:
    return [(one.code, one.file) for one in warnings if one.code in CODES]


def test_a_publish_tells_what_moved_and_takes_it_all_the_same(in_use: Path):
    drop_all(in_use, oekonomi=[post("a", 100)])
    first = publish_inbox(in_use)
    assert told_of_the_past(first.warnings) == []  # nothing came before
    drop(in_use, "oekonomi.parquet", post("a", 100), post("b", 100))
    outcome = publish_inbox(in_use)
    assert outcome.rejected == ()
    assert told_of_the_past(outcome.warnings) == [
        ("raekker_aendret", "oekonomi.parquet"),
        ("sum_aendret", "oekonomi.parquet"),
    ]
    assert {one["code"] for one in read_release(in_use).manifest["warnings"]} >= {"raekker_aendret", "sum_aendret"}


def test_the_same_file_again_and_other_peoples_files_say_nothing(in_use: Path):
    drop_all(in_use, oekonomi=[post("a", 100)])
    published(in_use)
    drop(in_use, "oekonomi.parquet", post("a", 100))
    drop(in_use, "SB/oekonomi.parquet", post("b", 9_000))
    assert told_of_the_past(publish_inbox(in_use).warnings) == []


def test_a_replaced_original_that_has_been_erased_stops_nobody(in_use: Path):
    drop_all(in_use, oekonomi=[post("a", 100)])
    published(in_use)
    (before,) = [each for each in read_release(in_use).manifest["sources"] if each["tabel"] == "oekonomi"]
    (path,) = (in_use / "arkiv").rglob(f"{before['sha256']}*")
    path.chmod(0o600)
    path.unlink()
    drop(in_use, "oekonomi.parquet", post("a", 900))
    assert told_of_the_past(publish_inbox(in_use).warnings) == []
