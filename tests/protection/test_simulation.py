"""What docs/diskretionering.md says of the rounding was reckoned, and is so still."""

from math import sqrt
from pathlib import Path
from statistics import fmean, pstdev

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from overblik.intake.breach import danish
from overblik.release import read_release
from overblik.settings import EKSEMPEL, ROOT
from tests.protection.simulation import SERIES, errors, rounded, table


def test_the_table_in_the_docs_is_the_one_that_was_reckoned() -> None:
    assert table() in (ROOT / "docs" / "diskretionering.md").read_text(encoding="utf-8")


def test_what_the_docs_say_of_the_example_is_what_its_audit_saw(example_data: Path) -> None:
    seen = read_release(example_data).manifest["kontrol"]
    told = f"i eksemplet {seen['celler_med_begge_udfald']} af {seen['maerkede_celler']} mærkede celler"
    assert told in (ROOT / "docs" / "diskretionering.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("column", ["fremmoeder", "nye_deltagere"])
def test_what_the_docs_say_of_the_examples_totals_is_so(column: str, example_data: Path) -> None:
    files = [*EKSEMPEL.rglob("aktivitet.parquet"), *EKSEMPEL.rglob("aktivitet__*.parquet")]
    handed_in = sum(pc.sum(pq.read_table(path)[column]).as_py() for path in files)
    cells = pq.read_table(pa.BufferReader(read_release(example_data).object_bytes("aktivitet_maaned")))
    published, counted = pc.sum(cells[column]).as_py(), pc.count(cells[column]).as_py()
    small = pc.sum(pc.cast(cells[f"{column}_lille"], pa.int64())).as_py()
    told = (ROOT / "docs" / "diskretionering.md").read_text(encoding="utf-8").replace("\n", " ")
    assert f"{small} af {counted} celler med" in told
    assert f"bliver {danish(published)} for {danish(handed_in)}" in told


def test_the_mean_error_of_small_series_is_zero_within_its_standard_error() -> None:
    for k in (5, 10):
        found = errors(k, 1, k - 1)
        assert abs(fmean(found)) < 3 * pstdev(found) / sqrt(SERIES), k


def test_only_small_counts_are_rounded() -> None:
    assert [rounded(count, 5, "key", "cell") for count in (0, 5, 6, 40)] == [0, 5, 6, 40]
    assert {rounded(count, 5, "key", f"{cell}") for count in (1, 2, 3, 4) for cell in range(50)} == {0, 5}
