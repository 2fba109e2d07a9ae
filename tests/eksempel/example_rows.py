"""The example as an analyst sees it: the Parquet files read back into plain rows, and sums over them."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

EXAMPLE = Path(__file__).resolve().parents[2] / "data" / "eksempel"
STATUSDATO = date(2023, 3, 31)
DATADATO = date(2023, 4, 12)
Row = dict[str, Any]


@cache
def rows(table: str) -> tuple[Row, ...]:
    files = sorted(path for path in EXAMPLE.rglob("*.parquet") if path.stem.split("__")[0] == table)
    return tuple(row for file in files for row in pq.read_table(file).to_pylist())


def one(table: str, **wanted: object) -> Row:
    (row,) = [row for row in rows(table) if all(row[name] == value for name, value in wanted.items())]
    return dict(row)


def kroner(type_: str, keep: Callable[[Row], bool] = lambda row: True, after: bool | None = None) -> Decimal:
    """Sum of a type. No row of the example crosses statusdato, so before and after need no spreading."""
    chosen = [row for row in rows("oekonomi") if row["type"] == type_ and keep(row)]
    if after is not None:
        chosen = [row for row in chosen if (row["periode_start"] > STATUSDATO) == after]
    return sum((row["beloeb_kr"] for row in chosen), Decimal(0))


def afvigelse_pct(keep: Callable[[Row], bool] = lambda row: True) -> float:
    """Prognoseafvigelse in % of the corrected budget."""
    budget = kroner("budget_korrigeret", keep)
    prognose = kroner("forbrug", keep, after=False) + kroner("restprognose", keep, after=True)
    return float(100 * (prognose - budget) / budget)


def square(omraade_id: str | None, kode: str) -> Callable[[Row], bool]:
    return lambda row: row["omraade_id"] == omraade_id and row["indsatsomraade_kode"] == kode


@cache
def kode_of(indsats_id: str) -> str:
    return str(one("indsats", indsats_id=indsats_id)["indsatsomraade_kode"])


def maalopfyldelse_pct(keep: Callable[[Row], bool]) -> float:
    """Attendances from January to March 2023 against a quarter of the year's target, over the series that have one."""
    targets = {
        (row["indsats_id"], row["omraade_id"]): row["maal_fremmoeder"]
        for row in rows("aktivitetsmaal")
        if row["aar"] == 2023 and keep(row)
    }
    attended = sum(
        row["fremmoeder"] or 0
        for row in rows("aktivitet")
        if (row["indsats_id"], row["omraade_id"]) in targets and date(2023, 1, 1) <= row["dato"] <= STATUSDATO
    )
    return 100 * attended / (sum(targets.values()) / 4)


def forsinkelse(milepael: Row) -> int:
    aftalt, forventet, naaet = milepael["aftalt_dato"], milepael["forventet_dato"], milepael["naaet_dato"]
    if naaet and naaet <= STATUSDATO:
        end = naaet
    elif aftalt <= STATUSDATO:
        end = max(forventet or STATUSDATO, STATUSDATO)
    else:
        end = forventet or aftalt
    return max(0, (end - aftalt).days)
