"""Every table as a file: Excel with a sheet on where it is from, CSV for Danish Excel, CSV for programs.

A file is made when somebody asks for it, from the rows that the screen shows: what is hidden there is a word here.
"""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

import streamlit as st
from streamlit.errors import StreamlitDuplicateElementKey

from overblik.answers import Answer, Choice, Column, Release, maerker
from overblik.regneark import Ark, Head, csv_danish, csv_international
from overblik.show import danish, forside, units

Row = Mapping[str, Any]

_FACTS: Final = "_tabelfakta"
_SHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def remember(title: str, choice: Choice, release: Release) -> None:
    """What every table of this page's run tells of itself when it leaves: page, choice, release."""
    period = [danish.month(day) for day in (choice.fra, choice.til) if day]
    facts = [
        ("Side", title),
        ("Eksempeldata", "Tallene er opdigtede") if release.is_example else ("", ""),
        ("Valgt", forside.chosen_part(choice) or "Hele planen"),
        ("Periode", " – ".join(period)) if period else ("", ""),
        ("Status pr.", danish.day(choice.statusdato)),
        ("Tal opdateret", danish.day(release.updated)),
        ("Udgivelse", release.id),
    ]
    st.session_state[_FACTS] = tuple(fact for fact in facts if fact[1])


def chosen() -> str:
    """What the page was narrowed to and as of when: Nordbyen · status pr. 31. marts 2023."""
    facts = dict(_of_the_page())
    parts = [facts.get("Valgt", ""), facts.get("Periode", ""), f"status pr. {facts['Status pr.']}" if facts else ""]
    return " · ".join(part for part in parts if part)


def offer(rows: Sequence[Row], columns: Mapping[str, Column], title: str, answer: Answer | None = None) -> None:
    """Three quiet buttons under a table. One that stands twice on a page, the same to the last row, has them once."""
    ark = sheet(rows, columns, title, answer)
    told = repr((title, list(columns), len(rows), rows[0] if rows else ())).encode()
    key = f"hent-{hashlib.sha256(told).hexdigest()[:12]}"
    name = _file_name(title)
    files = (
        ("Excel", f"{name}.xlsx", _SHEET, lambda: _excel(ark)),
        ("CSV", f"{name}.csv", "text/csv", lambda: csv_danish(ark)),
        ("CSV, international", f"{name}-international.csv", "text/csv", lambda: csv_international(ark)),
    )
    try:
        with st.container(horizontal=True, gap="xsmall", key=key):
            for label, file, kind, make in files:
                st.download_button(
                    label,
                    make,
                    file,
                    kind,
                    key=f"{key}-{label}",
                    on_click="ignore",
                    type="tertiary",
                    icon=":material/download:",
                    help=f"Hent tabellen “{title}” som {label}",
                )
    except StreamlitDuplicateElementKey:
        return


def sheet(rows: Sequence[Row], columns: Mapping[str, Column], title: str, answer: Answer | None = None) -> Ark:
    """The table as it leaves: numbers as numbers, words where there is none, a column for marks where there are any."""
    heads: list[Head] = []
    cells: list[list[Any]] = [[] for _ in rows]
    for name, column in columns.items():
        heads.append(Head(units.headed(column.label, column.unit), column.unit))
        for line, row in zip(cells, rows, strict=True):
            line.append(_cell(row[name], column.unit, maerker.of(row, name)))
        if any(maerker.of(row, name) and row[name] is not None for row in rows):
            heads.append(Head(f"{column.label}: bemærkning", "tekst"))
            for line, row in zip(cells, rows, strict=True):
                line.append(_beside(row[name], maerker.of(row, name)))
    return Ark(title, tuple(heads), tuple(map(tuple, cells)), (*_about(answer), *_of_the_page()))


def _excel(ark: Ark) -> bytes:
    from overblik.regneark.excel import workbook  # openpyxl is loaded by the first reader who asks for a workbook

    return workbook(ark)


def _cell(value: Any, unit: str, mark: str | None) -> Any:
    """The value of its own kind; a code or a yes in words; for a number that is not shown, the word for why."""
    if value is None:
        return units.exact(None, unit, mark) if unit in units.NUMERIC else ""
    return value if unit in units.NUMERIC or isinstance(value, date) else units.exact(value, unit)


def _beside(value: Any, mark: str | None) -> str:
    return maerker.beside("", mark).strip() if value is not None and mark else ""


def _about(answer: Answer | None) -> list[tuple[str, str]]:
    if answer is None:
        return []
    files = danish.names(sorted({str(source["fil"]) for source in answer.rests_on()}))
    return [("Definition", answer.question.definition), ("Kilde", files or "de leverede udtræk")]


def _of_the_page() -> tuple[tuple[str, str], ...]:
    facts: tuple[tuple[str, str], ...] = st.session_state.get(_FACTS, ())
    return facts


def _file_name(title: str) -> str:
    """The title as a file's name: letters, digits and hyphens."""
    kept = "".join(sign if sign.isalnum() else "-" for sign in title.casefold())
    return "-".join(part for part in kept.split("-") if part)[:60] or "tabel"
