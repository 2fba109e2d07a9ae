"""One indsats on screen: what it is, money, milestones, activity with its adjustments, and the border to kernedrift."""

from collections.abc import Mapping
from typing import Any, Final

import streamlit as st

from overblik.answers import Answer, Choice, fetch
from overblik.show import address, aktivitet_saetninger, charts, danish, figures, links
from overblik.show import indsatser_saetninger as words
from overblik.show.charts import words as alt_words
from overblik.show.charts.layout import Figure, day_line
from overblik.show.text import literal

Row = Mapping[str, Any]

_WHY_BY_YEAR: Final = (
    "Penge pr. indsats udgives kun pr. kalenderår og uden kategori, fordi løn kan være en enkelt medarbejders. "
    "Beløbene er for hele indsatsen, uanset valgt område."
)


def wanted(choice: Choice) -> str | None:
    """The id that the address names; None where it names none, and with a word where the plan does not have it."""
    named = _named()
    if named is None or _known(choice, named):
        return named
    st.info("Linket nævner en indsats, som planen ikke har. Her er planens indsatser.", icon=":material/info:")
    return None


def name(choice: Choice) -> str | None:
    """What the indsats in the address is called, where there is one."""
    named = _named()
    return next((str(row["navn"]) for row in _known(choice, named)), None) if named else None


def _named() -> str | None:
    return address.own(address.read()).get("indsats", (None,))[-1]


def _known(choice: Choice, indsats_id: str) -> list[dict[str, Any]]:
    return fetch("indsats", choice, indsats=indsats_id).rows()


def about(answer: Answer) -> None:
    """The way back; what the indsats is and for whom; beside it who is responsible, where and when."""
    row = answer.one()
    links.link("Alle indsatser", links.to("indsatser"), icon=":material/arrow_back:")
    left, right = st.columns([3, 2], gap="large")
    with left:
        st.markdown(literal(row["beskrivelse"] or "Beskrivelsen er ikke oplyst."))
        _kernedrift(row)
    with right:
        _facts(
            {
                "Status": row["status_navn"],
                "Periode": f"{danish.day(row['start_dato'])} – {danish.day(row['slut_dato'])}",
                "Ansvarlig": row["ansvarlig_rolle"],
                "Organisation": row["organisation_navn"],
                "Målgruppe": row["maalgruppe"],
                "Indsatsområde": row["indsatsomraade_navn"],
                "Områder": row["omraader"],
                "Kilde": row["kilde"],
            }
        )


def _facts(facts: Mapping[str, str | None]) -> None:
    st.markdown("  \n".join(f"**{literal(name)}:** {literal(text or words.UNTOLD)}" for name, text in facts.items()))


def _kernedrift(row: Row) -> None:
    """The border to kernedrift in words, with the note; a missing value is told as missing."""
    note = f" {literal(row['kernedrift_note'])}" if row["kernedrift_note"] else ""
    text = f"**Grænse til kernedriften: {literal((row['kernedrift_navn'] or words.UNTOLD).lower())}.**{note}"
    if row["kernedrift"] == "uafklaret":
        st.warning(text, icon=":material/help:")
    else:
        st.markdown(text)


def money(about_it: Answer, years: Answer) -> None:
    """Budget and forbrug by calendar year."""
    heading = words.money(about_it.one())
    rows = [row | {"navn": str(row["aar"]), "hvorfor": "endnu ikke"} for row in years.rows()]
    figures.figure(
        heading,
        charts.bars(
            rows, name="navn", value="forbrug_kr", value_name="Forbrug", unit="kr",
            against="budget_kr", against_name="Budget", why="hvorfor",
        ),
        years,
        unit="Kroner pr. kalenderår",
        alt=alt_words.by_group(rows, what="Forbrug pr. kalenderår", name="navn", column="forbrug_kr", unit="kr",
                               against="budget_kr", against_name="budget"),
        key="indsats-penge",
        empty="Der er ikke ført penge på indsatsen for sig; de kan være ført fælles for indsatsområdet.",
    )  # fmt: skip
    st.caption(literal(_WHY_BY_YEAR))


