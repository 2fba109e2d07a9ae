"""What earlier releases give away beside the new one: a figure once shown is known, though it is hidden now.

Where a count has become small, another is hidden beside it. But whoever kept the last release has that other one, and
can subtract it after all. Then something that was never shown must be hidden instead.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import pyarrow as pa

from overblik.intake.audit_bounds import Name, Range
from overblik.intake.audit_measurements import Series, count, key
from overblik.intake.audit_narrowing import is_open, ranges_of_hidden

Earlier = Mapping[tuple[str, str, date], Mapping[str, Any]]


def once_shown(maalinger: Iterable[pa.Table]) -> Earlier:
    """The measurements that earlier releases showed, by key, the newest of each; the releases newest first."""
    found: dict[tuple[str, str, date], Mapping[str, Any]] = {}
    for table in maalinger:
        for row in table.to_pylist():
            if row["vaerdi_status"] == "ok":
                found.setdefault(key(row), row)
    return found


def known_with_earlier(of: Series, within: Mapping[Name, Range], earlier: Earlier) -> int:
    """Hidden measurements that can be narrowed down too far by what was once shown of those hidden beside them.

    Whoever kept that will suppose that it has not changed. Where this leads to what was once shown of the measurement
    itself, it tells nothing new: what has been published openly cannot be taken back.
    """
    hidden = of.hidden()
    before = {key(row): earlier[key(row)] for row in hidden if key(row) in earlier}
    if not before:
        return 0
    found = 0
    for row in hidden:
        own = before.get(key(row))
        others = [other for other in before.values() if other is not own]
        known = of.known() | _told(of, others)
        ranges, _ = ranges_of_hidden(of, known, within)
        as_before = _told(of, [own] if own else [])
        is_news = any(name not in as_before or not low <= as_before[name] <= high
                      for name, (low, high) in ranges.items() if name in of.names(row))  # fmt: skip
        found += is_news and is_open(of, row, ranges, within)
    return found


def _told(of: Series, rows: Iterable[Mapping[str, Any]]) -> dict[Name, float]:
    return {
        of.name(number, row): value
        for row in rows
        for number in of.numbers
        if (value := count(row, number)) is not None
    }
