"""The filters: one row, the same on every page. Their state is the address's (address.py)."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import streamlit as st

from overblik.answers import Choice, Release
from overblik.answers.choice import month_end
from overblik.show import address, danish
from overblik.show.address import Values
from overblik.show.browser import link_field
from overblik.show.filter_options import Options
from overblik.show.text import literal

ALL: Final = ("omraade", "indsatsomraade", "organisation", "periode", "statusdato")

_MANY: Final = ("omraade", "indsatsomraade", "organisation")
_LABELS: Final = {"omraade": "Område", "indsatsomraade": "Indsatsområde", "organisation": "Boligorganisation"}
_NOTHING: Final = {
    "omraade": "Alle områder",
    "indsatsomraade": "Alle indsatsområder",
    "organisation": "Alle boligorganisationer",
}

# Pills show everything at a glance, but only few and short names fit in one row.
_PILLS, _LETTERS = 4, 48

_SHOWN_ON_PHONE: Final = "filtre_vist"


def seed(chosen: Values, options: Options) -> None:
    """Lets the filters stand as chosen, before they are drawn."""
    for name in _MANY:
        st.session_state[_key(name)] = list(chosen.get(name, ()))
    for name, nothing in _single(options).items():
        st.session_state[_key(name)] = chosen.get(name, (nothing,))[0]


def moved(drawn: Mapping[str, Any]) -> bool:
    """True where a filter no longer stands as it was drawn in the last run."""
    return any(key in st.session_state and st.session_state[key] != value for key, value in drawn.items())


def state(options: Options) -> dict[str, Any]:
    """How the filters stand now, by key."""
    keys = [_key(name) for name in (*_MANY, *_single(options))]
    return {key: st.session_state[key] for key in keys if key in st.session_state}


def settle(options: Options) -> None:
    """Takes from the filters what a new release or another plan no longer has: Streamlit would refuse to draw it."""
    for name in _MANY:
        known = options.known(name)
        st.session_state[_key(name)] = [value for value in st.session_state.get(_key(name)) or () if value in known]
    for name, nothing in _single(options).items():
        if st.session_state.get(_key(name)) not in options.known(name):
            st.session_state[_key(name)] = nothing
    fra, til = st.session_state[_key("fra")], st.session_state[_key("til")]
    if fra and til and til < fra:
        st.session_state[_key("til")] = ""


def chosen_now(options: Options, kept: Values) -> Values:
    """What the filters hold, defaults left out, and the release that `kept` is pinned to."""
    values: Values = {}
    for name in _MANY:
        values[name] = tuple(value for value in options.known(name) if value in st.session_state[_key(name)])
    for name, nothing in _single(options).items():
        value = st.session_state[_key(name)]
        values[name] = (value,) if value != nothing else ()
    values["plan"] = kept.get("plan", ()) if len(options.planer) == 1 else values["plan"]
    values["udgivelse"] = kept.get("udgivelse", ())
    return {name: each for name, each in values.items() if each}


def draw(options: Options, shown: tuple[str, ...], one_omraade: bool) -> None:
    """One row on a wide screen; on a phone a button with what is chosen, which unfolds them."""
    open_ = bool(st.session_state.get(_SHOWN_ON_PHONE))
    with st.container(key="filterknap"):
        st.button(
            f"{'Skjul filtre' if open_ else 'Filtre'}: {literal(_summary(options))}",
            icon=":material/tune:",
            width="stretch",
            key="filterknap_tryk",
            on_click=_unfold,
            args=(not open_,),
        )
    row = "filtre_aabne" if open_ else "filtre_foldet"
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium", key=row):
        if len(options.planer) > 1:
            st.selectbox("Plan", list(options.planer), format_func=options.planer.get, key=_key("plan"), width=240)
        for name in _MANY:
            if name in shown:
                _many(name, options, only_one=one_omraade and name == "omraade")
        if "statusdato" in shown:
            st.selectbox(
                "Status pr.", options.statusdatoer, format_func=_day, key=_key("statusdato"), width=180, filter_mode=None
            )
        if "periode" in shown:
            _period(options)
        with st.popover("Kopiér link", icon=":material/link:", key="kopier_link"):
            link_field(address.query(pinned(options)))
            st.caption("Linket viser det samme valg og de samme tal, også når der senere kommer nyere.")
        if any(name != "udgivelse" for name in chosen_now(options, {})):
            st.button("Nulstil", type="tertiary", icon=":material/close:", on_click=seed, args=({}, options))


def pinned(options: Options) -> Values:
    """What a link must hold to show the same in a year; page and release are added by the page."""
    return st.session_state["_fastholdt"]


def choice(values: Values, options: Options, release: Release) -> Choice:
    """The filters as questions take them, plan, statusdato and release always given."""

    def month(name: str) -> date | None:
        return danish.first_of_month(values[name][0]) if name in values else None

    til = month("til")
    return Choice(
        plan=options.plan,
        omraade=values.get("omraade", ()),
        indsatsomraade=values.get("indsatsomraade", ()),
        organisation=values.get("organisation", ()),
        fra=month("fra"),
        til=month_end(til) if til else None,
        statusdato=date.fromisoformat(values.get("statusdato", (options.statusdato,))[0]),
        release=release.id,
    )
