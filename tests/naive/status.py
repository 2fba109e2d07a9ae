"""Status: the colour of every square of area × indsatsområde, in three dimensions, and of the totals."""

from dataclasses import dataclass

from tests.naive import aktivitet, milepaele
from tests.naive.exports import Row
from tests.naive.farver import Judged, activity, fremdrift, money, with_cofinancing
from tests.naive.fordeling import shares_in_scope
from tests.naive.valg import Valg

ALL, SHARED, PHYSICAL = "ALLE", "FAELLES", "FYSISK"
COLOURS = ("groen", "gul", "roed", "graa")


@dataclass(frozen=True)
class Square:
    """One square: a line of the matrix, a column, a dimension, and how it is judged."""

    omraade_id: str
    kode: str
    dimension: str
    judged: Judged


def areas(valg: Valg) -> list[str]:
    """The areas that the plan uses anywhere and that the filter keeps."""
    own = aktivitet.efforts(valg)
    used = {row["omraade_id"] for row in valg.rows("oekonomi") if row["helhedsplan_id"] == valg.plan["helhedsplan_id"]}
    used |= {
        row["omraade_id"]
        for row in valg.rows("milepael")
        if row["helhedsplan_id"] in (None, valg.plan["helhedsplan_id"])
    }
    used |= {
        row["omraade_id"]
        for table in ("aktivitet", "aktivitetsmaal")
        for row in valg.rows(table)
        if row["indsats_id"] in own
    }
    known = [row["omraade_id"] for row in valg.rows("boligomraade")]
    return [area for area in known if area in used and valg.keeps_area(area)]


def codes(valg: Valg) -> list[str]:
    """The indsatsområder of the plan's bevillingsperiode that the filter keeps."""
    return [
        row["indsatsomraade_kode"]
        for row in valg.rows("indsatsomraade")
        if row["bevillingsperiode"] == valg.plan["bevillingsperiode"] and valg.keeps_code(row["indsatsomraade_kode"])
    ]


def line_of(row: Row) -> str:
    """The line of the matrix that a row belongs to."""
    return row["omraade_id"] or SHARED


def column_of_milestone(row: Row) -> str:
    """The column of the matrix that a milestone belongs to: the physical track has one of its own."""
    return PHYSICAL if row["spor"] == "fysisk" else row["indsatsomraade_kode"] or SHARED


def heap(valg: Valg, dimension: str, line: str, column: str) -> tuple[list, list]:
    """The rows of one square (or of a whole line, a whole column, or all): what is judged, and its targets if any."""

    def here(row_line: str, row_column: str) -> bool:
        return line in (ALL, row_line) and column in (ALL, row_column)

    if dimension == "fremdrift":
        rows = [row for row in milepaele.in_scope(valg) if here(line_of(row), column_of_milestone(row))]
        return [row for row in rows if not milepaele.dropped(row)], []
    if dimension == "oekonomi":
        shares = shares_in_scope(valg)
        return [share for share in shares if here(line_of(share.row), share.row["indsatsomraade_kode"])], []
    own = aktivitet.efforts(valg)
    held, targets = (
        [
            row
            for row in aktivitet.in_scope(valg, table)
            if here(row["omraade_id"], own[row["indsats_id"]]["indsatsomraade_kode"])
        ]
        for table in ("aktivitet", "aktivitetsmaal")
    )
    return held, targets


def judge(valg: Valg, dimension: str, line: str, column: str) -> Judged:
    """The colour and reason of a square, a line, a column, or all."""
    rows, targets = heap(valg, dimension, line, column)
    if dimension == "fremdrift":
        return fremdrift(rows, valg)
    if dimension == "oekonomi":
        judged = money(rows, valg)
        whole = (line, column) == (ALL, ALL) and not valg.is_filtered
        return with_cofinancing(judged, rows, valg) if whole else judged
    return activity(rows, targets, valg)


def squares(valg: Valg, dimension: str) -> list[Square]:
    """Every area × indsatsområde; and what lies beside these, where something is in it.

    Beside them lie the line Fælles, the columns Fælles and Fysisk, and the code of another bevillingsperiode, when a
    milestone that belongs to every plan carries it.
    """
    places = [(line, column) for line in areas(valg) for column in codes(valg)]
    if dimension == "fremdrift":
        milestones = [row for row in milepaele.in_scope(valg) if not milepaele.dropped(row)]
        places += [(line_of(row), column_of_milestone(row)) for row in milestones]
    if dimension == "oekonomi":
        places += [(line_of(share.row), share.row["indsatsomraade_kode"]) for share in shares_in_scope(valg)]
    return [
        Square(line, column, dimension, judge(valg, dimension, line, column)) for line, column in sorted(set(places))
    ]


def status(valg: Valg) -> list[Row]:
    """The squares, and the totals by line, by column and for all: how many squares have which colour."""
    rows = []
    for dimension in ("fremdrift", "oekonomi", "aktivitet"):
        matrix = squares(valg, dimension)
        rows += [answer_row(square.omraade_id, square.kode, dimension, square.judged, [square]) for square in matrix]
        lines = sorted({square.omraade_id for square in matrix})
        columns = sorted({square.kode for square in matrix})
        totals = [(line, ALL) for line in lines] + [(ALL, column) for column in columns] + [(ALL, ALL)]
        for line, column in totals:
            counted = [square for square in matrix if line in (ALL, square.omraade_id) and column in (ALL, square.kode)]
            judged = (None, None) if dimension == "fremdrift" else judge(valg, dimension, line, column)
            rows.append(answer_row(line, column, dimension, judged, counted))
    return rows


def answer_row(
    line: str, column: str, dimension: str, judged: tuple[str | None, str | None], counted: list[Square]
) -> Row:
    """One row of the answer."""
    row: Row = {"omraade_id": line, "indsatsomraade_kode": column, "dimension": dimension, "status": judged[0]}
    for colour in COLOURS:
        row[f"antal_{colour}"] = len([square for square in counted if square.judged[0] == colour])
    return row | {"aarsag": judged[1]}
