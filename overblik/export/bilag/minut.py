"""The mayor's minute: the sentence, the three statuses beside last meeting's, what is off course, what is asked."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from overblik.answers import Answer, fetch
from overblik.export.bilag import data, sager
from overblik.export.bilag.grundlag import Grundlag
from overblik.export.blocks import Block, Head, Heading, Paragraph, Point, Points, Table, sentence
from overblik.export.listing import chart
from overblik.show import beslutninger_saetninger, charts, danish, forside, marks, saetninger, varighed

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
    before = rests.since.both("status")[0] if rests.since else None
    yield Points(tuple(_dimension(name, text, status, before, rests) for name, text in told.items()))
    yield Heading("Ude af kurs", 2)
    yield from _off_course(points, rests, AT_A_GLANCE)
    if len(points.rows()) > AT_A_GLANCE:
        more = len(points.rows()) - AT_A_GLANCE
        yield Paragraph(
            f"{danish.capitalised(saetninger.in_words(more))} til står under Opmærksomhedspunkter.", "quiet"
        )
    areas = status_of_areas(rests)
    if len(areas) > 1:
        yield Heading("Områderne", 2)
        yield Points(areas)


def on_the_table(rests: Grundlag) -> Iterator[Block]:
    """The rest of the first page: what the meeting is asked for, and how old and how whole the figures are."""
    yield Heading("På mødet", 2)
    asked = sager.agenda(rests)
    if asked:
        yield Points(tuple(_asked(row) for row in asked))
    else:
        yield Paragraph("Der er ingen sager på mødet i det valgte.")
    yield Paragraph(f"Tal opdateret {danish.day(rests.release.updated)}. {data.missing(rests)}", "quiet")


def attention(rests: Grundlag) -> Iterator[Block]:
    """All that is off course, the worst first."""
    points = fetch("opmaerksomhedspunkter", rests.choice)
    yield Heading("Opmærksomhedspunkter")
    yield from _off_course(points, rests, len(points.rows()))


def status_of_areas(rests: Grundlag) -> tuple[Point, ...]:
    """Every area that is chosen, in one sentence."""
    chosen = rests.choice.omraade
    areas = [row for row in fetch("valg_omraade", rests.choice).rows() if not chosen or row["omraade_id"] in chosen]
    told = [forside.sentence(replace(rests.choice, omraade=(row["omraade_id"],))) for row in areas]
    return tuple(
        Point(sentence(text.removeprefix(f"{row['navn']}: ")), row["navn"])
        for row, text in zip(areas, told, strict=True)
    )


def _off_course(points: Answer, rests: Grundlag, most: int) -> Iterator[Block]:
    statusdato = rests.choice.statusdato
    assert statusdato  # grundlag has given it
    asked, rows = varighed.asked_for(points), points.rows()[:most]
    if rows:
        yield Points(tuple(_point(row, statusdato, varighed.off_since(row, asked)) for row in rows))
    else:
        yield Paragraph("Intet er ude af kurs i det valgte.")


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
    named = " ".join(head.name for head in down)
    heads = (Head("Område", width=_room(named)), *(Head(head.name, width=_room(head.name)) for head in across))
    rows = tuple((one.name, *("  ".join(cells.get((one.id, head.id), [])) for head in across)) for one in down)
    return Table("Hvor er vi, område for område?", heads, rows)


def _room(name: str) -> float:
    """A column's share, so that its longest word stands whole."""
    return max([8, *map(len, name.split())])


def _dimension(name: str, text: str, now: Answer, before: Answer | None, rests: Grundlag) -> Point:
    """The status of one dimension in mark and word, with last meeting's beside."""
    total = forside.total(now, name)
    mark = marks.STATUSES[total["status"] or forside.worst(total)].mark
    then = ""
    if before and rests.since:
        then = f" Sidste møde (pr. {danish.day(rests.since.seen)}): {_word(forside.total(before, name))}."
    return Point(f"{text}{then}", f"{danish.capitalised(marks.DIMENSIONS[name].word)}, {_word(total)}", mark)


def _word(total: forside.Row) -> str:
    """Følger planen; of fremdrift, which has no status of its own, how many squares are what."""
    if total["status"]:
        return marks.STATUSES[total["status"]].word
    return marks.tally(forside.counts(total)) or "ingen milepæle"


def _asked(row: forside.Row) -> Point:
    decides = beslutninger_saetninger.who_decides(row)
    told = f"{sentence(row['emne'])} {sentence(decides) if decides else ''}"
    return Point(told.strip(), sager.KINDS.get(row["art"], ""))


def _point(row: forside.Row, statusdato: date, since: date | None) -> Point:
    told = saetninger.what(row, statusdato) + saetninger.lasting(since)
    return Point(told, saetninger.place(row), marks.STATUSES[row["status"]].mark)
