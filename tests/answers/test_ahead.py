"""What a candidate would change, told from two releases: rows, sums per area and year, points, warnings."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from overblik.answers.ahead import Ahead, ahead, new_warnings, points, rows_per_table, sums
from overblik.answers.changed_rows import ChangedRows, changed_rows
from overblik.release import read_release
from overblik.settings import settings
from tests.answers.releases import publish_next
from tests.deliveries import Row, exports

DAY = date(2022, 10, 10)
AREAS = [{"omraade_id": "NORD", "navn": "Nordbyen"}, {"omraade_id": "SYD", "navn": "Sydbyen"}]


@pytest.fixture(autouse=True)
def _data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("OVERBLIK_DATA", str(tmp_path))
    settings.cache_clear()
    yield
    settings.cache_clear()


def pair(milepaele: list[Row], money: list[Row], later_milepaele: list[Row], later_money: list[Row]) -> Ahead:
    ids = [
        publish_next(exports(boligomraade=AREAS, milepael=milestones, oekonomi=rows), DAY)
        for milestones, rows in ((milepaele, money), (later_milepaele, later_money))
    ]
    found = ahead(*(read_release(settings().data, each) for each in ids))  # type: ignore[arg-type]
    assert found
    return found


def spent(kroner: str, omraade: str = "NORD", **more: object) -> Row:
    return {"beloeb_kr": kroner, "omraade_id": omraade, **more}


def due(milepael_id: str, **more: object) -> Row:
    return {"milepael_id": milepael_id, "navn": milepael_id, "aftalt_dato": date(2022, 1, 10), **more}


REACHED = {"naaet_dato": date(2022, 1, 10), "status": "naaet"}


def test_rows_are_added_taken_away_and_changed_by_their_key():
    found = pair(
        [due("BLIVER"), due("VAEK"), due("NAAS")], [spent("1.00")],
        [due("BLIVER"), due("NAAS", **REACHED), due("NY1"), due("NY2")], [spent("1.00")],
    )  # fmt: skip
    (milepael,) = (each for each in changed_rows(found.before, found.after) if each.tabel == "milepael")
    assert milepael == ChangedRows("milepael", nye=2, fjernede=1, aendrede=1)


def test_a_corrected_amount_is_a_changed_row_and_what_is_the_same_is_not_told():
    found = pair([due("A")], [spent("1.00")], [due("A")], [spent("2.00")])
    told = {each.tabel: each for each in changed_rows(found.before, found.after)}
    assert told["oekonomi_maaned"] == ChangedRows("oekonomi_maaned", nye=0, fjernede=0, aendrede=1)
    assert "milepael" not in told
    assert "leverance" not in told


def test_rows_handed_in_are_told_where_their_number_differs():
    found = pair([due("A")], [spent("1.00")], [due("A"), due("B")], [spent("2.00")])
    assert [(row["tabel"], row["foer"], row["nu"]) for row in rows_per_table(found)] == [("milepael", 1, 2)]


def test_sums_are_compared_per_area_and_year_and_for_the_whole_plan():
    found = pair([due("A")], [spent("1.00"), spent("5.00", "SYD")], [due("A")], [spent("2.50"), spent("5.00", "SYD")])
    assert [
        (row["omraade_id"], row["aar"], row["maal"], row["foer"], row["nu"]) for row in sums(found)
    ] == [
        (None, 2022, "forbrug_kr", Decimal("6.00"), Decimal("7.50")),
        ("NORD", 2022, "forbrug_kr", Decimal("1.00"), Decimal("2.50")),
    ]  # fmt: skip


def test_an_area_that_is_new_has_sums_in_the_new_figures_alone():
    publish_next(exports(milepael=[due("A")], oekonomi=[spent("1.00")]), DAY)
    before = read_release(settings().data)
    after = publish_next(
        exports(boligomraade=AREAS, milepael=[due("A")], oekonomi=[spent("1.00"), spent("5.00", "SYD")]), DAY
    )
    found = ahead(before, read_release(settings().data, after))
    assert found
    (row,) = (row for row in sums(found) if (row["omraade_id"], row["aar"], row["maal"]) == ("SYD", 2022, "forbrug_kr"))
    assert (row["foer"], row["nu"]) == (None, Decimal("5.00"))


def test_a_point_goes_when_its_milestone_is_reached_and_another_appears():
    found = pair([due("A"), due("B", **REACHED)], [spent("1.00")], [due("A", **REACHED), due("B")], [spent("1.00")])
    appear, go = points(found)
    assert ([row["navn"] for row in appear], [row["navn"] for row in go]) == (["B"], ["A"])


def test_nothing_is_compared_with_the_example_or_with_nothing(published_example: Path):
    publish_next(exports(milepael=[due("A")], oekonomi=[spent("1.00")]), DAY)
    release = read_release(settings().data)
    assert ahead(None, release) is None
    assert ahead(read_release(published_example), release) is None


def test_a_remark_that_was_there_before_is_not_new():
    found = pair([due("A")], [spent("1.00")], [due("A")], [spent("2.00")])
    assert new_warnings(found.after, found.after) == []
    assert new_warnings(None, found.after) == [one["message"] for one in found.after.manifest["warnings"]]
