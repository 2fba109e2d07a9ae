"""What docs/diskretionering.md says of the rounding was reckoned, and is so still."""

from math import sqrt
from pathlib import Path
from statistics import fmean, pstdev

from overblik.release import read_release
from overblik.settings import ROOT
from tests.protection.simulation import SERIES, errors, rounded, table


def test_the_table_in_the_docs_is_the_one_that_was_reckoned() -> None:
    assert table() in (ROOT / "docs" / "diskretionering.md").read_text(encoding="utf-8")


def test_what_the_docs_say_of_the_example_is_what_its_audit_saw(example_data: Path) -> None:
    seen = read_release(example_data).manifest["kontrol"]
    told = f"i eksemplet {seen['celler_med_begge_udfald']} af {seen['maerkede_celler']} mærkede celler"
    assert told in (ROOT / "docs" / "diskretionering.md").read_text(encoding="utf-8")


def test_the_mean_error_of_small_series_is_zero_within_its_standard_error() -> None:
    for k in (5, 10):
        found = errors(k, 1, k - 1)
        assert abs(fmean(found)) < 3 * pstdev(found) / sqrt(SERIES), k


def test_only_small_counts_are_rounded() -> None:
    assert [rounded(count, 5, "key", "cell") for count in (0, 5, 6, 40)] == [0, 5, 6, 40]
    assert {rounded(count, 5, "key", f"{cell}") for count in (1, 2, 3, 4) for cell in range(50)} == {0, 5}
