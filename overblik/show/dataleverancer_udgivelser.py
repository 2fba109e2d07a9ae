"""The releases on screen: which there have been, what was new in each, and the way back to one of them."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from itertools import islice
from typing import Any, Final

import streamlit as st

from overblik import access
from overblik.answers import Column, Release
from overblik.errors import OverblikError
from overblik.release import chain
from overblik.settings import settings
from overblik.show import danish, links, requests, tables
from overblik.show import dataleverancer_saetninger as words

Row = Mapping[str, Any]

# As many as can always be restored; older ones may have been removed to save room.
_LATEST: Final = 24

_COLUMNS: Final = {
    "lavet": Column("Udgivet", "tekst"),
    "nye": Column("Nye filer", "tekst"),
    "raekker": Column("Rækker i alt", "tekst"),
    "bemaerkninger": Column("Bemærkninger", "tekst"),
    "id": Column("Udgivelse", "tekst"),
}


def history() -> None:
    """The latest releases, newest first; one of them can be looked at or restored."""
    st.subheader("Udgivelser", anchor="udgivelser")
    releases = latest()
    if not releases:
        st.markdown("Der er endnu ikke udgivet nogen tal.")
        return
    parents: list[Release | None] = [*releases[1:], None]
    rows = [_row(each, parent) for each, parent in zip(releases, parents, strict=True)]
    tables.rows_table(rows, _COLUMNS, alt="Udgivelserne, den nyeste først", key="udgivelser")
    st.caption("Tallene i en udgivelse ændrer sig ikke. Den øverste er den, siderne viser.")
    if len(releases) > 1:
        _earlier(releases[1:])


def latest() -> list[Release]:
    """The release in force and those before it, as far as they are kept and whole."""
    found: list[Release] = []
    with suppress(OverblikError):  # what could be read stands
        found.extend(islice(chain(settings().data), _LATEST))
    return found


def new_files(release: Release, parent: Release | None) -> list[str]:
    """The files of a release that the one before it did not have, by name."""
    before = _sources(parent) if parent and parent.is_example == release.is_example else set()
    return sorted(name for name, sha256 in _sources(release) - before)


def _earlier(releases: Sequence[Release]) -> None:
    names = {each.id: f"{words.when(each.created)} · {each.id[:12]}" for each in releases}
    picked = st.selectbox(
        "En tidligere udgivelse",
        list(names),
        format_func=lambda one: names[one],
        index=None,
        placeholder="Vælg en tidligere udgivelse",
        key="udgivelse-valgt",
    )
    if picked is None:
        return
    with st.container(horizontal=True, gap="small"):
        links.link("Se tallene, som de var", links.to("overblik", udgivelse=picked[:16], statusdato=None))
        if access.may(access.RELEASE):
            requests.confirmed(
                "Gendan",
                f"Siderne viser da igen tallene fra {words.when(_by_id(releases, picked).created)}. Nyere leverancer "
                "er ikke slettet og kan gendannes på samme måde.",
                "Ja, gendan",
                "gendan",
                picked,
            )


def _row(release: Release, parent: Release | None) -> Row:
    files = new_files(release, parent)
    shown = danish.names(files) if len(files) <= 3 else f"{danish.count(len(files))} filer"
    return {
        "lavet": words.when(release.created),
        "nye": shown if files else "ingen",
        "raekker": danish.count(sum(source["raekker"] for source in release.manifest["sources"])),
        "bemaerkninger": danish.count(len(release.manifest["warnings"])),
        "id": release.id[:12],
    }


def _sources(release: Release) -> set[tuple[str, str]]:
    return {(source["fil"], source["sha256"]) for source in release.manifest["sources"]}


def _by_id(releases: Sequence[Release], wanted: str) -> Release:
    return next(each for each in releases if each.id == wanted)
