"""Decisions on screen: the next agenda, what is open (overdue first), and each meeting with the figures it had."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

import streamlit as st

from overblik.answers import Answer, Choice, fetch
from overblik.show import beslutninger_saetninger as words
from overblik.show import danish, figures, links
from overblik.show.omraade_saetninger import decision_state
from overblik.show.text import literal

Row = Mapping[str, Any]

_NO_FIGURES: Final = "Planen har ingen tal fra mødets tid."
_TABLE: Final = ("moede_dato", "nr", "emne", "beslutning", "kompetence", "ansvarlig_rolle", "frist_dato", "dage_over",
                 "udfoert_dato", "er_aaben", "omraade_navn", "kilde")  # fmt: skip
_KIND_COLOURS: Final = {"B": "blue", "D": "violet", "O": "gray"}


def sentence(choice: Choice) -> str:
    """The page's first line: what is to be discussed, what is late, what is awaited."""
    delivered = {row["tabel"] for row in fetch("leverede_tabeller", choice).rows() if row["er_leveret"]}
    if not delivered & {"beslutning", "godkendelse"}:
        return "Beslutninger og godkendelser er ikke leveret"
    decisions = fetch("beslutninger", choice).rows()
    approvals = fetch("godkendelser", choice).rows()
    return words.heading(
        [row for row in decisions if row["er_til_naeste"]],
        [row for row in decisions if row["er_forsinket"]],
        [row for row in approvals if row["afventes"]],
    )


def left_out(choice: Choice) -> None:
    """Names the points that a filter on areas leaves out: they belong to no single area."""
    if not choice.omraade and not choice.organisation:
        return
    everything = fetch("beslutninger", choice, omraade=(), organisation=()).rows()
    shared = len([row for row in everything if row["omraade_id"] is None])
    if shared:
        which = "Ét fælles punkt" if shared == 1 else f"{danish.count(shared)} fælles punkter"
        st.caption(f":material/info: {which} uden område indgår ikke i dette udvalg.")


def agenda(decisions: Answer, meetings: Answer) -> None:
    """The next meeting's points: to decide, to discuss, to hear; who decides, who prepares, who else is asked."""
    coming = next((meeting for meeting in meetings.rows() if meeting["er_naeste"]), None)
    rows = [row for row in decisions.rows() if row["er_til_naeste"]]
    rows.sort(key=lambda row: (row["moede_dato"], row["nr"]))
    st.subheader(literal(words.agenda(coming, rows)), anchor=False)
    side_by_side(rows, _point, across=3)
    if others := words.asked(rows):
        told = "\n".join(
            f"- **{literal(who)}** bliver spurgt om: {literal(danish.names(f'“{one}”' for one in subjects))}"
            for who, subjects in others
        )
        st.markdown(told)


def still_open(decisions: Answer, meetings: Answer, seen: Mapping[str, Row]) -> None:
    """Decisions of meetings that were held and not carried out, overdue first.

    `seen` are the meetings that the plan has figures for.
    """
    held = _held(meetings, decisions)
    rows = [row for row in decisions.rows() if row["er_aaben"] and row["moede_id"] in held]
    st.subheader(literal(words.open_ones(rows)), anchor=False)
    side_by_side(rows, lambda row: _open(row, seen.get(row["moede_id"])), across=2)


def per_meeting(decisions: Answer, meetings: Answer, seen: Mapping[str, Row]) -> None:
    """Every meeting that was held, newest first: its points, what became of them, and the figures it concerned."""
    with st.container(gap="xsmall"):
        for meeting in _held(meetings, decisions).values():
            items = [row for row in decisions.rows() if row["moede_id"] == meeting["moede_id"]]
            if items:
                _meeting(meeting, items, seen.get(meeting["moede_id"]))
    named = [{**row, "omraade_navn": row["omraade_navn"] or "Fælles"} for row in decisions.rows()]
    figures.foot(
        decisions,
        unit="Beslutninger",
        heading="Beslutninger",
        key="beslutninger",
        table_columns=_TABLE,
        table_rows=named,
    )


