"""The candidate on screen: what new figures would change, before anybody sees them; and who may release them, does."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any, Final

import streamlit as st

from overblik import access, contract
from overblik.answers import Choice, Column, Release, comparing
from overblik.answers.ahead import Ahead, ahead, new_warnings, points, rows_per_table, sums
from overblik.answers.changed_rows import changed_rows
from overblik.show import danish, forside, marks, reader, requests, saetninger, siden_saetninger, tables, units
from overblik.show import dataleverancer_saetninger as words
from overblik.show.dataleverancer_nu import released, waiting_release
from overblik.show.dataleverancer_udgivelser import new_files
from overblik.show.text import literal

Row = Mapping[str, Any]

_ROWS: Final = {
    "navn": Column("Tabel", "tekst"),
    "foer": Column("Rækker nu", "antal"),
    "nu": Column("Rækker i de nye tal", "antal"),
}
_CHANGED: Final = {
    "navn": Column("Tabel", "tekst"),
    "nye": Column("Nye rækker", "antal"),
    "fjernede": Column("Fjernede rækker", "antal"),
    "aendrede": Column("Ændrede rækker", "antal"),
}
# Tables that no delivery has: they are made of several.
_MADE: Final = {
    "plan": "Planer",
    "omraade": "Områder",
    "oekonomi_maaned": "Beløb pr. måned",
    "oekonomi_indsats_aar": "Beløb pr. indsats og år",
    "aktivitet_maaned": "Fremmøder pr. måned",
    "aktivitet_dag": "Aktiviteter pr. dag",
    "timer_maaned": "Timer pr. måned",
}
_SUMS: Final = {
    "sted": Column("Område", "tekst"),
    "aar": Column("År", "tekst"),
    "maal": Column("Tal", "tekst"),
    "foer": Column("Nu", "tekst"),
    "nu": Column("I de nye tal", "tekst"),
    "forskel": Column("Forskel", "tekst"),
}
_TURNED: Final = {
    "sted": Column("Hvor", "tekst"),
    "dimension": Column("Hvad", "tekst"),
    "foer": Column("Nu", "tekst"),
    "nu": Column("I de nye tal", "tekst"),
}


def waiting() -> None:
    """Nothing where no candidate waits; else what it would change, and the buttons for who may release."""
    candidate = waiting_release()
    if candidate is None:
        return
    in_force = released(None)
    with st.container(border=True, key="kandidat"):
        st.subheader("Nye tal venter på at blive udgivet", anchor="kandidat")
        st.markdown(literal(words.candidate(candidate.created, new_files(candidate, in_force))))
        pair = ahead(in_force, candidate)
        if pair is None:
            st.markdown("Der er ingen udgivne tal at sammenligne med.")
        else:
            _front_page(pair)
            _turned(pair)
            _points(pair)
            _rows(pair)
            _sums(pair)
        _warnings(new_warnings(in_force, candidate))
        _buttons(candidate)


def _buttons(candidate: Release) -> None:
    if not reader.may(access.RELEASE):
        st.caption("Du kan se, hvad der ville ændre sig, men ikke udgive tallene.")
        return
    with st.container(horizontal=True, gap="small"):
        told = "Alle, der ser siderne, får da de nye tal. De nuværende kan gendannes."
        requests.confirmed("Udgiv", told, "Ja, udgiv", "udgiv", candidate.id, primary=True)
        told = "De nye tal udgives ikke, og filerne skal afleveres igen, når de er rettet."
        requests.confirmed("Afvis", told, "Ja, afvis", "afvis", candidate.id)


def _front_page(pair: Ahead) -> None:
    """The sentence at the top of the front page, now and then."""
    before, after = (
        forside.sentence(
            Choice(plan=pair.plan, release=one.id, statusdato=one.default_statusdato(pair.plan), fra=None, til=None)
        )
        for one in (pair.before, pair.after)
    )
    if before == after:
        st.markdown(f"**Forsidens sætning er den samme:** {literal(after)}.")
    else:
        st.markdown(f"**Forsiden siger nu:** {literal(before)}.")
        st.markdown(f"**Forsiden ville sige:** {literal(after)}.")


def _turned(pair: Ahead) -> None:
    then, now = pair.both("status")
    changes = comparing.turned(then.rows(), now.rows())
    st.markdown(f"**{literal(words.turned(len(changes)))}**")
    if not changes:
        return
    names = {row["omraade_id"]: row["navn"] for answer in pair.both("valg_omraade") for row in answer.rows()}
    codes = {
        row["indsatsomraade_kode"]: row["navn"] for answer in pair.both("valg_indsatsomraade") for row in answer.rows()
    } | {"FYSISK": "Fysisk spor"}
    rows = [
        {
            "sted": saetninger.place(
                row
                | {
                    "omraade_navn": names.get(row["omraade_id"], row["omraade_id"]),
                    "indsatsomraade_navn": codes.get(row["indsatsomraade_kode"], row["indsatsomraade_kode"]),
                }
            ),
            "dimension": marks.DIMENSIONS[row["dimension"]].word,
            "foer": siden_saetninger.status(row["foer"]),
            "nu": siden_saetninger.status(row["nu"]),
        }
        for row in sorted(changes, key=siden_saetninger.rank)
    ]
    tables.rows_table(rows, _TURNED, alt="Statusser, der ville vende", key="kandidat-status")


def _points(pair: Ahead) -> None:
    """Sentences of Opmærksomhedspunkter that would appear, and those that would go."""
    appear, go = points(pair)
    for heading, rows, release in (
        ("Nye opmærksomhedspunkter", appear, pair.after),
        ("Opmærksomhedspunkter, der forsvinder", go, pair.before),
    ):
        if rows:
            day = release.default_statusdato(pair.plan)
            st.markdown(f"**{heading}**")
            st.markdown(
                "\n".join(f"- {literal(f'{saetninger.place(row)}: {saetninger.what(row, day)}')}" for row in rows)
            )


def _rows(pair: Ahead) -> None:
    """Rows handed in per table, and rows added, removed and changed in the figures that are made of them."""
    with st.expander("Rækker pr. tabel"):
        tables.rows_table(rows_per_table(pair), _ROWS, alt="Afleverede rækker, før og efter", key="kandidat-raekker")
        changed = [{**asdict(each), "navn": _name(each.tabel)} for each in changed_rows(pair.before, pair.after)]
        st.markdown("**I de udgivne tabeller**")
        tables.rows_table(changed, _CHANGED, alt="Nye, fjernede og ændrede rækker", key="kandidat-aendret")


def _name(table: str) -> str:
    """What readers call a table of the release."""
    known = contract.tables().get(table)
    return known.label if known else _MADE.get(table, table)


def _sums(pair: Ahead) -> None:
    found = sums(pair)
    labels = {
        "budget_kr": ("Budget", "kr"),
        "forbrug_kr": ("Forbrug", "kr"),
        "fremmoeder": ("Fremmøder", "antal"),
    }
    rows = [
        {
            "sted": row["omraade_navn"] or "Hele planen",
            "aar": str(row["aar"]),
            "maal": labels[row["maal"]][0],
            "foer": units.shown(row["foer"], labels[row["maal"]][1], row["foer_maerke"]),
            "nu": units.shown(row["nu"], labels[row["maal"]][1], row["nu_maerke"]),
            "forskel": siden_saetninger.difference(_difference(row), labels[row["maal"]][1]),
        }
        for row in found
    ]
    with st.expander(literal(words.sums_heading(len(rows)))):
        if rows:
            tables.rows_table(rows, _SUMS, alt="Summer pr. område og år, før og efter", key="kandidat-summer")


def _difference(row: Row) -> Any:
    return None if row["foer"] is None or row["nu"] is None else row["nu"] - row["foer"]


def _warnings(messages: Sequence[str]) -> None:
    if messages:
        count = len(messages)
        with st.expander(
            f"{danish.count(count)} {'ny bemærkning' if count == 1 else 'nye bemærkninger'}", expanded=True
        ):
            st.markdown("\n".join(f"- {literal(message)}" for message in messages))
