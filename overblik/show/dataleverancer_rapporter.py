"""Reports on refused files, readable on the page: what is wrong, where, and what to do; never a value from the file."""

from collections.abc import Iterable
from typing import Final

import streamlit as st

from overblik.mailbox import Finding
from overblik.mailbox_reports import RefusedFile, reports
from overblik.settings import settings
from overblik.show import danish
from overblik.show import dataleverancer_saetninger as words
from overblik.show.text import literal

# A quarantine is never emptied by itself; what lies further back is read in its folder.
_LATEST: Final = 12


def listed() -> None:
    """The latest reports, a line each that unfolds."""
    found = reports(settings().data)
    st.subheader("Afviste filer", anchor="afvist")
    if not found:
        st.markdown("Ingen filer er afvist.")
        return
    st.markdown(
        "En afvist fil ligger urørt i mappen `afvist`, og tallene på siderne er ikke berørt af den. "
        "Ret udtrækket, og aflever det igen under samme navn."
    )
    for report in found[:_LATEST]:
        files = danish.names(file.fil for file in report.filer)
        with st.expander(f"{literal(words.when(report.tid))} · {literal(files)}"):
            if report.kandidat:
                st.caption("Filerne var i orden, men tallene blev ikke godkendt til udgivelse.")
            for file in report.filer:
                _file(file)
    if len(found) > _LATEST:
        st.caption(f"De seneste {_LATEST} af {danish.count(len(found))} vises; resten ligger i mappen afvist.")


def messages(breaches: Iterable[Finding]) -> None:
    """What is wrong, a line each."""
    st.markdown("\n".join(f"- {literal(breach.message)}" for breach in breaches))


def _file(file: RefusedFile) -> None:
    st.markdown(f"**{literal(file.fil)}**")
    messages(file.breaches)
    if file.persondata:
        st.caption(literal(words.personal_data(file.slettes, file.slettet)))
