"""Status by people beside the computed one: the red squares and who owes an explanation, then each meeting's view.

What people said is looked up by the square it is about: area, indsatsområde and dimension.
"""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any, Final

import streamlit as st

from overblik.answers import Answer, Choice, fetch
from overblik.show import danish, figures, forside_view, links, marks, page, saetninger
from overblik.show import vurderinger_saetninger as words
from overblik.show.beslutninger_view import side_by_side
from overblik.show.text import literal

Row = Mapping[str, Any]
Square = tuple[str, str, str]
Names = tuple[Mapping[str, str], Mapping[str, str]]  # of areas, of indsatsområder

_TABLE: Final = ("moede_dato", "dimension", "omraade_navn", "indsatsomraade_navn", "vurderet", "begrundelse", "rolle",
                 "dato", "ansvarlig_rolle", "svar_frist_dato")  # fmt: skip
_WHOLE: Final = ("ALLE", "ALLE")


def red_squares(assessments: Answer, status: Answer, choice: Choice, seen: Mapping[str, Row]) -> None:
    """Every red square on statusdato with its newest explanation, or that nobody has given one."""
    statusdato: date = status.params["statusdato"]
    names = _names(choice)
    reds = [_named(row, names) for row in _reds(status)]
    known = _newest(assessments, seen, statusdato)
    told = [(row, known.get(_square(row))) for row in reds]
    new = {key for key, meeting in seen.items() if meeting["statusdato"] == statusdato}
    explained = sum(assessed is not None and assessed["moede_id"] in new for _, assessed in told)
    st.subheader(literal(words.reds(len(reds), explained)), anchor=False)
    side_by_side(told, lambda pair: _red(pair[0], pair[1], new), across=2)
    figures.foot(status, unit=marks.status_legend(), heading="Beregnet status", key="vurderinger-roede")


def meeting(assessments: Answer, choice: Choice, seen: Mapping[str, Row]) -> None:
    """One meeting, chosen by the reader: what was computed for it and what people said, side by side."""
    told = {row["moede_id"] for row in assessments.rows()}
    meetings = {row["moede_id"]: row for row in fetch("moeder", choice).rows() if row["moede_id"] in told | set(seen)}
    # The last meeting comes first: what lies ahead of it has hardly been assessed.
    ahead = [key for key, row in meetings.items() if row["dato"] > assessments.params["statusdato"]]
    order = [key for key in meetings if key not in ahead] + ahead[::-1]
    picked = page.pick("moede", "Møde", {key: _title(meetings[key]) for key in order})
    if picked is None:
        st.info("Intet møde har tal eller vurderinger endnu.", icon=":material/info:")
        return
    computed = fetch("status", choice, statusdato=meetings[picked]["statusdato"])
    rows = _side_by_side(assessments, computed, picked, _names(choice))
    st.subheader(literal(words.compared(meetings[picked], rows)), anchor=False)
    side_by_side(rows, _both, across=2)
    then = danish.day(meetings[picked]["statusdato"])
    st.caption(literal(f"Beregnet af denne udgivelses tal pr. {then}; det, mødet selv så, kan siden være rettet."))
    named = [
        {
            **row,
            "omraade_navn": row["omraade_navn"] or "Alle områder",
            "indsatsomraade_navn": row["indsatsomraade_navn"] or "Alle indsatsområder",
            "dimension": marks.DIMENSIONS[row["dimension"]].word,
        }
        for row in assessments.rows()
    ]
    figures.foot(
        assessments,
        unit="Vurderinger",
        heading="Vurderinger",
        key="vurderinger",
        table_columns=_TABLE,
        table_rows=named,
    )


def _side_by_side(assessments: Answer, computed: Answer, meeting_id: str, names: Names) -> list[Row]:
    """What was assessed, then the red squares that nobody has explained to that meeting."""
    by_square = {_square(row): row for row in computed.rows()}
    assessed = [_named(row, names) for row in assessments.rows() if row["moede_id"] == meeting_id]
    assessed.sort(
        key=lambda row: (_square(row)[:2] != _WHOLE, row["hvor"], list(marks.DIMENSIONS).index(row["dimension"]))
    )
    explained = {_square(row) for row in assessed}
    unexplained = [_named(row, names) | {"vurderet": None} for row in _reds(computed) if _square(row) not in explained]
    return [{**row, "beregnet": by_square.get(_square(row))} for row in (*assessed, *unexplained)]


