"""Indicators on screen: three levels that are never mixed, one indicator at a time, a small chart for each area."""

from collections.abc import Callable, Mapping
from typing import Any, Final

import streamlit as st

from overblik.answers import Answer, Column
from overblik.show import charts, danish, figures, page, tables
from overblik.show import indikator_saetninger as words
from overblik.show.charts import words as alt_words
from overblik.show.text import literal

Row = Mapping[str, Any]

_WIDE: Final = 240  # px of a key figure
_HEIGHT: Final = 230

_TABLE: Final = {
    "navn": Column("Indikator", "tekst"),
    "sted": Column("Område", "tekst"),
    "nul": Column("Nulpunkt", "tekst"),
    "seneste": Column("Seneste måling", "tekst"),
    "seneste_periode_slut": Column("Målt til og med", "dato"),
    "maal": Column("Mål", "tekst"),
    "maal_dato": Column("Målets dato", "dato"),
    "maalopfyldelse_pct": Column("Målopfyldelse", "pct"),
    "stod": Column("I forhold til vejen", "tekst"),
}


def levels(answer: Answer) -> None:
    """How each level goes, side by side and never added up."""
    rows = answer.rows()
    if not rows:
        st.info(figures.NOTHING, icon=":material/info:")
        return
    with st.container(horizontal=True, gap="medium", key="indikator-niveauer"):
        for row in rows:
            with st.container(width=_WIDE, gap=None):
                st.metric(literal(row["niveau_navn"]), words.level(row))
                st.caption(literal(words.level_note(row)))
    if any(row["niveau"] == "omraade" for row in rows):
        st.caption(literal(f"Områdeudvikling {words.NOT_ALONE}."))
    st.caption(literal(figures.dated(answer)))


def one(answer: Answer, fetch_series: Callable[[str, str], Answer]) -> None:
    """One level, one indicator, a chart for each area; then all indicators of the level as a table."""
    if not answer.rows():
        return
    left, right = st.columns([1, 2])
    with left:
        level = page.pick("niveau", "Niveau", words.LEVEL_NAMES) or "aktivitet"
    rows = [row for row in answer.rows() if row["niveau"] == level]
    with right:
        chosen = page.pick(f"indikator-{level}", "Indikator", {row["indikator_id"]: row["navn"] for row in rows})
    st.caption(literal(words.LEVELS[level]))
    shown = [row for row in rows if row["indikator_id"] == chosen]
    if not shown:
        st.info("Ingen indikatorer på det niveau i det valgte.", icon=":material/info:")
        return
    _told(shown[0])
    for start in range(0, len(shown), 2):
        for place, row in zip(st.columns(2, gap="large"), shown[start : start + 2], strict=False):
            with place:
                _series(row, fetch_series(row["indikator_id"], row["omraade_id"]))
    with st.expander(f"Alle indikatorer på niveauet: {danish.count(len(rows))} serier som tabel"):
        everything(rows, answer)


def _told(row: Row) -> None:
    told = f"{row['definition'].rstrip('.')}. Kilde: {row['kilde'].rstrip('.')}. {_direction(row)}"
    st.markdown(literal(told))


def _direction(row: Row) -> str:
    return "Mindre er bedre." if row["retning"] == "ned" else "Mere er bedre."


def _series(row: Row, answer: Answer) -> None:
    kind = words.unit(row)
    figures.figure(
        words.series(row),
        charts.path(
            answer, nul_dato=row["nul_dato"], nul_vaerdi=row["nul_vaerdi"], maal_dato=row["maal_dato"],
            maal_vaerdi=row["maal_vaerdi"], unit=kind, height=_HEIGHT,
        ),
        answer,
        unit=words.fulfilment(row),
        alt=alt_words.of_path(answer, what=f"{row['navn']}, {words.place(row)}", unit=kind,
                              maal_vaerdi=row["maal_vaerdi"]),
        key=f"indikator-{row['indikator_id']}-{row['omraade_id']}",
        table_columns=("periode_start", "periode_slut", "vaerdi", "vej_vaerdi", "vaerdi_status_navn"),
    )  # fmt: skip


def everything(rows: list[dict[str, Any]], answer: Answer) -> None:
    """Every series of a level in a line: zero point, newest measurement, target, and how it goes."""
    tables.rows_table(
        [_line(row) for row in rows], _TABLE, alt="Indikatorer med nulpunkt, seneste måling og mål", key="indikatorer"
    )
    st.caption(literal(figures.dated(answer)))


def _line(row: Row) -> dict[str, Any]:
    kind = words.unit(row)
    written = {
        name: words.written(row[column], kind) for name, column in (("nul", "nul_vaerdi"), ("maal", "maal_vaerdi"))
    }
    return {**row, **written, "sted": words.place(row), "seneste": words.newest(row), "stod": words.stand(row)}
