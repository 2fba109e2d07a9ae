"""Data og metode on screen: what was delivered and what was not, where it comes from, and the release it became."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

import streamlit as st

from overblik.answers import Answer, Column, Release
from overblik.show import danish, tables
from overblik.show.metode_view import hits
from overblik.show.text import literal

Row = Mapping[str, Any]

_FILES: Final = ("navn", "fil", "organisation", "raekker")
_TABLES: Final = ("navn", "er_kerne", "er_leveret", "filer", "raekker")

# As text: a table without any date column has none to tell, which is another thing than one that was not told.
_DATES: Final = {"nyeste_dato": Column("Nyeste dato", "tekst"), "modtaget": Column("Modtaget", "tekst")}
_NO_DATE: Final = "ingen datoer"

_SOURCES: Final = ("kilde", "navn", "raekker")


def headline(delivered: Answer, files: Answer) -> str:
    """How many files the figures rest on, how far they reach, and which tables are not there."""
    rows = delivered.rows()
    missing = [row["navn"] for row in rows if not row["er_leveret"]]
    count = len(files.rows())
    told = f"Tallene bygger på {danish.count(count)} {'fil' if count == 1 else 'filer'}"
    if not missing:
        return f"{told}; alle {danish.count(len(rows))} tabeller er leveret"
    if len(missing) > 3:
        return f"{told}; {danish.count(len(missing))} af {danish.count(len(rows))} tabeller er ikke leveret"
    return f"{told}; {danish.names(missing)} er ikke leveret"


def delivered_tables(answer: Answer) -> None:
    """Every table of the contract: how much of it there is, and what is not there."""
    st.subheader("Hvad er leveret, og hvad er ikke?", anchor=False)
    missing(answer)
    with st.expander("Tabel for tabel"):
        _listed(answer, answer.rows(), _TABLES, "Dataaftalens tabeller: leveret og ikke leveret")


def missing(answer: Answer) -> None:
    """The tables that are not there, the core first; or that all are."""
    missing = [row for row in answer.rows() if not row["er_leveret"]]
    if missing:
        core = danish.names(row["navn"] for row in missing if row["er_kerne"])
        other = danish.names(row["navn"] for row in missing if not row["er_kerne"])
        told = [f"Skal være der: {core}." if core else "", f"Kan undværes: {other}." if other else ""]
        st.warning(literal(f"Ikke leveret. {' '.join(filter(None, told))}"), icon=":material/inventory_2:")
    else:
        st.markdown("Alle dataaftalens tabeller er leveret.")


def files(answer: Answer, wanted: str) -> None:
    """Every file that is in use: whose, how many rows, how far it reaches, when it came."""
    st.subheader("Filerne bag tallene", anchor=False)
    rows = [row for row in answer.rows() if hits(wanted, (row["navn"], row["tabel"], row["fil"], row["organisation"]))]
    if not rows:
        st.info("Ingen fil passer på det, du søger.", icon=":material/search_off:")
        return
    count = len(rows)
    with st.expander(f"{danish.count(count)} {'fil' if count == 1 else 'filer'}", expanded=bool(wanted)):
        _listed(answer, rows, _FILES, "Filer, organisation, rækker og datoer")
        st.caption(literal(answer.question.definition))


def _listed(answer: Answer, rows: Sequence[Row], columns: Sequence[str], alt: str) -> None:
    shown = [
        {**row, "nyeste_dato": danish.day(row["nyeste_dato"], _NO_DATE), "modtaget": danish.day(_day(row["modtaget"]))}
        for row in rows
    ]
    tables.rows_table(shown, {name: answer.question.columns[name] for name in columns} | _DATES, alt=alt)


def warnings(release: Release) -> None:
    """What the check found strange but not wrong."""
    messages = [str(warning["message"]) for warning in release.manifest["warnings"]]
    st.subheader("Bemærkninger ved udgivelsen", anchor=False)
    if not messages:
        st.markdown("Kontrollen af filerne gav ingen bemærkninger.")
        return
    count = len(messages)
    st.markdown("Tallene er taget i brug, men dette bør ses efter:")
    with st.expander(f"{danish.count(count)} {'bemærkning' if count == 1 else 'bemærkninger'}"):
        st.markdown("\n".join(f"- {literal(message)}" for message in messages))


def sources(answer: Answer) -> None:
    """Which sources the delivered rows name; in the example: what is real."""
    st.subheader("Kilder", anchor=False)
    if answer.release.is_example:
        st.markdown(
            "Tallene er eksempeldata. Virkelige er kun de oplysninger, hvis kilde ikke siger opdigtet; "
            "alt andet, også tabeller uden kilder, er opdigtet."
        )
    if not answer.rows():
        st.info("Ingen af de leverede rækker oplyser en kilde.", icon=":material/info:")
        return
    real, invented = ([row for row in answer.rows() if row["er_opdigtet"] == kind] for kind in (False, True))
    tables.table(answer, _SOURCES, rows=real, alt="Kilder, som leverancerne selv oplyser")
    if invented:
        with st.expander("Kilder, der siger opdigtet"):
            tables.table(answer, _SOURCES, rows=invented, alt="Kilder, der siger opdigtet")


def release(current: Release, plans: Answer) -> None:
    """Which set of figures this is, and how to refer to it."""
    st.subheader("Udgivelsen", anchor=False)
    parent = current.manifest["parent"]
    told = [
        f"Tal opdateret: {danish.day(current.updated)}",
        f"Udgivelsen er lavet: {moment(current.created)}",
        f"Udgivelsens id: {current.id[:12]}",
        f"Afløser: {parent[:12]}" if parent else "Afløser: ingen; det er den første",
        *(
            f"{row['navn']}: {danish.day(row['start_dato'])} – {danish.day(row['slut_dato'])}; "
            f"status pr. {danish.day(row['statusdato'])}"
            for row in plans.rows()
        ),
    ]
    st.markdown("\n".join(f"- {literal(line)}" for line in told))
    st.caption("Tallene i en udgivelse ændrer sig ikke. Nye leverancer giver en ny udgivelse med et nyt id.")
    st.markdown("**Sådan henvises til tallene**")
    st.code(citation(current, plans.rows()), language=None, wrap_lines=True)


def citation(current: Release, plans: Sequence[Row]) -> str:
    """The line to put under a figure that is used elsewhere."""
    plan = next(row for row in plans if row["helhedsplan_id"] == current.default_plan)
    invented = " Eksempeldata, opdigtede tal." if current.is_example else ""
    return (
        f"Overblik: {plan['navn']}. Status pr. {danish.day(plan['statusdato'])}. "
        f"Tal opdateret {danish.day(current.updated)}, udgivelse {current.id[:12]}.{invented}"
    )


def moment(text: str) -> str:
    """12. april 2023 kl. 9.05, from ISO."""
    when = datetime.fromisoformat(text)
    return f"{danish.day(when.date())} kl. {when.hour}.{when:%M}"


def _day(text: str | None) -> Any:
    return None if text is None else datetime.fromisoformat(text).date()