def _meeting(meeting: Row, items: Sequence[Row], seen: Row | None) -> None:
    with st.expander(literal(words.meeting(meeting, items))):
        st.markdown("\n".join(_item(row) for row in sorted(items, key=lambda row: row["nr"])))
        _trail(items, seen)


def side_by_side(rows: Sequence[Any], draw: Callable[[Any], None], across: int) -> None:
    """Cards in rows of so many; row by row, so that a phone keeps their order."""
    for first in range(0, len(rows), across):
        for column, row in zip(st.columns(across, gap="small"), rows[first : first + across], strict=False):
            with column.container(border=True, height="stretch", gap="xxsmall"):
                draw(row)


def _point(row: Row) -> None:
    st.badge(f"Til {words.KINDS[row['art']]}", color=_KIND_COLOURS[row["art"]])  # type: ignore[arg-type]
    st.markdown(f"**{literal(row['emne'])}**")
    if row["beslutning"]:
        st.markdown(literal(row["beslutning"]))
    if decides := words.who_decides(row):
        st.markdown(literal(decides))
    _caption(words.responsible(row), words.deadline(row))
    _now(row)


def _open(row: Row, seen: Row | None) -> None:
    late = bool(row["er_forsinket"])
    st.badge(f"{'✕' if late else '○'} {words.deadline(row)}", color="red" if late else "gray")
    st.markdown(f"**{literal(row['emne'])}:** {literal(words.outcome(row))}")
    decides = words.body(row["kompetence"])
    _caption(
        words.responsible(row),
        f"afgøres af {decides}" if decides else "",
        row["omraade_navn"] or "",
        f"møde {danish.day(row['moede_dato'])}",
    )
    if seen is None:
        st.caption(_NO_FIGURES)
    else:
        _, target = _then(row, seen)
        links.link(f"Tallene dengang: {danish.day(seen['statusdato'])}", target, icon=":material/arrow_forward:")


def _item(row: Row) -> str:
    kind = words.KINDS[row["art"]]
    state = danish.capitalised(decision_state(row))
    decides = words.body(row["kompetence"])
    decided_by = f" Afgøres af {decides}." if decides else ""
    source = f" Kilde: {row['kilde']}." if row["kilde"] else ""
    told = f"{words.outcome(row)} {state}. {words.responsible(row)}.{decided_by}{source}"
    return f"- **{literal(row['nr'])}. {literal(row['emne'])}** (til {kind}): {literal(told)}"


def _caption(*parts: str) -> None:
    st.caption(literal(" · ".join(part for part in parts if part)))


def _now(row: Row) -> None:
    """To the figures that the point is about, as they stand now."""
    if row["omraade_id"]:
        links.link(
            f"Se tallene: {row['omraade_navn']}",
            links.to("omraade", omraade=row["omraade_id"]),
            icon=":material/arrow_forward:",
        )


def _trail(items: Iterable[Row], seen: Row | None) -> None:
    """To the figures that the meeting had before it: of the areas that it spoke of, and of the whole plan."""
    if seen is None:
        st.caption(_NO_FIGURES)
        return
    st.caption(literal(f"Tallene dengang, status pr. {danish.day(seen['statusdato'])}:"))
    links.row(dict(_then(row, seen) for row in items).items())


def _then(row: Row, seen: Row) -> tuple[str, figures.Target]:
    """The figures that a point was about, as the meeting could see them: by name, and where they are."""
    statusdato = seen["statusdato"].isoformat()
    if row["omraade_id"]:
        return row["omraade_navn"], links.to("omraade", omraade=row["omraade_id"], statusdato=statusdato)
    return "hele planen", links.to("overblik", statusdato=statusdato)


def _held(meetings: Answer, decisions: Answer) -> dict[str, Row]:
    """The meetings on statusdato or before, newest first."""
    statusdato = decisions.params["statusdato"]
    return {row["moede_id"]: row for row in meetings.rows() if row["dato"] <= statusdato}
