"""The mayor's minute: the sentence, the three statuses, the money, what is off course."""

from collections.abc import Iterator, Sequence
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
    status = fetch("status", rests.choice)
    down = [charts.Head(row["omraade_id"], row["navn"]) for row in fetch("valg_omraade", rests.choice).rows()]
    down.append(charts.Head("FAELLES", "Fælles"))
    efforts = fetch("valg_indsatsomraade", rests.choice).rows()
    across = [charts.Head(row["indsatsomraade_kode"], row["navn"]) for row in efforts]
    across += [charts.Head("FAELLES", "Fælles"), charts.Head("FYSISK", "Fysisk")]
    found = [row for row in status.rows() if "ALLE" not in (row["omraade_id"], row["indsatsomraade_kode"])]
    counts = {code: sum(row["status"] == code for row in found) for code in marks.STATUSES}
    yield from chart(
        "Hvor er vi, område for område?",
        charts.matrix(found, down, across),
        status,
        alt=forside.matrix_in_words(found, {head.id: head.name for head in (*down, *across)}, counts),
        name="status",
        columns=("omraade_id", "indsatsomraade_kode", "dimension", "status", "aarsag"),
        grid=_grid(found, down, across),
    )
    yield Paragraph(f"{marks.status_legend()}. {danish.capitalised(marks.tally(counts))}.", "quiet")


def _grid(rows: Sequence[forside.Row], down: Sequence[charts.Head], across: Sequence[charts.Head]) -> Table:
    """The matrix as a table: in each square the dimensions' signs with their marks."""
    cells: dict[tuple[str, str], list[str]] = {}
    for name, dimension in marks.DIMENSIONS.items():
        for row in rows:
            if row["dimension"] == name and row["status"]:
                place = (row["omraade_id"], row["indsatsomraade_kode"])
                cells.setdefault(place, []).append(f"{dimension.sign}{marks.STATUSES[row['status']].mark}")
    there = [head for head in across if any(code == head.id for _, code in cells)]
    lines = [head for head in down if any(area == head.id for area, _ in cells)]
    heads = (Head("Område", width=2), *(Head(head.name, width=1.5) for head in there))
    listed = tuple((one.name, *("  ".join(cells.get((one.id, head.id), [])) for head in there)) for one in lines)
    return Table("Hvor er vi, område for område?", heads, listed)


def _dimension(name: str, text: str, total: forside.Row) -> Point:
    """The status of one dimension in mark and word; fremdrift has none of its own, so its squares are counted."""
    status = marks.STATUSES[total["status"] or forside.worst(total)]
    word = status.word if total["status"] else marks.tally(forside.counts(total)) or "ingen milepæle"
    return Point(text, f"{danish.capitalised(marks.DIMENSIONS[name].word)}, {word}", status.mark)


def _point(row: forside.Row, statusdato: date, since: date | None) -> Point:
    told = saetninger.what(row, statusdato) + saetninger.lasting(since)
    return Point(told, saetninger.place(row), marks.STATUSES[row["status"]].mark)
