"""Data og metode on screen: how each measure is defined and reckoned, the words, the marks, the limits of a status."""

from collections.abc import Iterable, Mapping
from typing import Final

import streamlit as st

from overblik.answers import Answer, Column, Question, maerker
from overblik.answers.origins import delivered_tables
from overblik.answers.questions import building_blocks
from overblik.settings import settings
from overblik.show import danish, marks, tables, wrong
from overblik.show.metode_graenser import COLUMNS, limits, settings_of
from overblik.show.metode_ord import ORD
from overblik.show.text import literal

UNITS: Final = {
    "kr": "kroner med øre", "pct": "procent, 0–100", "antal": "antal", "dage": "dage", "timer": "timer", "dato": "dato",
    "maaned": "måned", "tekst": "tekst", "kode": "kode", "status": "status", "ja_nej": "ja eller nej", "aar": "år",
    "vaerdi": "indikatorens egen enhed", "maerke": "mærke ved tallet", "tidspunkt": "tidspunkt",
}  # fmt: skip

# Questions that fill the filters measure nothing.
_NO_MEASURE: Final = "valg_"

_COLUMN: Final = {
    "label": Column("Størrelse", "tekst"), "unit": Column("Enhed", "tekst"), "name": Column("Navn i tallene", "tekst"),
}  # fmt: skip


def search() -> str:
    """What the reader looks for, in small letters; empty where nothing is looked for."""
    wanted = st.text_input(
        "Søg i mål, ord og leverancer",
        placeholder="fx medfinansiering, milepæl, forbrug",
        icon=":material/search:",
        key="metode-soeg",
    )
    return wanted.strip().casefold()


def hits(wanted: str, texts: Iterable[object]) -> bool:
    """True where every word looked for stands somewhere in the texts."""
    whole = " ".join(str(text) for text in texts if text is not None).casefold()
    return all(word in whole for word in wanted.split())


def told(wanted: str, questions: Mapping[str, Question], files: Iterable[Mapping[str, object]]) -> None:
    """How much was found under each of the tabs, once something is looked for."""
    if not wanted:
        return
    names = sum(hits(wanted, (row["navn"], row["tabel"], row["fil"], row["organisation"])) for row in files)
    found = f"{_counted(len(_found(questions, wanted)), 'mål', 'mål')}, {_counted(len(_words(wanted)), 'ord', 'ord')}"
    st.caption(f"Fundet: {found} og {_counted(names, 'fil', 'filer')}")


def _counted(count: int, one: str, many: str) -> str:
    return f"{danish.count(count)} {one if count == 1 else many}"


@wrong.part()
def measures(questions: Mapping[str, Question], wanted: str, delivered: Answer) -> None:
    """A line a question, in Danish order; what is behind it is made when it is opened."""
    shown, names = _found(questions, wanted), {row["tabel"]: str(row["navn"]) for row in delivered.rows()}
    if not shown:
        st.info("Intet mål passer på det, du søger.", icon=":material/search_off:")
    for question in sorted(shown, key=lambda one: danish.sort_key(one.title)):
        opened = st.expander(
            f"**{literal(question.title)}** – {literal(question.question)}",
            on_change="rerun",
            key=f"maal-{question.name}",
        )
        if opened.open:
            with opened:
                _measure(question, names)


def _found(questions: Mapping[str, Question], wanted: str) -> list[Question]:
    return [
        question
        for name, question in questions.items()
        if not name.startswith(_NO_MEASURE) and hits(wanted, _searched(question))
    ]


def _searched(question: Question) -> list[str]:
    labels = [column.label for column in question.columns.values()]
    return [question.name, question.title, question.question, question.definition, *labels]


def _measure(question: Question, names: Mapping[str, str]) -> None:
    """Everything the header says, then the SQL itself."""
    st.markdown(literal(question.definition))
    rows = [
        {"label": column.label, "unit": UNITS[column.unit], "name": name}
        for name, column in question.columns.items()
        if column.unit != maerker.UNIT
    ]
    tables.rows_table(rows, _COLUMN, alt=f"Størrelser i {question.title}")
    if len(rows) < len(question.columns):
        st.caption(f"Mærket ved et tal står i kolonnen med samme navn og {literal(maerker.ENDING)} til sidst.")
    if question.params:
        chosen = "; ".join(f"{name} ({text})" for name, text in question.params.items())
        st.markdown(f"**Kan vælges:** {literal(chosen)}")
    for meaning in settings_of(question).values():
        st.markdown(f"**Indstilling:** {literal(meaning)}")
    tables_used = danish.in_order(names[table] for table in delivered_tables(question) if table in names)
    if tables_used:
        st.markdown(f"**Bygger på:** {literal(danish.names(tables_used))}")
    st.markdown("**Beregningen (SQL)**")
    st.code(question.sql, language="sql", wrap_lines=True)
    for block in building_blocks():
        if f"{block.name}(" in question.sql:
            st.markdown(f"**{literal(block.name)}:** {literal(block.definition)}")
    st.caption(f"Spørgsmålets navn: {literal(question.name)}")


@wrong.part()
def shared(wanted: str) -> None:
    """The pieces of SQL that several measures are made with, so that a measure can be followed to its bottom."""
    shown = [block for block in building_blocks() if hits(wanted, (block.name, block.definition))]
    if shown:
        st.subheader("Fælles beregninger", anchor=False)
    for block in shown:
        opened = st.expander(literal(block.name), on_change="rerun", key=f"faelles-{block.name}")
        if opened.open:
            with opened:
                st.markdown(literal(block.definition))
                st.code(block.sql, language="sql", wrap_lines=True)


def thresholds() -> None:
    """When a square is green, yellow, red or grey."""
    st.subheader("Hvornår skifter en status farve?", anchor=False)
    tables.rows_table(limits(settings().graenser), COLUMNS, alt="Grænser for grøn, gul, rød og grå")
    st.caption(
        "Grænserne er indstillinger, som parterne kan ændre. Farver lægges ikke sammen til et gennemsnit: "
        "fremdrift i alt vises som antal, fordi den værste af mange milepæle altid er rød."
    )


def legend() -> None:
    """Shapes, marks and the marks for a number that is not there."""
    st.subheader("Tegn", anchor=False)
    st.markdown(literal(marks.status_legend()))
    st.markdown("**Når der ikke står et tal**")
    st.markdown("\n".join(f"- {literal(absence.mark)}  {literal(absence.word)}" for absence in marks.ABSENCES))
    st.markdown("**Når der står noget ved et tal**")
    st.markdown("\n".join(f"- {literal(text)}" for text in marks.BESIDE.values()))


def words(wanted: str) -> None:
    """The words, short, in Danish order."""
    found = _words(wanted)
    if not found:
        st.info("Intet ord passer på det, du søger.", icon=":material/search_off:")
    for word in danish.in_order(found):
        st.markdown(f"**{literal(word)}:** {literal(found[word])}")


def _words(wanted: str) -> dict[str, str]:
    return {word: text for word, text in ORD.items() if hits(wanted, (word, text))}
