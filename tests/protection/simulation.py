"""python -m tests.protection.simulation: what rounding small cells does to a total, as docs/diskretionering.md tells it.

The rule is written down here a second time, from the docs: a count of 1 … k−1 becomes k where the draw of its cell is
below count/k, else 0; the draw is the first 13 hex digits of a keyed hash. Keys and counts are fixed, so that the
figures are the same every time.
"""

from hashlib import sha256
from math import sqrt
from random import Random
from statistics import fmean, pstdev

SERIES = 20_000
MONTHS = 12
HOLDS = 0.95


def rounded(count: int, k: int, key: str, cell: str) -> int:
    """A count as it is published."""
    draw = int(sha256(f"{key}|{cell}".encode()).hexdigest()[:13], 16)
    if not 0 < count < k:
        return count
    return k if draw * k < count * 2**52 else 0


def errors(k: int, least: int, most: int) -> list[int]:
    """Published less true totals of twelve months, of series whose every month holds least … most, each equally often."""
    rng = Random(f"{k} {least} {most}")
    key = sha256(f"simulation {k} {least} {most}".encode()).hexdigest()
    found = []
    for series in range(SERIES):
        counts = [rng.randint(least, most) for _ in range(MONTHS)]
        shown = [rounded(count, k, key, f"I{series}|O1|2022-{month + 1:02}") for month, count in enumerate(counts)]
        found.append(sum(shown) - sum(counts))
    return found


def line(label: str, k: int, least: int, most: int) -> str:
    """A row of the table: mean error with its standard error, standard deviation, and how far 95 of 100 totals lie."""
    found = errors(k, least, most)
    spread = pstdev(found)
    near = sorted(abs(error) for error in found)[int(HOLDS * SERIES) - 1]
    mean, uncertain = (f"{value:.2f}".replace(".", ",") for value in (fmean(found), spread / sqrt(SERIES)))
    return f"| {label} | {k} | {mean} ± {uncertain} | {f'{spread:.1f}'.replace('.', ',')} | {near} |"


def table() -> str:
    """The table as it stands in the docs."""
    rows = [
        line("0 til 4 hver måned", 5, 0, 4),
        line("1 til 4 hver måned", 5, 1, 4),
        line("5 til 24 hver måned", 5, 5, 24),
        line("0 til 24 hver måned", 5, 0, 24),
        line("0 til 9 hver måned", 10, 0, 9),
        line("1 til 9 hver måned", 10, 1, 9),
    ]
    head = ["| serien holder | grænse | middelfejl | standardafvigelse | 95 af 100 ligger inden for |"]
    return "\n".join([*head, "|---|---:|---:|---:|---:|", *rows])


if __name__ == "__main__":
    print(table())
