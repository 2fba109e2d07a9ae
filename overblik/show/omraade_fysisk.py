"""The physical side of an area: its development plan's target and deadline, and how far the criteria's limits are."""

from typing import Final

import streamlit as st

from overblik.answers import Answer
from overblik.show import charts, figures, tables
from overblik.show import omraade_saetninger as words
from overblik.show.charts import words as alt_words
from overblik.show.text import literal

_COLUMNS: Final = ("kriterium", "vaerdi", "foer_vaerdi", "operator_navn", "graense", "afstand", "opfyldt")


def development_plan(plans: Answer, course: Answer) -> None:
    """Each development plan of the area: the share of family homes over time against its target, and its facts."""
    if not plans.rows():
        st.info("Området har ingen udviklingsplan i det leverede.", icon=":material/info:")
    for row in plans.rows():
        plan = row["udviklingsplan_id"]
        rows = [one for one in course.rows() if one["udviklingsplan_id"] == plan]
        series = [
            charts.Series("maal_andel_pct", "Mål", "plan"),
            charts.Series("plan_pct", "Udviklingsplanen", "forecast"),
            charts.Series("faktisk_pct", "Faktisk"),
        ]
        figures.figure(
            words.share(row),
            charts.lines(rows, series, unit="pct", month="opgjort_dato", height=260) if rows else None,
            course,
            unit="Almene familieboliger i procent af alle boliger",
            alt=alt_words.over_time(
                rows, what="Andel almene familieboliger", column="faktisk_pct", unit="pct", month="opgjort_dato"
            ),
            key=f"udviklingsplan-{plan}",
            table_rows=rows,
            table_columns=("opgjort_dato", "faktisk_pct", "plan_pct", "maal_andel_pct"),
            empty="Boligerne er ikke opgjort.",
        )
        facts = words.development_plan(row)
        st.markdown("\n".join(f"- **{literal(name)}:** {literal(text)}" for name, text in facts.items()))


def criteria(answer: Answer) -> None:
    """How far the area is from each limit on the newest list."""
    rows = answer.rows()
    if not rows:
        st.info("Ingen kriterier i det leverede for området.", icon=":material/info:")
        return
    st.subheader(literal(words.criteria(rows)), anchor=False)
    columns = {name: answer.question.columns[name] for name in _COLUMNS}
    tables.rows_table(rows, columns, alt="Områdets kriterier og afstanden til grænserne", key="kriterier")
    listed = "Området er på listen." if any(row["udpeget"] for row in rows) else "Området er ikke på listen."
    note = "Afstand over 0: området er fri af grænsen; under 0: kriteriet er opfyldt. "
    st.caption(literal(f"{note}{listed} {figures.dated(answer)}"))
