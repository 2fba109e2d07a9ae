"""Which questions a run had to ask, with which parameters; and the same asked again in plain DuckDB."""

import time
from functools import lru_cache
from typing import Any

from overblik import answers
from overblik.answers.database import ask, cursor
from overblik.answers.questions import question_of
from overblik.answers.rows import Rows
from overblik.release import Release

Params = tuple[tuple[str, Any], ...]


class Asked:
    """Stands where answers are looked up, and notes those that were not known already."""

    def __init__(self) -> None:
        self.questions: list[tuple[Release, str, Params]] = []
        answer = answers._ask.__wrapped__

        @lru_cache(maxsize=4096)
        def noted(release: Release, name: str, params: Params) -> Rows:
            self.questions.append((release, name, params))
            return answer(release, name, params)

        self._noted = noted
        answers._ask = noted

    def forget(self) -> None:
        """No answer is known any more."""
        self._noted.cache_clear()

    def taken(self) -> list[tuple[Release, str, Params]]:
        """What was asked since last time."""
        taken, self.questions = self.questions, []
        return taken


def plain(release: Release, name: str, params: Params) -> float:
    """Seconds for one question as anybody would ask DuckDB, on a cursor of the same locked database."""
    sql, values = question_of(name).sql, _values(params)
    begun = time.perf_counter()
    cursor(release).sql(sql, params=values or None).to_arrow_table()
    return time.perf_counter() - begun


def ours(release: Release, name: str, params: Params) -> float:
    """Seconds for the same question as Overblik asks it: planned once."""
    sql, values = question_of(name).sql, _values(params)
    begun = time.perf_counter()
    ask(release, sql, values)
    return time.perf_counter() - begun


def _values(params: Params) -> dict[str, Any]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in params}
