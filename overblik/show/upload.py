"""Hand in files on a page: which organisation, and which files.

Streamlit's uploader speaks English and has no parameter for its words; the browser replaces them (web/words.py).
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import streamlit as st

from overblik import access, log
from overblik.answers import Answer
from overblik.mailbox_delivery import LARGEST_MB, WORKBOOKS, HandedIn, HandInRefused, hand_in
from overblik.settings import settings
from overblik.show import reader, templates
from overblik.show.text import literal

_HANDED: Final = "_afleveret"
_ROUND: Final = "_aflever_omgang"


def form(organisations: Answer | None) -> None:
    """Organisation, files and a button; what was handed in is remembered for this reader (`handed_in`).

    Without `organisations`, or with the example's invented ones, one writes the organisation oneself.
    """
    st.subheader("Aflever filer", anchor=False)
    if not reader.may(access.UPLOAD):
        st.markdown("Du kan se leverancerne, men ikke aflevere filer.")
        return
    with st.container(key="aflever", border=True):
        organisation = _chosen_organisation(organisations)
        chosen = st.file_uploader(
            "Parquet-filer, eller den udfyldte skabelon",
            type=["parquet", *(ending[1:] for ending in WORKBOOKS)],
            accept_multiple_files=True,
            max_upload_size=LARGEST_MB,
            key=f"aflever-filer-{st.session_state.get(_ROUND, 0)}",
        )
        st.caption(
            f"En fil hedder som sin tabel: oekonomi.parquet eller oekonomi__2024-05.parquet, og fylder højst "
            f"{LARGEST_MB} MB; større filer lægges i mappen indbakke. En fil under et navn, som organisationen har "
            "brugt før, afløser den tidligere."
        )
        if st.button("Aflever", type="primary", disabled=not chosen or organisation is None, key="aflever-nu"):
            _hand_in(organisation or "", chosen)
        templates.offer()


def handed_in() -> tuple[HandedIn, ...]:
    """What this reader has handed in since the page was opened, newest first."""
    handed: tuple[HandedIn, ...] = st.session_state.get(_HANDED, ())
    return handed


def _chosen_organisation(organisations: Answer | None) -> str | None:
    """One of those that the reader hands in for; in another one's folder a file could replace that one's."""
    known = {}
    if organisations is not None and not organisations.release.is_example:
        known = {str(row["organisation_id"]): str(row["navn"]) for row in organisations.rows()}
    if not reader.may(access.UPLOAD, ""):
        mine = reader.organisations() or ()
        return _named({one: known.get(one, one) for one in mine})
    return _named({"": "Fælles filer (ingen organisation)"} | known) if known else _own_name()


def _named(names: Mapping[str, str]) -> str | None:
    """None until one is chosen: a file in the wrong folder would stand beside the one that it should replace."""
    return st.selectbox(
        "Afleveres af",
        list(names),
        format_func=lambda one: names[one],
        index=None,
        placeholder="Vælg organisation",
        key="aflever-organisation",
    )


def _own_name() -> str:
    return st.text_input(
        "Afleveres af",
        placeholder="organisationens kode, eller tomt for fælles filer",
        key="aflever-organisation-navn",
    ).strip()


def _hand_in(organisation: str, files: Sequence[Any]) -> None:
    """All files or none of those that follow: the first that cannot be handed in is told, the others stay chosen."""
    if not reader.may(access.UPLOAD, organisation):
        st.warning("Du kan ikke aflevere filer for den organisation.", icon=":material/info:")
        return
    handed = []
    for file in files:
        try:
            handed.append(hand_in(settings().data, organisation, file.name, file.getbuffer(), reader.organisations()))
        except HandInRefused as error:
            st.warning(f"{literal(file.name)}: {literal(error.notice)}", icon=":material/info:")
    if handed:
        log.event("upload", files=len(handed), organisation=organisation, who=reader.who())
    names = {file.fil for file in handed}
    st.session_state[_HANDED] = (*handed, *(file for file in handed_in() if file.fil not in names))
    if len(handed) == len(files):
        st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1  # another key: an empty uploader
        st.rerun()
