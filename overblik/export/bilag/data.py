"""What the figures rest on: every delivery with its dates, what is missing, and how each measure is reckoned."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from overblik.answers import Column, fetch, questions
from overblik.export.bilag.grundlag import Grundlag
from overblik.export.blocks import Block, Heading, Paragraph, Point, Points
from overblik.export.listing import table
from overblik.settings import settings
from overblik.show import danish, marks

_FILES: Final = {
    "navn": Column("Indhold", "tekst"),
    "fil": Column("Fil", "tekst"),
    "organisation": Column("Afleveret af", "tekst"),
    "raekker": Column("Rækker", "antal"),
    "nyeste_dato": Column("Nyeste dato", "dato"),
    "modtaget_dag": Column("Modtaget", "dato"),
}
_WIDE: Final = {"navn": 2, "fil": 3.4, "organisation": 1.8, "raekker": 0.9, "nyeste_dato": 1.6, "modtaget_dag": 1.4}
# The measures of the pack, in the order in which it shows them.
MEASURES: Final = (
    "status", "noegletal", "opmaerksomhedspunkter", "oekonomi_forloeb", "oekonomi_pr_indsatsomraade",
    "oekonomi_pr_omraade", "medfinansiering_pr_aar", "milepaele", "indikatorer", "udviklingsplaner", "beslutninger",
)  # fmt: skip


def deliveries(rests: Grundlag) -> Iterator[Block]:
    """The list of data with dates, and what is missing."""
    yield Heading("Data bag bilaget")
    yield Paragraph(missing(rests), "lead")
    rows = [_received(row) for row in fetch("leverancer", rests.choice).rows()]
    yield table("Leverede filer", rows, _FILES, wide=_WIDE)


def missing(rests: Grundlag) -> str:
    """Ikke leveret: Møde og Beslutning."""
    lacking = [row["navn"] for row in fetch("leverede_tabeller", rests.choice).rows() if not row["er_leveret"]]
    return f"Ikke leveret: {danish.names(lacking)}." if lacking else "Alle dataaftalens tabeller er leveret."


def definitions() -> Iterator[Block]:
    """How each measure is reckoned, where a status turns, and what each mark means."""
    yield Heading("Definitioner")
    asked = questions()
    yield Points(tuple(Point(asked[name].definition, asked[name].title) for name in MEASURES))
    limits = settings().graenser
    yield Heading("Hvornår skifter en status?", 2)
    yield Points((
        Point(
            f"gul over {limits.fremdrift_gul_dage} dages forsinkelse; rød over {limits.fremdrift_roed_dage} dage, "
            "eller overskredet uden ny dato.", "Fremdrift",
        ),
        Point(
            f"gul ved en forventet afvigelse over {danish.percent(limits.oekonomi_gul_pct, decimals=0)}, rød over "
            f"{danish.percent(limits.oekonomi_roed_pct, decimals=0)}, til begge sider.", "Økonomi",
        ),
        Point(
            f"grøn fra {danish.percent(limits.aktivitet_groen_pct, decimals=0)} af målet, gul fra "
            f"{danish.percent(limits.aktivitet_gul_pct, decimals=0)}, ellers rød.", "Aktivitet",
        ),
    ))  # fmt: skip
    yield Heading("Tegn", 2)
    yield Paragraph(f"{marks.status_legend()}.")
    yield Paragraph(f"{marks.absence_legend()}.")
    yield Paragraph(f"{' · '.join(marks.BESIDE.values())}.")


def _received(row: dict[str, object]) -> dict[str, object]:
    received = row["modtaget"]
    day = datetime.fromisoformat(received).date() if isinstance(received, str) else received
    return {
        **row,
        "modtaget_dag": day.date() if isinstance(day, datetime) else day,
        "organisation": row["organisation"] or "–",
    }
