"""Pages as a reader opens them: through dashboard.py, with an address, on a real release."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest
from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest, app_test

from overblik.settings import ROOT
from tests.answers.engine import published_tables
from tests.deliveries import Tables

SECONDS = 60


def opened(name: str, **address: str | list[str]) -> AppTest:
    """The page after its first run, with what stands in the address after the question mark."""
    app = run(AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=SECONDS))
    app.switch_page(f"pages/{name}.py")
    for parameter, value in address.items():
        app.query_params[parameter] = value
    return run(app)


def run(app: AppTest) -> AppTest:
    """Runs the app again, as a server does that has run dashboard.py before."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(app_test, "PagesManager", _ByTheFrontDoor)
        return app.run()


class _ByTheFrontDoor(PagesManager):
    """AppTest alone forgets from run to run that dashboard.py has its own pages, and would run their files bare."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        PagesManager.uses_pages_directory = False


@contextmanager
def opened_on(tables: Tables, today: date, name: str, **address: str | list[str]) -> Iterator[AppTest]:
    """The page on a release of its own, made of rows."""
    with published_tables(tables, today):
        yield opened(name, **address)


def title(app: AppTest) -> str:
    """The page's first line, as it is read."""
    return plain(app.title[0].value)


def plain(text: object) -> str:
    """Without the backslashes that keep Markdown away, and with ordinary spaces."""
    return str(text).replace("\\", "").replace("\u00a0", " ")


def said(app: AppTest) -> str:
    """Everything the page says in words, on one line: headings, text, notices, captions, key figures."""
    parts = [one.value for kind in ("title", "header", "subheader", "markdown", "info", "warning", "caption")
             for one in app.get(kind)]  # fmt: skip
    parts += [f"{one.label} {one.value}" for one in app.metric]
    return " ".join(map(plain, parts))


def is_calm(app: AppTest) -> bool:
    """True where nothing went wrong: no exception, and no sentence about an error."""
    return not app.exception and not app.error
