"""The mayor's minute: the sentence, the three statuses, the money, what is off course."""

from collections.abc import Iterator
from datetime import date

from overblik.answers import fetch
from overblik.export.bilag.grundlag import Grundlag
from overblik.export.blocks import Block, Head, Heading, Paragraph, Point, Points, Table, sentence
from overblik.export.listing import chart
from overblik.show import charts, danish, forside, marks, saetninger, varighed

AT_A_GLANCE = 3  # as many points as the front page shows at once


def minute(rests: Grundlag) -> Iterator[Block]:
    """The first page: what one takes along."""
    key, status, points = (fetch(name, rests.choice) for name in ("noegletal", "status", "opmaerksomhedspunkter"))
    yield Heading("På ét minut")
    yield Paragraph(sentence(forside.sentence(rests.choice)), "lead")
    told = {
        "fremdrift": saetninger.progress(key.one(), points.rows()),
        "oekonomi": saetninger.money(key.one()),
        "aktivitet": saetninger.activity(key.one()),
    }
    yield Points(tuple(_dimension(name, text, forside.total(status, name)) for name, text in told.items()))
    yield Heading("Opmærksomhedspunkter", 2)
    statusdato = rests.choice.statusdato
    assert statusdato  # grundlag has given it
    asked = varighed.asked_for(points)
    rows = points.rows()
    if not rows:
        yield Paragraph("Intet er ude af kurs i det valgte.")
        return
    yield Points(tuple(_point(row, statusdato, varighed.off_since(row, asked)) for row in rows))
    if len(rows) > AT_A_GLANCE:
        yield Paragraph("De alvorligste står først.", "quiet")


def squares(rests: Grundlag) -> Iterator[Block]:
    """The matrix: every area and indsatsområde in the three dimensions."""
    found = forside.matrix(rests.choice)
    yield from chart(
        "Hvor er vi, område for område?",
        charts.matrix(found.squares, found.down, found.across),
        fetch("status", rests.choice),
        alt=forside.matrix_in_words(found.squares, found.names(), found.counts),
        name="status",
        columns=("omraade_id", "indsatsomraade_kode", "dimension", "status", "aarsag"),
        grid=_grid(found),
    )
    yield Paragraph(f"{marks.status_legend()}. {danish.capitalised(marks.tally(dict(found.counts)))}.", "quiet")


def _grid(found: forside.Matrix) -> Table:
    """The matrix as a table: in each square the dimensions' signs with their marks."""
    cells: dict[tuple[str, str], list[str]] = {}
    for name, dimension in marks.DIMENSIONS.items():
        for row in found.squares:
            if row["dimension"] == name and row["status"]:
                place = (row["omraade_id"], row["indsatsomraade_kode"])
                cells.setdefault(place, []).append(f"{dimension.sign}{marks.STATUSES[row['status']].mark}")
    across = [head for head in found.across if any(code == head.id for _, code in cells)]
    down = [head for head in found.down if any(area == head.id for area, _ in cells)]
    heads = (Head("Område", width=2), *(Head(head.name, width=1.5) for head in across))
    rows = tuple((one.name, *("  ".join(cells.get((one.id, head.id), [])) for head in across)) for one in down)
    return Table("Hvor er vi, område for område?", heads, rows)


def _dimension(name: str, text: str, total: forside.Row) -> Point:
    """The status of one dimension in mark and word; fremdrift has none of its own, so its squares are counted."""
    status = marks.STATUSES[total["status"] or forside.worst(total)]
    word = status.word if total["status"] else marks.tally(forside.counts(total)) or "ingen milepæle"
    return Point(text, f"{danish.capitalised(marks.DIMENSIONS[name].word)}, {word}", status.mark)


def _point(row: forside.Row, statusdato: date, since: date | None) -> Point:
    told = saetninger.what(row, statusdato) + saetninger.lasting(since)
    return Point(told, saetninger.place(row), marks.STATUSES[row["status"]].mark)
