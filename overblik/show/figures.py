"""The one function through which every chart goes: heading, chart, text alternative, table, source, date, origin.

Table and origin are made when the reader opens them, not before: with six charts on a page they would cost more than
the questions.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

import streamlit as st

from overblik.answers import Answer, fetch, maerker
from overblik.show import danish, marks, wrong
from overblik.show.charts import CONFIG, told
from overblik.show.charts.as_is import AsIs
from overblik.show.charts.layout import Figure, Row
from overblik.show.text import literal

NOTHING: Final = "Ingen tal i det valgte."
NOT_DELIVERED: Final = "Ikke leveret: tallene er ikke modtaget endnu."

# A chart that has a narrow form shows that one below this width, and only that one.
NARROW: Final = 700


@dataclass(frozen=True)
class Target:
    """Where a click leads: a page, and what is chosen there."""

    page: str
    query: Mapping[str, str | list[str]] = field(default_factory=dict)


Links = Callable[[Sequence[str]], Target | None]


def figure(
    heading: str,
    drawn: Figure | None,
    answer: Answer,
    *,
    unit: str,
    alt: str,
    key: str,
    narrow: Figure | None = None,
    table_columns: Sequence[str] | None = None,
    table_rows: Sequence[Row] | None = None,
    links: Links | None = None,
    empty: str = NOTHING,
    drawn_columns: Sequence[str] = (),
) -> None:
    """Shows a chart with all that belongs to it, or a calm line where there is nothing to draw.

    `table_columns` names the columns of the table; `table_rows` are the answer's rows where the page has put names for
    codes or picked some out, and the chart shows just those. `drawn_columns` are those whose marks stand in the chart:
    what they mean is told under it.

    `heading` says the message, `unit` in words what is counted, `alt` in sentences what the chart shows; `links` turns
    the ids of what was clicked (the chart's customdata) into a target.
    """
    with st.container(key=f"figur-{key}", gap="xsmall"):
        st.subheader(literal(heading), anchor=False)
        if drawn is None:
            st.info(literal(empty), icon=":material/info:")
        else:
            _chart(drawn, narrow, alt=told.whole(drawn, told.sentences(heading, alt)), key=key, links=links)
        legend(answer.rows() if table_rows is None else table_rows, drawn_columns)
        _foot(answer, unit, heading, table_columns, table_rows, key)


def _chart(drawn: Figure, narrow: Figure | None, *, alt: str, key: str, links: Links | None) -> None:
    if narrow is None:
        _plot(drawn, alt=alt, key=f"{key}-bred", links=links)
        return
    # Only one of the two is ever visible, and display: none takes the other from screen readers too. Plotly takes what
    # is not seen for 0 px high, and would cut it there when the screen is turned: its height is known here.
    heights = "".join(
        f".st-key-{key}-{form}-ramme .js-plotly-plot {{ min-height: {variant['layout']['height']}px }}"
        for form, variant in (("bred", drawn), ("smal", narrow))
    )
    st.html(
        f"<style>{heights} @media (max-width: {NARROW}px) {{ .st-key-{key}-bred-ramme {{ display: none }} }}"
        f"@media (min-width: {NARROW + 1}px) {{ .st-key-{key}-smal-ramme {{ display: none }} }}</style>"
    )
    for form, variant in (("bred", drawn), ("smal", narrow)):
        with st.container(key=f"{key}-{form}-ramme"):
            _plot(variant, alt=alt, key=f"{key}-{form}", links=links)


def _plot(drawn: Figure, *, alt: str, key: str, links: Links | None) -> None:
    if links is None:
        st.plotly_chart(AsIs(drawn), config=CONFIG, alt=alt, key=key)
        return
    chosen = st.plotly_chart(AsIs(drawn), config=CONFIG, alt=alt, key=key, on_select="rerun", selection_mode="points")
    points = chosen["selection"]["points"]
    ids = points[0].get("customdata") if points else None
    target = links([str(one) for one in ids]) if ids else None
    if target is not None:
        st.switch_page(target.page, query_params=dict(target.query))


@wrong.part()
def _foot(
    answer: Answer,
    unit: str,
    heading: str,
    table_columns: Sequence[str] | None,
    table_rows: Sequence[Row] | None,
    key: str,
) -> None:
    """Unit, source and date on one line, then the table and the origin of the numbers, one key away."""
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key=f"{key}-fod"):
        st.caption(literal(" · ".join(part for part in (unit, dated(answer)) if part)), width="content")
        # The two keys stay together where the line is too short for all of it.
        with st.container(horizontal=True, gap="xsmall", width="content"):
            as_table = st.popover(
                "Vis som tabel", type="tertiary", icon=":material/table:", on_change="rerun", key=f"{key}-tabel"
            )
            origin = st.popover(
                "Hvor kommer tallet fra?",
                type="tertiary",
                icon=":material/info:",
                on_change="rerun",
                key=f"{key}-kilde",
            )
    if as_table.open:
        with as_table:
            from overblik.show.tables import table  # pandas is loaded by the first reader who opens a table

            table(
                answer,
                table_columns,
                rows=table_rows,
                alt=f"{heading}: de samme tal som i figuren",
                key=f"{key}-tabel-tal",
            )
    if origin.open:
        with origin:
            _origin(answer)


def legend(rows: Sequence[Row], columns: Sequence[str]) -> None:
    """The line that says what the marks among these figures mean; nothing where there are none."""
    if meaning := marks.legend(maerker.of(row, name) for row in rows for name in columns):
        st.caption(literal(meaning))


def foot(
    answer: Answer,
    *,
    unit: str,
    heading: str,
    key: str,
    table_columns: Sequence[str] | None = None,
    table_rows: Sequence[Row] | None = None,
) -> None:
    """The same line under what is no chart: a list that a page has drawn itself."""
    _foot(answer, unit, heading, table_columns, table_rows, key)


def dated(answer: Answer) -> str:
    """Kilde: SB og FOB · status pr. 31. marts 2023 · tal opdateret 12. april 2023."""
    known = _organisations(answer.release.id)
    folders = {source["organisation"] for source in answer.rests_on() if source["organisation"]}
    organisations = danish.in_order({known.get(folder.casefold(), folder) for folder in folders})
    statusdato = answer.params.get("statusdato")
    parts = [
        f"Kilde: {danish.names(organisations)}" if organisations else "Kilde: de leverede udtræk",
        f"status pr. {danish.day(statusdato)}" if statusdato else "",
        f"tal opdateret {danish.day(answer.release.updated)}",
    ]
    return " · ".join(part for part in parts if part)


def _organisations(release: str) -> dict[str, str]:
    """Names of those who deliver, by their folder in small letters: a file share may differ in case from the id."""
    rows = fetch("leverancer", release=release).rows()
    return {row["mappe"].casefold(): row["organisation"] for row in rows if row["mappe"]}


def _origin(answer: Answer) -> None:
    """Definition, what was chosen, the SQL itself, the deliveries, the release."""
    question = answer.question
    st.markdown(f"**{literal(question.title)}**")
    st.markdown(literal(question.definition))
    st.markdown("**Valgt**")
    st.markdown("\n".join(f"- {literal(name)}: {literal(_chosen(value))}" for name, value in answer.params.items()))
    st.markdown("**Leverancer, som tallet hviler på**")
    st.markdown("\n".join(f"- {literal(_delivery(source))}" for source in answer.rests_on()) or "Ingen er oplyst.")
    st.markdown("**Beregningen (SQL)**")
    st.code(question.sql, language="sql", wrap_lines=True)
    st.caption(f"Udgivelse {literal(answer.release.id[:12])} · spørgsmål {literal(question.name)}")


def _delivery(source: Mapping[str, Any]) -> str:
    newest = source.get("nyeste_dato")
    parts = [
        str(source["fil"]),
        f"{danish.count(source['raekker'])} rækker",
        f"nyeste dato {danish.day(date.fromisoformat(newest))}" if newest else "",
        f"modtaget {danish.day(datetime.fromisoformat(source['modtaget']).date())}",
    ]
    return " · ".join(part for part in parts if part)


def _chosen(value: object) -> str:
    if isinstance(value, date):
        return danish.day(value)
    if isinstance(value, (tuple, list)):
        return danish.names(map(str, value)) if value else "alle"
    return str(value)
