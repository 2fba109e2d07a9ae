"""Activity by area, indsatsområde and indsats: each line against the year before, and against its target."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import streamlit as st

from overblik.answers import Answer, maerker
from overblik.show import aktivitet_saetninger as words
from overblik.show import charts, figures, links
from overblik.show.charts import words as alt_words
from overblik.show.charts.layout import Figure

Row = Mapping[str, Any]

_NAMES, _NAMES_NARROW = 30, 20  # characters of a line's name on a desk and on a phone

LINE: Final = (
    "navn", "fremmoeder_aar", "fremmoeder_aaret_foer", "aendring_pct", "maal", "maal_pct",
    "fremmoeder", "nye_deltagere", "frivillige", "frivilligtimer", "medarbejdertimer", "nyeste_maaned",
)  # fmt: skip
INDSATS_LINE: Final = (
    "navn", "indsatsomraade_navn", "fremmoeder_aar", "fremmoeder_aaret_foer", "maal", "maal_pct",
    "fremmoeder", "nye_deltagere", "frivillige", "nyeste_maaned",
)  # fmt: skip


def to_omraade(ids: Sequence[str]) -> figures.Target | None:
    """The area's own page."""
    return links.to("omraade", omraade=ids[0])


def to_indsatsomraade(ids: Sequence[str]) -> figures.Target | None:
    """The indsatser of an indsatsområde."""
    return links.to("indsatser", indsatsomraade=ids[0])


def to_indsats(ids: Sequence[str]) -> figures.Target | None:
    """The page of one indsats."""
    return links.to("indsatser", indsats=ids[0])


def by_line(answer: Answer, target: figures.Links, columns: Sequence[str] = LINE) -> None:
    """One line a group, twice: how many against the year before, and the share of the target."""
    rows = [told(row) for row in answer.rows() if has_figures(row)]
    left, right = st.columns(2, gap="large")
    with left:
        _attended(answer, rows, target, columns)
    with right:
        _against_target(answer, rows, target, columns)


def _attended(answer: Answer, rows: Sequence[Row], target: figures.Links, columns: Sequence[str]) -> None:
    year = words.year_to_date(answer.params["statusdato"])
    compared = any(row["fremmoeder_aaret_foer"] is not None for row in rows)

    def drawn(name_width: int) -> Figure | None:
        return charts.bars(
            rows, name="vist", value="fremmoeder_aar", value_name=f"fremmøder {year}", unit="antal",
            against="fremmoeder_aaret_foer" if compared else None, against_name="samme måneder året før",
            ids=answer.question.key, name_width=name_width,
        )  # fmt: skip

    figures.figure(
        words.most(rows, answer.params["statusdato"]),
        drawn(_NAMES),
        answer,
        unit=f"Antal fremmøder i {year}",
        alt=alt_words.by_group(rows, what="Fremmøder", name="vist", column="fremmoeder_aar", unit="antal"),
        key=answer.question.name,
        drawn_columns=("fremmoeder_aar", "fremmoeder_aaret_foer"),
        narrow=drawn(_NAMES_NARROW),
        table_columns=columns,
        links=target,
    )


def _against_target(answer: Answer, rows: Sequence[Row], target: figures.Links, columns: Sequence[str]) -> None:
    known = [row for row in rows if row["maal_pct"] is not None or maerker.of(row, "maal_pct")]

    def drawn(name_width: int) -> Figure | None:
        return charts.compare(
            known, name="vist_maal", value="maal_pct", unit="pct", target=100, target_name="mål",
            ids=answer.question.key, name_width=name_width,
        )  # fmt: skip

    year = words.year_to_date(answer.params["statusdato"])
    figures.figure(
        words.reaching(rows),
        drawn(_NAMES),
        answer,
        unit=f"Fremmøder i {year} i procent af målet til dato",
        alt=alt_words.by_group(known, what="Fremmøder mod mål", name="vist_maal", column="maal_pct", unit="pct"),
        key=f"{answer.question.name}-maal",
        drawn_columns=("maal_pct",),
        narrow=drawn(_NAMES_NARROW),
        table_columns=columns,
        links=target,
        empty=f"{words.reaching(rows)}.",
    )


def told(row: Row) -> dict[str, Any]:
    """The row with what its bars say: its state, and what it is measured by."""
    state = row.get("status", "i_gang")
    name = row["navn"] if state in ("i_gang", "aendret") else f"{row['navn']} ({str(row['status_navn']).lower()})"
    measured = " (mod året før)" if row["maal_grundlag"] == "aaret_foer" else ""
    return {**row, "vist": name, "vist_maal": f"{name}{measured}"}


def has_figures(row: Row) -> bool:
    """Is there anything to draw for a line? An indsats that has not begun has nothing, and that is no gap."""
    return row["maal"] is not None or any(
        row[column] is not None or maerker.of(row, column)
        for column in ("fremmoeder", "fremmoeder_aar", "fremmoeder_aaret_foer")
    )
