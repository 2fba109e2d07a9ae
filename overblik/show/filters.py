"""The filters' state: what stands in them, what that means as a choice, and what a lasting link must hold.

Each filter is a widget with a key of its own here; filter_row.py draws them, address.py decides when the address
rules and when they do. Their values are known before they are drawn, so a page asks its questions once.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import streamlit as st

from overblik.answers import Choice, Release
from overblik.answers.choice import month_end
from overblik.show import danish
from overblik.show.address import Values
from overblik.show.filter_options import Options

ALL: Final = ("omraade", "indsatsomraade", "organisation", "statusdato", "periode")
MANY: Final = ("omraade", "indsatsomraade", "organisation")
_SINGLE: Final = ("plan", "fra", "til", "statusdato")


@dataclass(frozen=True)
class Form:
    """The filters of one page in one run: the choices there are, and which filters are drawn."""

    options: Options
    shown: tuple[str, ...]

    @property
    def defaults(self) -> dict[str, str]:
        """What the filters that hold exactly one value hold when nothing is chosen."""
        return {
            "plan": self.options.own_plan,
            "fra": "",
            "til": "",
            "statusdato": self.options.statusdato,
        }


def key(name: str) -> str:
    """The widget's key in Streamlit's state."""
    return f"filter_{name}"


def seed(chosen: Values, form: Form) -> None:
    """Lets the filters stand as chosen, before they are drawn."""
    for name in MANY:
        st.session_state[key(name)] = list(chosen.get(name, ()))
    for name, nothing in form.defaults.items():
        st.session_state[key(name)] = chosen.get(name, (nothing,))[0]


def moved(drawn: Mapping[str, Any]) -> bool:
    """True where a filter no longer stands as it was drawn in the last run."""
    return any(name in st.session_state and st.session_state[name] != value for name, value in drawn.items())


def state(form: Form) -> dict[str, Any]:
    """How the filters stand now, by key."""
    return {key(name): st.session_state[key(name)] for name in (*MANY, *form.defaults)}


def plan_now() -> str | None:
    """The plan that the filter holds, where it has been drawn."""
    plan: str | None = st.session_state.get(key("plan"))
    return plan


def forget_defaults(chosen: Values, drawn: Mapping[str, Any]) -> None:
    """With another release: what stood at its default, and was not moved, is left to the new release's default.

    Or the newest statusdato of yesterday would stand as a choice that nobody made.
    """
    for name in _SINGLE:
        if name not in chosen and st.session_state.get(key(name)) == drawn.get(key(name)):
            st.session_state.pop(key(name), None)


def settle(form: Form) -> None:
    """Takes from the filters what a new release or another plan no longer has: Streamlit would refuse to draw it."""
    for name in MANY:
        held = st.session_state.get(key(name)) or ()
        st.session_state[key(name)] = [value for value in held if value in form.options.known(name)]
    for name, nothing in form.defaults.items():
        if st.session_state.get(key(name)) not in form.options.known(name):
            st.session_state[key(name)] = nothing
    fra, til = st.session_state[key("fra")], st.session_state[key("til")]
    if fra and til and til < fra:
        st.session_state[key("til")] = ""


def chosen_now(form: Form) -> Values:
    """What the filters hold, in the options' order, defaults left out."""
    values: Values = {}
    for name in MANY:
        held = st.session_state[key(name)]
        values[name] = tuple(value for value in form.options.known(name) if value in held)
    for name, nothing in form.defaults.items():
        held = st.session_state[key(name)]
        values[name] = (held,) if held != nothing else ()
    return {name: each for name, each in values.items() if each}


def choice(values: Values, form: Form, release: Release) -> Choice:
    """The filters as questions take them; plan, statusdato and release are always given."""

    def month(name: str) -> date | None:
        return danish.first_of_month(values[name][0]) if name in values else None

    til = month("til")
    return Choice(
        plan=form.options.plan,
        omraade=values.get("omraade", ()),
        indsatsomraade=values.get("indsatsomraade", ()),
        organisation=values.get("organisation", ()),
        fra=month("fra"),
        til=month_end(til) if til else None,
        statusdato=date.fromisoformat(values.get("statusdato", (form.options.statusdato,))[0]),
        release=release.id,
    )


def pinned(chosen: Choice) -> Values:
    """What a link must hold to show the same in a year, whatever has been published since."""
    months = {"fra": chosen.fra, "til": chosen.til}
    return {
        "plan": (str(chosen.plan),),
        **{name: getattr(chosen, name) for name in MANY if getattr(chosen, name)},
        **{name: (f"{month:%Y-%m}",) for name, month in months.items() if month},
        "statusdato": (str(chosen.statusdato),),
        "udgivelse": (str(chosen.release)[:16],),
    }
