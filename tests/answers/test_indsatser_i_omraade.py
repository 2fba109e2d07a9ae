"""indsatser_i_omraade: the efforts that an area has, and how they go there."""

from datetime import date
from pathlib import Path

import pytest

from overblik.answers import fetch
from tests.answers.engine import published_tables
from tests.answers.optional import picked
from tests.answers.plain import example_tables
from tests.deliveries import exports

TABLES = exports(
    boligomraade=[{"omraade_id": "NORD"}, {"omraade_id": "SYD", "navn": "Sydbyen"}],
    indsats=[
        {"indsats_id": "ACTIVE", "navn": "Åben café", "kernedrift": "uafklaret"},
        {"indsats_id": "PLANNED", "navn": "Ungehus", "status": "planlagt"},  # a milestone is all there is
        {"indsats_id": "ELSEWHERE", "navn": "Andetsteds"},
    ],
    aktivitet=[
        {"indsats_id": "ACTIVE", "dato": date(2022, 2, 1), "fremmoeder": 60},
        {"indsats_id": "ACTIVE", "dato": date(2022, 4, 1), "fremmoeder": 500},  # after statusdato
        {"indsats_id": "ELSEWHERE", "omraade_id": "SYD", "dato": date(2022, 2, 1), "fremmoeder": 40},
    ],
    aktivitetsmaal=[{"indsats_id": "ACTIVE", "aar": 2022, "maal_fremmoeder": 200}],
    milepael=[
        {"indsats_id": "PLANNED", "aftalt_dato": date(2022, 3, 1)},
        {"indsats_id": "PLANNED", "aftalt_dato": date(2022, 2, 1), "naaet_dato": date(2022, 2, 1), "status": "naaet"},
        {"indsats_id": "PLANNED", "aftalt_dato": date(2022, 2, 1), "status": "bortfaldet"},  # does not count
    ],
)


def test_an_effort_is_in_the_area_by_activity_by_target_or_by_milestone_alone():
    with published_tables(TABLES, date(2022, 6, 10)) as ask:
        found = ask("indsatser_i_omraade", omraade=("NORD",), statusdato=date(2022, 3, 31))
    columns = ("indsats_id", "status_navn", "fremmoeder_aar", "milepaele", "milepaele_naaet", "milepaele_overskredet")
    assert picked(found, *columns) == [
        ("PLANNED", "Planlagt", None, 2, 1, 1),  # nothing counted is not nought
        ("ACTIVE", "I gang", 60, 0, 0, 0),
    ]
    assert found[1]["maal_pct"] == pytest.approx(120)  # 60 of the 50 that a quarter of the year should give
    assert found[1]["kernedrift_navn"] == "Uafklaret"


def test_a_filter_on_another_indsatsomraade_leaves_none():
    with published_tables(TABLES, date(2022, 6, 10)) as ask:
        assert ask("indsatser_i_omraade", indsatsomraade=("FAELLES",)) == []


def test_the_example_gives_the_same_both_ways(example_data: Path):
    expected = {
        (row["indsats_id"], row["omraade_id"])
        for table in ("aktivitet", "aktivitetsmaal", "milepael")
        for row in example_tables()[table]
        if row["indsats_id"] and row["omraade_id"]
    }
    found = fetch("indsatser_i_omraade").rows()
    assert {(row["indsats_id"], row["omraade_id"]) for row in found} == expected
    pairs = {(row["indsats_id"], row["omraade_id"]): row for row in fetch("aktivitet_pr_indsats").rows()}
    for row in found:
        same = pairs.get((row["indsats_id"], row["omraade_id"]), {})
        assert (row["fremmoeder_aar"], row["maal_pct"]) == (same.get("fremmoeder_aar"), same.get("maal_pct"))
