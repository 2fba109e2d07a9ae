"""The filters as they are drawn: one row on a wide screen, on a phone a button that says what is chosen and unfolds."""

from collections.abc import Collection
from datetime import date
from typing import Final

import streamlit as st

from overblik.show import danish, filters
from overblik.show.address import Values
from overblik.show.browser import link_field
from overblik.show.filters import MANY, Form, key
from overblik.show.text import literal

_LABELS: Final = {"omraade": "Område", "indsatsomraade": "Indsatsområde", "organisation": "Boligorganisation"}
_NOTHING: Final = {
    "omraade": "Alle områder",
    "indsatsomraade": "Alle indsatsområder",
    "organisation": "Alle boligorganisationer",
}

# Pills show all choices at a glance, but only few and short names leave room for the rest of the row.
_PILLS, _LETTERS = 4, 48

_UNFOLDED: Final = "filtre_foldet_ud"

# Streamlit does not know the width of the screen, so which form is seen is the style sheet's to say.
STYLE: Final = """
.st-key-filterknap { display: none }
/* Pills as high as the lists beside them, so that the labels over them stand on one line. */
.st-key-filtre [data-testid="stButtonGroup"] button { min-height: 2.5rem }
@media (max-width: 640px) {
    .st-key-filterknap { display: flex }
    .st-key-hoved:not(:has(.filtre-foldet-ud)) .st-key-filtre { display: none }
}
@media print { .st-key-filterknap, .st-key-filtre { display: none } }
"""


def draw(form: Form, chosen: Values) -> None:
    """Draws the filters that the page has."""
    unfolded = bool(st.session_state.get(_UNFOLDED))
    with st.container(key="filterknap", gap=None):
        st.button(
            "Skjul filtre" if unfolded else f"Filtre: {literal(summary(form, chosen))}",
            icon=":material/tune:",
            width="stretch",
            key="filtre_fold",
            on_click=_unfold,
            args=(not unfolded,),
        )
        # A mark for the style sheet. Were it the container's key, the browser would make button and filters anew:
        # focus would be lost, and so would a click on a filter in that moment.
        if unfolded:
            st.html('<span class="filtre-foldet-ud"></span>')
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="filtre"):
        if len(form.options.planer) > 1:
            planer = form.options.planer
            st.selectbox("Plan", list(planer), format_func=lambda one: planer[one], key=key("plan"), width=260)
        for name in MANY:
            if name in form.shown:
                _many(name, form)
        if "statusdato" in form.shown:
            st.selectbox(
                "Status pr.",
                form.options.statusdatoer,
                format_func=lambda day: danish.day(date.fromisoformat(day)),
                key=key("statusdato"),
                width=160,
            )
        if "periode" in form.shown:
            _period(form)


def draw_reset(form: Form) -> None:
    """A button that lifts every filter."""
    st.button("Nulstil filtre", type="tertiary", icon=":material/close:", on_click=filters.seed, args=({}, form))


def draw_link(link: str) -> None:
    """What shows a colleague the same; `link` is the query of a link that lasts."""
    with st.popover("Kopiér link", type="tertiary", icon=":material/link:"):
        link_field(link)
        st.caption("Linket viser det samme valg og de samme tal, også når der senere kommer nyere.")


def summary(form: Form, chosen: Values) -> str:
    """What is chosen, in few words: Nordbyen · AB · 31. marts 2023."""
    words: list[str] = []
    for name in MANY:
        names = getattr(form.options, name)
        picked = [names[value] for value in chosen.get(name, ())]
        if picked:
            words.append(picked[0] if len(picked) == 1 else f"{len(picked)} {_LABELS[name].lower()}r")
    day = chosen.get("statusdato", (form.options.statusdato,))[0]
    return " · ".join([*(words or ["alle områder"]), danish.day(date.fromisoformat(day))])


def _many(name: str, form: Form) -> None:
    names = getattr(form.options, name)
    if not names:
        return
    options, label, said = list(names), _LABELS[name], {id_: literal(each) for id_, each in names.items()}
    if _fit_as_pills(names.values()):
        st.pills(label, options, format_func=lambda one: said[one], selection_mode="multi", key=key(name))
    else:
        st.multiselect(
            label, options, format_func=lambda one: names[one], placeholder=_NOTHING[name], select_all=False,
            key=key(name), width=220,
        )  # fmt: skip


def _period(form: Form) -> None:
    months = form.options.maaneder
    fra, til = st.session_state[key("fra")], st.session_state[key("til")]
    ends = f"{danish.short_month(fra or None, 'start')}–{danish.short_month(til or None, 'status')}"
    words = ends if fra or til else "hele planen"
    with st.popover(f"Periode: {words}", icon=":material/date_range:"):
        st.selectbox(
            "Fra og med",
            ["", *months],
            format_func=lambda month: danish.month(month) if month else "planens start",
            key=key("fra"),
        )
        st.selectbox(
            "Til og med",
            ["", *(month for month in months if month >= fra)],
            format_func=lambda month: danish.month(month) if month else "statusdatoen",
            key=key("til"),
        )
        st.caption("Perioden gælder grafer over tid og aktivitet. Budget, forbrug og status tæller fra planens start.")


def _fit_as_pills(names: Collection[str]) -> bool:
    return len(names) <= _PILLS and sum(map(len, names)) <= _LETTERS


def _unfold(unfold: bool) -> None:
    st.session_state[_UNFOLDED] = unfold
