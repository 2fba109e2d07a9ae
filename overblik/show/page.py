"""How every page begins: the door, the release, the filters, the heading. What a page gets is the reader's choice."""

from collections.abc import Callable
from typing import Final

import streamlit as st

from overblik.answers import Choice, Release, current_release, fetch, newer_is_damaged
from overblik.show import (
    arrival,
    assistive,
    browser,
    danish,
    door,
    downloads,
    filter_row,
    filters,
    first_release,
    links,
    new_release,
    printing,
)
from overblik.show.address import query
from overblik.show.arrival import Arrival
from overblik.show.ended import end
from overblik.show.filter_options import SHARED
from overblik.show.picking import pick, turn
from overblik.show.text import literal

__all__ = ["begin", "begin_without_figures", "end", "pick", "turn"]

ALL: Final = filters.ALL

# The heading stands first for those who listen and on a phone; on a wide screen the filters lie under the menu. It is
# the heading alone that is seen elsewhere than it is heard: what takes the focus comes in the same order everywhere.
_STYLE: Final = f"""<style>
{filter_row.STYLE}
{browser.STYLE}
{assistive.STYLE}
{new_release.STYLE}
{printing.STYLE}
@media (min-width: 641px) {{
    .st-key-hoved > :has(.st-key-filterknap) {{ order: -2 }}
    .st-key-hoved > :has(.st-key-kilde) {{ order: -1 }}
}}
@media (max-width: 640px) {{
    .stMain h1 {{ font-size: 1.6rem }}
    .stMain h2 {{ font-size: 1.375rem }}
    .stMain h3 {{ font-size: 1.15rem }}
}}
/* The foot is no part of what stands over it; a list to choose one of need not be as wide as the page. */
.st-key-fod {{ border-top: 1px solid var(--st-border-color, #CBD3D8); margin-top: 1.5rem; padding-top: .75rem }}
[class*="st-key-valgt_"]:not(.st-key-valgt_skaerm) {{ max-width: 32rem }}
/* Where the menu folds away, its button says so in a word, too. */
[data-testid="stExpandSidebarButton"] {{ width: auto; padding-inline: .5rem; gap: .35rem }}
[data-testid="stExpandSidebarButton"]::after {{ content: "Menu"; font-size: 1rem }}
@media print {{ .st-key-kilde button {{ display: none }} }}
</style>"""

# A page that is read from one end to the other has lines that the eye finds back from.
_READ: Final = "<style>.stMain .stMarkdown { max-width: 44rem }</style>"


def begin(
    title: str,
    question: str | None = None,
    *,
    heading: Callable[[Choice], str] | None = None,
    shown: tuple[str, ...] = ALL,
    unpublished: Callable[[], None] = first_release.what_to_do,
) -> Choice:
    """The first call of every page. Gives what the reader chose; plan, statusdato and release are always given.

    `title` names the page; `heading` makes the first line out of the figures instead; `question` stands below it.
    `shown` are the page's filters (none: ()); `unpublished` is shown instead of the page before the first release.
    Raises ReleaseUnknown, ReleaseDamaged; stops the run where the door is shut or nothing has been published.
    """
    name = door.enter()
    st.set_page_config(page_title=f"{title} · Overblik")
    st.html(_STYLE)
    arrived = arrival.arrive(name, shown, unpublished)
    choice = arrived.choice
    downloads.remember(title, choice, arrived.release)
    with st.container(key="hoved", gap="xsmall"):
        top, row, source = st.container(), st.container(), st.container(gap="xxsmall")
    if shown:
        with row:
            filter_row.draw(arrived.form, arrived.chosen)
    with source:
        _source(arrived)
        for notice in arrived.notices:
            st.info(literal(notice), icon=":material/info:")
        for left in _left_out(choice):
            st.caption(f":material/info: {literal(left)}")
        _pinned(name, arrived)
    with top:
        st.title(literal(heading(choice) if heading else title), anchor=False)
        if question:
            st.markdown(literal(question))
    return choice


def begin_without_figures(title: str, question: str | None = None) -> None:
    """The first call of a page that has no figures: it is there before the first release, and no filter is its own."""
    door.enter()
    st.set_page_config(page_title=f"{title} · Overblik")
    st.html(_STYLE)
    st.html(_READ)
    browser.tell(0, None)
    st.title(literal(title), anchor=False)
    if question:
        st.markdown(literal(question))


def updated(release: Release) -> str:
    """tal opdateret 12. april 2023."""
    return f"tal opdateret {danish.day(release.updated)}"


def _source(arrived: Arrival) -> None:
    """Whose figures, as of when, and how new; invented ones are called so, on every page."""
    release, options, statusdato = arrived.release, arrived.form.options, danish.day(arrived.choice.statusdato)
    parts = [options.planer[options.plan], f"status pr. {statusdato}", updated(release)]
    with st.container(key="kilde", horizontal=True, vertical_alignment="center", gap="xsmall"):
        if release.is_example:
            st.badge("Eksempeldata, opdigtede tal", color="orange")
        st.caption(literal(" · ".join(parts)), width="content")
        if arrived.form.shown:
            filter_row.draw_link(query(filters.pinned(arrived.choice) | arrived.own))
        if set(arrived.chosen) - {"udgivelse"}:
            filter_row.draw_reset(arrived.form)


def _pinned(name: str, arrived: Arrival) -> None:
    """Says so where a link holds on to a release that is no longer the newest, or the newest is damaged."""
    if newer_is_damaged(arrived.release):
        st.info(
            f"De nyeste tal er beskadiget og vises ikke. Her er de seneste hele: {updated(arrived.release)}. "
            "Sig det til den, der driver Overblik.",
            icon=":material/info:",
        )
    if arrived.release == current_release():
        return
    held = f"Linket holder fast i {updated(arrived.release)}. Der er siden kommet nyere."
    st.info(literal(held), icon=":material/history:")
    links.link("Vis de nyeste tal", links.to(name, udgivelse=None, statusdato=None, **arrived.own))


def _left_out(choice: Choice) -> list[str]:
    """Names the money that a filter leaves out: it belongs to no single area or indsatsområde (domain.md)."""
    left: list[str] = []
    if choice.omraade or choice.organisation:
        rows = fetch("oekonomi_pr_omraade", choice, omraade=(), organisation=()).rows()
        left += [
            f"{danish.short_kroner(row['budget_kr'])} af budgettet er ikke fordelt på områder "
            "og indgår ikke i dette udvalg."
            for row in rows
            if row["omraade_id"] is None and row["budget_kr"]
        ]
    if choice.indsatsomraade and SHARED not in choice.indsatsomraade:
        rows = fetch("oekonomi_pr_indsatsomraade", choice, indsatsomraade=()).rows()
        left += [
            f"{danish.short_kroner(row['budget_kr'])} af budgettet er fælles for indsatsområderne "
            "og indgår ikke i dette udvalg."
            for row in rows
            if row["indsatsomraade_kode"] == SHARED and row["budget_kr"]
        ]
    return left
