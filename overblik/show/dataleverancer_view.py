"""Dataleverancer on screen: per table and organisation what came when, how old it is, and what is missing."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

import streamlit as st

from overblik import contract
from overblik.answers import Answer, Column
from overblik.mailbox_reports import reports
from overblik.settings import settings, today
from overblik.show import danish, dataleverancer_nu, dataleverancer_rapporter, leverance_view, tables, upload, verdicts
from overblik.show import dataleverancer_saetninger as words
from overblik.show.text import literal

Row = Mapping[str, Any]

_COLUMNS: Final = {
    "navn": Column("Indhold", "tekst"),
    "organisation": Column("Afleveret af", "tekst"),
    "stand": Column("Seneste levering", "tekst"),
    "modtaget": Column("Modtaget", "tekst"),
    "alder": Column("Hvor gammel", "tekst"),
    "nyeste_dato": Column("Nyeste dato", "tekst"),
    "raekker": Column("Rækker", "antal"),
    "fil": Column("Fil", "tekst"),
}


def headline(delivered: Answer, files: Answer) -> str:
    """What is missing, and when the latest file came."""
    return words.headline(delivered.rows(), files.rows(), today())


def came(delivered: Answer, files: Answer) -> None:
    """The tables that are missing, then a line per file in use: the core first, each in the contract's order."""
    st.subheader("Hvad er kommet, og hvad mangler?", anchor="kommet")
    leverance_view.missing(delivered)
    rows = list(_rows(delivered, files))
    tables.rows_table(rows, _COLUMNS, alt="Leverancer pr. tabel og organisation", key="dataleverancer")
    if files.release.is_example:
        st.caption("Filerne er eksemplets, opdigtede. De forsvinder ved den første rigtige udgivelse.")
    st.caption(files.question.definition)


def _rows(delivered: Answer, files: Answer) -> Iterator[Row]:
    by_table: dict[str, list[dict[str, Any]]] = {}
    for row in files.rows():
        by_table.setdefault(row["tabel"], []).append(row)
    warned = [str(warning["file"]) for warning in files.release.manifest["warnings"]]
    # The example's files were never in this inbox, so no report speaks of them.
    spoken = () if files.release.is_example else reports(settings().data)
    for table in sorted(delivered.rows(), key=lambda row: not row["er_kerne"]):
        for row in by_table.get(str(table["tabel"]), []):
            report = verdicts.refused_since(row, spoken)
            yield {
                "navn": row["navn"],
                "organisation": row["organisation"] or "fælles",
                "modtaget": _together(danish.day(words.received(row["modtaget"]))),
                "alder": words.age(words.received(row["modtaget"]), today()),
                "nyeste_dato": _together(danish.day(row["nyeste_dato"], "ingen datoer")),
                "raekker": row["raekker"],
                "stand": words.standing(row, report.tid if report else None, warned.count(row["fil"])),
                "fil": row["fil"],
            }


def _together(text: str) -> str:
    """A date on one line."""
    return text.replace(" ", danish.NBSP)


def nothing_yet() -> None:
    """The page before the first release: hand in and see what becomes of it."""
    st.title("Der er endnu ingen tal at vise", anchor=False)
    core = danish.names(table.label.lower() for table in contract.tables().values() if table.core)
    st.markdown(literal(f"Aflever først: {core}. Tallene vises, når filerne er taget i brug."))
    left, right = st.columns(2, gap="large")
    with left:
        upload.form(None)
    with right:
        dataleverancer_nu.now()
    dataleverancer_rapporter.listed()
