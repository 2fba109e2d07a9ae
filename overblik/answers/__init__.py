"""Numbers come from `fetch` and from nowhere else: one question, asked of one release."""

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final

import pyarrow as pa

from overblik.answers.choice import Choice, Plan, check_known, resolve
from overblik.answers.database import ask
from overblik.answers.in_force import current_release, newer_is_damaged
from overblik.answers.kept import kept
from overblik.answers.origins import delivered_tables
from overblik.answers.questions import Column, Question, check_columns, question_of, questions
from overblik.answers.rows import Rows
from overblik.errors import ChoiceWrong, NoRelease
from overblik.release import Release
from overblik.settings import settings

__all__ = [
    "Answer",
    "Choice",
    "Column",
    "Question",
    "Release",
    "current_release",
    "fetch",
    "is_answering",
    "newer_is_damaged",
    "questions",
]

# Bytes of answers that are kept, all releases together: a page's answers are some 300 kB.
_ROOM: Final = 64_000_000


@dataclass(frozen=True, eq=False)
class Answer:
    """A question's answer: an Arrow table, and what is needed to explain it.

    Money is decimal, counts are integers, percentages 0–100; null is missing or hidden, never zero.
    """

    question: Question
    table: pa.Table
    params: dict[str, Any]
    release: Release
    _rows: Rows = field(repr=False)

    def rows(self) -> list[dict[str, Any]]:
        """The rows as dictionaries, in the question's order; the caller's own, to do with as they like."""
        return self._rows.copied()

    def rests_on(self) -> list[dict[str, Any]]:
        """The delivered files behind the answer, as the manifest lists them."""
        tables = delivered_tables(self.question)
        return [source for source in self.release.manifest["sources"] if source["tabel"] in tables]

    def one(self) -> dict[str, Any]:
        """The only row of a question that gives exactly one."""
        (row,) = self.rows()
        return row


def fetch(name: str, choice: Choice | None = None, /, **chosen: Any) -> Answer:
    """Asks one question. `chosen` replaces fields of the choice, or gives a question's own parameters.

    The standard parameters are taken by every question; one it has no use for changes nothing.
    Raises QuestionUnknown, ChoiceWrong, NoRelease, ReleaseUnknown, ReleaseDamaged, ReleaseWithdrawn.
    """
    question = question_of(name)
    standard = {field: chosen.pop(field) for field in Choice.__dataclass_fields__ if field in chosen}
    choice = replace(choice or Choice(), **standard)
    if unknown := sorted(set(chosen) - set(question.params)):
        raise ChoiceWrong(
            f"{name} takes no parameter {unknown}",
            f"Spørgsmålet {name} har ingen parameter {', '.join(unknown)}. "
            f"Det tager: {', '.join(question.params) or 'ingen'}.",
        )
    release = current_release(choice.release)
    values = resolve(choice, release, _plans(release)) | chosen
    _check_chosen(values, release)
    wanted = {param: values[param] for param in question.params if param in values}
    if missing := sorted(set(question.params) - set(wanted)):
        raise ChoiceWrong(f"{name} needs {missing}", f"Spørgsmålet {name} mangler parameteren {', '.join(missing)}.")
    found = _ask(release, name, tuple(sorted((wanted | _settings_for(question)).items())))
    return Answer(question, found.table, wanted, release, found)


def is_answering() -> Release:
    """Asks the release in force, past every cache; gives the release. Raises what `fetch` raises."""
    release = current_release()
    if not ask(release, question_of("valg_plan").sql, {}).num_rows:
        raise NoRelease("the release has no plan")
    return release


@kept(values=4096, room=_ROOM, weigh=Rows.weigh)
def _ask(release: Release, name: str, params: tuple[tuple[str, Any], ...]) -> Rows:
    question = question_of(name)
    values = {key: list(value) if isinstance(value, tuple) else value for key, value in params}
    table = ask(release, question.sql, values)
    check_columns(question, table.column_names)
    return Rows(table)


def _settings_for(question: Question) -> dict[str, Any]:
    """The settings that a question names; thresholds as exact decimals, so that 5 % is 5 % and not nearly so."""
    chosen = settings()
    values: dict[str, Any] = {
        name: Decimal(str(value)) if isinstance(value, float) else value
        for name, value in vars(chosen.graenser).items()
    }
    values["direkte_kategorier"] = chosen.direkte_kategorier
    return {name: values[name] for name in question.settings}


@lru_cache(maxsize=64)
def _plans(release: Release) -> dict[str, Plan]:
    rows = _ask(release, "valg_plan", ()).copied()
    return {row["helhedsplan_id"]: Plan(row["start_dato"], row["slut_dato"]) for row in rows}


@lru_cache(maxsize=64)
def _known(release: Release) -> dict[str, list[str]]:
    return {
        "omraade": _column(release, "select omraade_id from omraade order by all"),
        "organisation": _column(release, "select organisation_id from organisation order by all"),
        "indsatsomraade": [
            *_column(release, "select distinct indsatsomraade_kode from indsatsomraade order by all"),
            "FAELLES",
        ],
    }


def _column(release: Release, sql: str) -> list[str]:
    values: list[str] = ask(release, sql, {}).column(0).to_pylist()
    return values


def _check_chosen(values: dict[str, Any], release: Release) -> None:
    for name, known in _known(release).items():
        check_known(name, values[name], known)


def month(text: str) -> date:
    """The first day of a month written YYYY-MM. Raises ChoiceWrong."""
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        raise ChoiceWrong("no month", "En måned skrives ÅÅÅÅ-MM, fx 2023-03.") from None
