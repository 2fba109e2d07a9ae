"""The audit of small numbers: the last look at a release before it is swapped in. It fails closed: no release.

It reads nothing but what is about to be published, as a reader could, and knows the rule but neither key nor exports.
What it looked at stands in the manifest. It never names a cell or a number, only how many of which table.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from overblik.intake.audit_cells import CELLS, falling_apart, is_marked, look_at_cells
from overblik.intake.audit_columns import PLAIN, undeclared
from overblik.intake.audit_earlier import once_shown
from overblik.intake.audit_finding import AuditFailed, Finding
from overblik.intake.audit_indicators import look_at_indicators
from overblik.settings_limits import Diskretionering


@dataclass(frozen=True)
class Examined:
    """What the audit looked at in a release that it let through, for the manifest."""

    celler: int
    maerkede_celler: int
    celler_med_begge_udfald: int
    skjulte_maalinger: int
    sammenhaenge: int

    def summary(self) -> dict[str, Any]:
        return asdict(self)


def examine(tables: Mapping[str, pa.Table], graenser: Diskretionering, earlier: Iterable[pa.Table] = ()) -> Examined:
    """Looks at the tables of a release, by name. Raises AuditFailed.

    `earlier` are the measurements of the releases before, newest first: whoever saw them remembers them.
    """
    unknown = undeclared(tables)
    if unknown:  # what it is must be said before anything else is worth looking at
        raise AuditFailed(tuple(Finding("ukendt_tal", name, len(columns)) for name, columns in unknown.items()))
    findings = [*_plain(tables, graenser.graense_personer), *look_at_cells(tables, graenser)]
    of_indicators, looked = look_at_indicators(tables, graenser, once_shown(earlier))
    wrong = tuple(finding for finding in (*findings, *of_indicators) if finding.cells)
    if wrong:
        raise AuditFailed(wrong)
    cells = tables[CELLS]
    marked, apart = _rows(is_marked(cells)), _rows(falling_apart(cells))
    return Examined(cells.num_rows, marked, apart, looked.hidden, looked.blocks)


def _plain(tables: Mapping[str, pa.Table], small: int) -> list[Finding]:
    """Counts of people that have no mark: none of them may be small."""
    found = []
    for name, columns in PLAIN.items():
        for column in columns:
            values = tables[name][column]
            few = pc.and_(pc.greater(values, 0), pc.less(values, small))
            found.append(Finding("lille_tal", name, _rows(few)))
    return found


def _rows(condition: pa.ChunkedArray) -> int:
    return int(pc.sum(pc.cast(condition, pa.int64())).as_py() or 0)
