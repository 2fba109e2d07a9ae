"""The releases on screen: which there have been, what was new in each, and the way back to one of them."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from itertools import islice
from typing import Any, Final

import streamlit as st

from overblik import access
from overblik.answers import Column, Release
from overblik.errors import OverblikError
from overblik.release import Gone
from overblik.release_history import history as releases_before
from overblik.settings import settings
from overblik.show import danish, links, reader, requests, tables
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
    parents: list[Release | Gone | None] = [*releases[1:], None]
    rows = [_row(each, parent) for each, parent in zip(releases, parents, strict=True)]
    tables.rows_table(rows, _COLUMNS, alt="Udgivelserne, den nyeste først", key="udgivelser")
    st.caption("Tallene i en udgivelse ændrer sig ikke. Den øverste er den, siderne viser.")
    if earlier := [each for each in releases[1:] if isinstance(each, Release)]:
        _earlier(earlier)


def latest() -> list[Release | Gone]:
    """The release in force and those before it, as far as they are known and can be read."""
    found: list[Release | Gone] = []
    with suppress(OverblikError):  # what could be read stands
        found.extend(islice(releases_before(settings().data), _LATEST))
    return found


def new_files(release: Release, parent: Release | Gone | None) -> list[str]:
    """The files of a release that the one before it did not have, by name; all, where that is not known."""
    follows = isinstance(parent, Release) and parent.is_example == release.is_example
    before = _sources(parent) if isinstance(parent, Release) and follows else set()
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
        if reader.may(access.RELEASE):
            requests.confirmed(
                "Gendan",
                f"Siderne viser da igen tallene fra {words.when(_by_id(releases, picked).created)}. Nyere leverancer "
                "er ikke slettet og kan gendannes på samme måde.",
                "Ja, gendan",
                "gendan",
                picked,
            )


def _row(release: Release | Gone, parent: Release | Gone | None) -> Row:
    if isinstance(release, Gone):
        what = "trukket tilbage" if release.withdrawn else "ryddet væk"
        return dict.fromkeys(_COLUMNS, "–") | {"lavet": f"{danish.day(release.in_force_from)}: {what}"}
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
