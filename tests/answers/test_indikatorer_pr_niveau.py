"""indikatorer_pr_niveau: three levels, never added up; every series stands in exactly one count."""

from datetime import date
from pathlib import Path

from overblik.answers import fetch
from tests.answers.engine import published_tables
from tests.answers.optional import picked
from tests.deliveries import exports

COUNTS = ("serier", "antal_foran", "antal_bagud", "antal_skjult", "antal_mangler", "antal_andre", "antal_med_vej")


def test_every_series_is_counted_once_on_its_own_level():
    stands = {
        "AHEAD": {"vaerdi": 40.0},
        "BEHIND": {"vaerdi": 30.0},
        "HIDDEN": {"vaerdi": None, "vaerdi_status": "skjult"},
        "MISSING": {"vaerdi": None, "vaerdi_status": "mangler"},
        "NO_TARGET": {"vaerdi": 30.0},
        "LATER": {"vaerdi": 90.0, "periode_slut": date(2023, 6, 30)},  # nothing measured by statusdato
    }
    indicators = [{"indikator_id": name, "niveau": "deltagerresultat"} for name in stands]
    measured = [{"indikator_id": name, **row} for name, row in stands.items()]
    targets = [{"indikator_id": name} for name in stands if name != "NO_TARGET"]
    rows = exports(
        indikator=[*indicators, {"indikator_id": "OUT", "niveau": "aktivitet"}],
        maal=[*targets, {"indikator_id": "OUT"}],  # 0 on 1 August 2021, 100 on 31 July 2025: 35,4 at the end of 2022
        maaling=measured,
    )
    with published_tables(rows, date(2023, 7, 10)) as ask:
        found = ask("indikatorer_pr_niveau", statusdato=date(2022, 12, 31))
    assert picked(found, "niveau", *COUNTS) == [
        ("aktivitet", 1, 0, 0, 0, 0, 1, 0),
        ("deltagerresultat", 6, 1, 1, 1, 1, 2, 2),
    ]


def test_the_example_counts_its_own_series(example_data: Path):
    for asked in ({}, {"omraade": ("RIN",)}, {"statusdato": date(2021, 12, 31)}):
        series = fetch("indikatorer", **asked).rows()
        for row in fetch("indikatorer_pr_niveau", **asked).rows():
            mine = [one["stand"] for one in series if one["niveau"] == row["niveau"]]
            assert row["serier"] == len(mine)
            assert row["antal_foran"] == mine.count("foran")
            assert row["antal_bagud"] == mine.count("bagud")
            assert row["antal_skjult"] == mine.count("skjult")