def _both(row: Row) -> None:
    """What was computed and what people said, side by side, with their reason."""
    st.markdown(f"**{literal(row['hvor'])}, {literal(row['hvad'])}**")
    with st.container(horizontal=True, gap="xsmall"):
        _badge("Beregnet", words.computed(row["beregnet"]), row["beregnet"] and row["beregnet"]["status"])
        _badge("Vurderet", words.status(row["vurderet"]), row["vurderet"])
    if row["vurderet"] is None:
        st.markdown(literal(words.explanation(None, is_new=True)))
        return
    st.markdown(literal(row["begrundelse"]))
    st.caption(literal(" · ".join(part for part in (words.by_whom(row), words.answer_owed(row)) if part)))


def _badge(whose: str, told: str, code: str | None) -> None:
    colour = marks.STATUSES[code].badge if code else "gray"
    st.badge(f"{whose}: {literal(told)}", color=colour)  # type: ignore[arg-type]


def _red(row: Row, assessed: Row | None, new: Collection[str]) -> None:
    status = marks.STATUSES[row["status"]]
    lead = f":{status.badge}[**{status.mark}**] **{literal(row['hvor'])}, {literal(row['hvad'])}:**"
    st.markdown(f"{lead} {literal(marks.reason(row['aarsag']))}.")
    is_new = assessed is not None and assessed["moede_id"] in new
    st.markdown(literal(words.explanation(assessed, is_new)))
    target = _target(row)
    if target is not None:
        links.link(f"Se tallene: {row['hvor']}", target, icon=":material/arrow_forward:")


def _reds(status: Answer) -> list[Row]:
    """The red squares and the plan's own red totals; a line's total only repeats its squares."""
    lines = ("omraade_id", "indsatsomraade_kode")
    return [
        row
        for row in status.rows()
        if row["status"] == "roed" and sum(row[name] == "ALLE" for name in lines) != 1
    ]  # fmt: skip


def _newest(assessments: Answer, seen: Mapping[str, Row], statusdato: date) -> dict[Square, Row]:
    """The newest assessment of each square from meetings whose figures end on statusdato or before."""
    newest: dict[Square, Row] = {}
    for row in assessments.rows():  # the newest meeting first
        when = seen.get(row["moede_id"])
        if when is not None and when["statusdato"] <= statusdato:
            newest.setdefault(_square(row), row)
    return newest


def _names(choice: Choice) -> Names:
    areas = {row["omraade_id"]: row["navn"] for row in fetch("valg_omraade", choice).rows()}
    efforts = {row["indsatsomraade_kode"]: row["navn"] for row in fetch("valg_indsatsomraade", choice).rows()}
    return areas, efforts | {"FYSISK": "Fysisk spor"}


def _named(row: Row, names: Names) -> dict[str, Any]:
    """The row with where and what in words."""
    areas, efforts = names
    named = {
        "omraade_navn": areas.get(row["omraade_id"], row["omraade_id"]),
        "indsatsomraade_navn": efforts.get(row["indsatsomraade_kode"], row["indsatsomraade_kode"]),
    }
    return {
        **row,
        "hvor": saetninger.place({**row, **named}),
        "hvad": marks.DIMENSIONS[row["dimension"]].word,
    }


def _target(row: Row) -> figures.Target | None:
    """Where the square is seen: the page of its dimension, with area and indsatsområde; nothing chosen for the plan."""
    if _square(row)[:2] == _WHOLE:
        return links.to(row["dimension"])
    return forside_view.to_square(_square(row))


def _square(row: Row) -> Square:
    return row["omraade_id"], row["indsatsomraade_kode"], row["dimension"]


def _title(row: Row) -> str:
    return f"{danish.day(row['dato'])} · {row['titel']}"
