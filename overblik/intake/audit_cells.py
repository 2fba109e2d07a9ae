"""The cells of attendance, as the audit reads them: nothing small unmarked, nothing beside a mark that says more.

Whoever sees a marked cell knows that 1 … k−1 were there. Why no linear programming is needed to show that he knows no
more: the only relations between the counts of a cell are nye ≤ fremmoeder and unikke ≤ fremmoeder. A marked count lies
in 1 … k−1, one beside it that is published lies at 0 or at k and above, so neither relation cuts anything off, and no
release table holds a sum of cells. What is left is what does not count people but follows them: activities held, their
days, registrations and hours. They are not published where they are those of marked cells alone, so that no reasoning
about them, linear or not, has anything to start from.

One thing is told all the same. The counts of a cell are rounded by the same draw, so one that became k is greater than
one beside it that became 0: it is no 1, and the other no k−1. Nothing else of it can be reckoned out, and from k = 4
two numbers at least are left; at k = 3 they would be 2 and 1, so there only one of them may be published.
"""

from collections.abc import Iterator, Mapping

import pyarrow as pa
import pyarrow.compute as pc

from overblik.intake.audit_columns import MARKED
from overblik.intake.audit_finding import Finding
from overblik.settings_limits import Diskretionering

GROUP = ["helhedsplan_id", "indsatsomraade_kode", "omraade_id", "maaned"]
CELLS = "aktivitet_maaned"
LEFT = 2  # as many numbers as must be left where the draw has told which of two counts is the greater


def look_at_cells(tables: Mapping[str, pa.Table], graenser: Diskretionering) -> Iterator[Finding]:
    """What is wrong with the cells of a release, if anything."""
    cells = tables[CELLS]
    marked = is_marked(cells)
    yield Finding("graense", CELLS, _rows(pc.less(_filled(cells["graense"], 0), thresholds(tables, graenser))))
    for column in MARKED[CELLS]:
        value, mark = cells[column], _filled(cells[f"{column}_lille"], False)
        at_one_end = pc.or_(pc.equal(value, 0), pc.equal(value, cells["graense"]))
        below = pc.and_(pc.greater(value, 0), pc.less(value, cells["graense"]))
        yield Finding("lille_tal", CELLS, _rows(pc.and_not(below, mark)))
        yield Finding("maerke", CELLS, _rows(pc.and_not(mark, _filled(at_one_end, True))))
    for column in ("antal_afholdt", "registreringer"):
        yield Finding("ved_siden_af", CELLS, _rows(pc.and_(marked, pc.is_valid(cells[column]))))
    few_left = pc.less(cells["graense"], LEFT + 2)
    yield Finding("samme_lod", CELLS, _rows(pc.and_(falling_apart(cells), _filled(few_left, True))))
    yield Finding("timer", "timer_maaned", _hours_of_marked_alone(tables["timer_maaned"], cells, marked))
    yield Finding("dage", "aktivitet_dag", _days_of_marked(tables["aktivitet_dag"], cells, marked))


def is_marked(cells: pa.Table) -> pa.ChunkedArray:
    """True for a cell where any count is marked."""
    marked = pa.chunked_array([pa.array([False] * cells.num_rows, pa.bool_())])
    for column in MARKED[CELLS]:
        marked = pc.or_(marked, _filled(cells[f"{column}_lille"], False))
    return marked


def falling_apart(cells: pa.Table) -> pa.ChunkedArray:
    """True for a cell with a marked count that became 0 and one that became k: the draw tells which was greater."""
    up = down = pa.chunked_array([pa.array([False] * cells.num_rows, pa.bool_())])
    for column in MARKED[CELLS]:
        mark, is_none = _filled(cells[f"{column}_lille"], False), pc.equal(cells[column], 0)
        down = pc.or_(down, pc.and_(mark, _filled(is_none, False)))
        up = pc.or_(up, pc.and_(mark, _filled(pc.invert(is_none), False)))
    return pc.and_(up, down)


def thresholds(tables: Mapping[str, pa.Table], graenser: Diskretionering) -> pa.Array:
    """The threshold that each cell must have at least: the higher one where the indsatsomraade is sensitive."""
    period = {row["helhedsplan_id"]: row["bevillingsperiode"] for row in tables["plan"].to_pylist()}
    delicate = {
        (row["bevillingsperiode"], row["indsatsomraade_kode"])
        for row in tables["indsatsomraade"].to_pylist()
        if row["sensitiv"]
    }
    cells = tables[CELLS]
    keys = zip(cells["helhedsplan_id"].to_pylist(), cells["indsatsomraade_kode"].to_pylist(), strict=True)
    return pa.array(
        [
            graenser.graense_sensitiv if (period.get(plan), code) in delicate else graenser.graense_personer
            for plan, code in keys
        ],
        pa.int64(),
    )


def _hours_of_marked_alone(hours: pa.Table, cells: pa.Table, marked: pa.ChunkedArray) -> int:
    """Groups whose hours are published though all their cells are marked, or though they are said to be hidden."""
    groups = cells.append_column("aabne", pc.cast(pc.invert(marked), pa.int64())).group_by(GROUP)
    joined = hours.join(groups.aggregate([("aabne", "sum")]), GROUP)
    shown = pc.or_(pc.is_valid(joined["frivilligtimer"]), pc.is_valid(joined["medarbejdertimer"]))
    closed = pc.equal(_filled(joined["aabne_sum"], 0), 0)
    return _rows(pc.and_(shown, pc.or_(closed, _filled(joined["skjult"], False))))


def _days_of_marked(days: pa.Table, cells: pa.Table, marked: pa.ChunkedArray) -> int:
    """Groups with more activities on their days than in their open cells: the rest are those of marked cells."""
    month = pc.cast(pc.floor_temporal(days["dato"], unit="month"), pa.date32())
    by_day = days.append_column("maaned", month).group_by(GROUP).aggregate([("antal_afholdt", "sum")])
    opened = cells.filter(pc.invert(marked)).group_by(GROUP).aggregate([("antal_afholdt", "sum")])
    joined = by_day.join(opened, GROUP, right_suffix="_aabne")
    return _rows(pc.greater(joined["antal_afholdt_sum"], _filled(joined["antal_afholdt_sum_aabne"], 0)))


def _filled(column: pa.ChunkedArray, value: object) -> pa.ChunkedArray:
    return pc.fill_null(column, value)


def _rows(condition: pa.ChunkedArray) -> int:
    return int(pc.sum(pc.cast(condition, pa.int64())).as_py() or 0)
