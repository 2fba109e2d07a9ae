"""What earlier releases give away beside the new one: a figure once shown is known, though it is hidden now.

Where a count has become small, another is hidden beside it. But whoever kept the last release has that other one, and
can subtract it after all. Then something that was never shown must be hidden instead.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from overblik.errors import ReleaseDamaged, ReleaseUnknown
from overblik.intake.audit_bounds import Name, Range
from overblik.intake.audit_measurements import Series, count, key
from overblik.intake.audit_narrowing import is_open, ranges_of_hidden
from overblik.release_history import chain

Earlier = Mapping[tuple[str, str, date], Mapping[str, Any]]


def measurements_before(data: Path, parent: str | None) -> Iterator[pa.Table]:
    """The measurements of a release and all before it, newest first, as far as they are kept and can be read.

    The invented example is no past of real figures.
    """
    if parent is None:
        return
    try:
        for release in chain(data, parent):
            if not release.is_example and "maaling" in release.manifest["objects"]:
                yield pq.ParquetFile(pa.BufferReader(release.object_bytes("maaling"))).read()
    except (ReleaseDamaged, ReleaseUnknown):
        return  # what cannot be read can tell nobody anything; the one in force is judged by the publisher


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