def milestones(answer: Answer) -> None:
    """The indsats' own milestones on a timeline."""
    rows = [row for row in answer.rows() if row["status"] != "bortfaldet"]
    named = [
        row | {"navn": f"{row['navn']} ({row['omraade_navn']})" if row["omraade_navn"] else row["navn"]} for row in rows
    ]
    figures.figure(
        words.progress(answer.rows()),
        charts.timeline(named, statusdato=answer.params["statusdato"]),
        answer,
        unit="Aftalt, forventet og nået dato",
        alt=alt_words.of_timeline(rows),
        narrow=charts.timeline(named, statusdato=answer.params["statusdato"], narrow=True),
        key="indsats-milepaele",
        empty="Der er ingen gældende milepæle i det valgte.",
    )
    if given_up := [row["navn"] for row in answer.rows() if row["status"] == "bortfaldet"]:
        st.caption(literal(f"Bortfaldet: {danish.names(given_up)}."))


def activity(about_it: Answer, months: Answer, adjustments: Answer) -> None:
    """Fremmøder by month, with a line at each adjustment."""
    rows = months.rows()
    drawn = charts.columns(
        rows, value="fremmoeder", name="Fremmøder", unit="antal",
        against="fremmoeder_aaret_foer", against_name="samme måned året før",
        until=months.params["til"],
    )  # fmt: skip
    figures.figure(
        aktivitet_saetninger.months(rows, "fremmoeder", "fremmøde", "fremmøder"),
        marked(drawn, adjustments.rows(), rows) if drawn else None,
        months,
        unit="Antal fremmøder pr. måned",
        alt=alt_words.over_time(rows, what="Fremmøder pr. måned", column="fremmoeder", unit="antal"),
        key="indsats-aktivitet",
        drawn_columns=("fremmoeder", "fremmoeder_aaret_foer"),
        empty=words.begun(about_it.one(), rows, about_it.params["statusdato"]),
    )
    st.caption("Timer udgives ikke pr. indsats, fordi de kan være en enkelt medarbejders.")


def marked(drawn: Figure, adjustments: list[dict[str, Any]], rows: list[dict[str, Any]]) -> Figure:
    """The chart with an upright line at each adjustment that falls inside it, numbered as in the list."""
    first, last = (danish.first_of_month(rows[place]["maaned"]) for place in (0, -1))
    inside = [
        (str(number), row["dato"])
        for number, row in enumerate(adjustments, start=1)
        if first <= row["dato"].replace(day=1) <= last
    ]
    if inside:
        key = drawn["layout"]["annotations"][0]  # the key line moves up, out of the numbers' way
        key |= {"yshift": key["yshift"] + 20, "text": f"{key['text']}    ┆ justering"}
        drawn["layout"]["margin"]["t"] += 20
    for number, day in inside:
        shape, word = day_line(day, number)
        drawn["layout"]["shapes"].append(shape)
        drawn["layout"]["annotations"].append(word)
    return drawn


def adjusted(answer: Answer) -> None:
    """What was adjusted, when, why and by whom."""
    rows = answer.rows()
    if not rows:
        st.subheader("Ingen justeringer er registreret", anchor=False)
    else:
        count = "én gang" if len(rows) == 1 else f"{danish.count(len(rows))} gange"
        st.subheader(literal(f"Indsatsen er justeret {count}, senest {danish.day(rows[-1]['dato'])}"), anchor=False)
    for number, row in enumerate(rows, start=1):
        later = "efter statusdatoen" if row["efter_statusdato"] else None
        parts = (f"Justering {number}", danish.day(row["dato"]), row["omraade_navn"], later)
        st.markdown(
            f"**{literal(' · '.join(part for part in parts if part))}**  \n{literal(row['aendring'])}  \n"
            f":small[Hvorfor: {literal(row['begrundelse'])} Besluttet af: {literal(row['besluttet_af'])}.]"
        )
    figures.foot(answer, unit="Justeringer", heading="Justeringer", key="indsats-justeringer")
