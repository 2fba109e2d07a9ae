"""The front page without a screen: its sentence, its totals, and the matrix for one who hears it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from overblik.answers import Answer, Choice, fetch
from overblik.show import charts, danish, marks, saetninger

Row = Mapping[str, Any]


def sentence(choice: Choice) -> str:
    """The one sentence at the top of the page; of a part of the plan it says first which."""
    return saetninger.heading(
        fetch("noegletal", choice).one(),
        total(fetch("status", choice), "oekonomi")["status"],
        fetch("opmaerksomhedspunkter", choice).rows(),
        len(to_discuss(fetch("beslutninger", choice))),
        sum(not row["er_leveret"] for row in fetch("leverede_tabeller", choice).rows()),
        chosen_part(choice),
    )


def chosen_part(choice: Choice) -> str:
    """Nordbyen; Nordbyen og Østbyen · Job: what the filters leave, empty for the whole plan."""
    found = [
        danish.names(row["navn"] for row in fetch(f"valg_{name}", choice).rows() if row[column] in chosen)
        for name, column, chosen in (
            ("organisation", "organisation_id", choice.organisation),
            ("omraade", "omraade_id", choice.omraade),
            ("indsatsomraade", "indsatsomraade_kode", choice.indsatsomraade),
        )
    ]
    return " · ".join(name for name in found if name)


def before(choice: Choice) -> Answer | None:
    """The statuses that stood at the last meeting; None where there was none."""
    last = next((meeting for meeting in fetch("moeder", choice).rows() if meeting["er_sidste"]), None)
    return fetch("status", choice, statusdato=last["statusdato"]) if last else None


@dataclass(frozen=True)
class Matrix:
    """The squares of the status with their rows and columns in the common order, and how many are what."""

    squares: tuple[Row, ...]
    down: tuple[charts.Head, ...]
    across: tuple[charts.Head, ...]
    counts: Mapping[str, int]

    def names(self) -> dict[str, str]:
        """What rows and columns are called, by id."""
        return {head.id: head.name for head in (*self.down, *self.across)}


def matrix(choice: Choice) -> Matrix:
    """Område × indsatsområde of what is chosen, with what belongs to no single one of them last."""
    down = [charts.Head(row["omraade_id"], row["navn"]) for row in fetch("valg_omraade", choice).rows()]
    efforts = fetch("valg_indsatsomraade", choice).rows()
    across = [charts.Head(row["indsatsomraade_kode"], row["navn"]) for row in efforts]
    rows = fetch("status", choice).rows()
    squares = tuple(row for row in rows if "ALLE" not in (row["omraade_id"], row["indsatsomraade_kode"]))
    return Matrix(
        squares,
        (*down, charts.Head("FAELLES", "Fælles")),
        (*across, charts.Head("FAELLES", "Fælles"), charts.Head("FYSISK", "Fysisk")),
        {code: sum(row["status"] == code for row in squares) for code in marks.STATUSES},
    )


def matrix_message(found: Matrix) -> str:
    """1 felt kræver handling (Østbyen · Job, fremdrift); 7 kræver opmærksomhed: what one shall have seen of it."""
    red = [row for row in found.squares if row["status"] == "roed"]
    yellow, names = found.counts.get("gul", 0), found.names()
    if not red and not yellow:
        grey = found.counts.get("graa", 0)
        return (
            f"Intet felt kræver opmærksomhed; {danish.count(grey)} kan ikke vurderes"
            if grey
            else ("Intet felt kræver opmærksomhed")
        )
    watched = f"{danish.count(yellow)} kræver opmærksomhed" if yellow else ""
    if not red:
        return f"Intet felt kræver handling; {watched}"
    places = [
        f"{names[row['omraade_id']]} · {names[row['indsatsomraade_kode']]}, {marks.DIMENSIONS[row['dimension']].word}"
        for row in red
        if {row["omraade_id"], row["indsatsomraade_kode"]} <= names.keys()
    ]
    where = f" ({places[0]})" if len(red) == len(places) == 1 else ""
    fields = "1 felt" if len(red) == 1 else f"{danish.count(len(red))} felter"
    return f"{fields} kræver handling{where}" + (f"; {watched}" if watched else "")


def matrix_in_words(squares: Sequence[Row], names: Mapping[str, str], counts: Mapping[str, int]) -> str:
    """The matrix for one who hears it: how many are what, then those that are red or yellow by name."""
    off = [row for row in squares if row["status"] in ("roed", "gul")]
    listed = "; ".join(
        f"{names.get(row['omraade_id'], row['omraade_id'])}, "
        f"{names.get(row['indsatsomraade_kode'], row['indsatsomraade_kode'])}: "
        f"{marks.DIMENSIONS[row['dimension']].word} {marks.STATUSES[row['status']].word}"
        for row in off
    )
    return f"{len(squares)} felter: {marks.tally(dict(counts))}." + (f" {listed}." if listed else "")


def total(status: Answer, dimension: str) -> Row:
    """The row of the status of the whole, in one dimension."""
    return next(
        row
        for row in status.rows()
        if (row["omraade_id"], row["indsatsomraade_kode"], row["dimension"]) == ("ALLE", "ALLE", dimension)
    )


def counts(total: Row) -> dict[str, int]:
    """How many squares of a total are what."""
    return {code: total[f"antal_{code}"] for code in marks.STATUSES}


def worst(total: Row) -> str:
    """The worst colour that any square of a total has."""
    return next((code for code in marks.STATUSES if total[f"antal_{code}"]), "graa")


def to_discuss(decisions: Answer) -> list[dict[str, Any]]:
    """The decisions that the next meeting is to discuss."""
    return [row for row in decisions.rows() if row["er_til_naeste"]]
