"""What every page is looked at with: four sets of data, four screens, two schemes; all of them, or all pairs.

A browser's zoom of 200 % on a screen of 1280 px leaves the page 640 px to stand in, one of 400 % leaves it 320.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Literal

import pytest
from allpairspy import AllPairs
from playwright.sync_api import Page

from overblik.intake.publishing import publish_folder
from overblik.settings import ROOT, settings
from tests import other_municipality as other
from tests.browser import DESKTOP, PHONE, drawn, serving
from tests.deliveries import Tables

PAGES = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
DATA = ("eksempel", "tom", "et_omraade", "otte_omraader")
SCREENS = {
    "skrivebord": DESKTOP,
    "telefon": PHONE,
    "zoom_200": {"width": 640, "height": 450},
    "zoom_400": {"width": 320, "height": 256},
}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


@dataclass(frozen=True)
class Look:
    """How a page that stands there is looked at."""

    screen: str
    scheme: Literal["light", "dark"]

    def __str__(self) -> str:
        return f"{self.screen}, {self.scheme}"


Cases = dict[tuple[str, str], list[Look]]


def all_cases() -> Cases:
    """Every look at every page over every set of data."""
    looks = [Look(screen, scheme) for screen, scheme in product(SCREENS, SCHEMES)]
    return dict.fromkeys(product(PAGES, DATA), looks)


def pairs() -> Cases:
    """The fewest looks in which any two of page, data, screen and scheme meet."""
    cases: Cases = {}
    for page, data, screen, scheme in AllPairs([PAGES, list(DATA), list(SCREENS), list(SCHEMES)]):
        cases.setdefault((page, data), []).append(Look(screen, scheme))
    return dict(sorted(cases.items(), key=lambda case: (DATA.index(case[0][1]), case[0][0])))


def address_of(page: str) -> str:
    """The front page has no name in the address."""
    return "" if page == "overblik" else page


def look_at(tab: Page, look: Look) -> None:
    """Turns a page that stands there to another screen and scheme, and waits until it is drawn anew."""
    tab.emulate_media(color_scheme=look.scheme)
    tab.set_viewport_size(SCREENS[look.screen])  # type: ignore[arg-type]
    drawn(tab)


@contextmanager
def served(data: str, example: str, place: Path) -> Iterator[str]:
    """The address of a server over a set of data; `example` is the address where the example is served."""
    if data == "eksempel":
        yield example
        return
    if data != "tom":
        areas = list(other.AREAS)[: 1 if data == "et_omraade" else 8]
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("OVERBLIK_DATA", str(place))
            patch.setenv("OVERBLIK_I_DAG", other.TODAY.isoformat())
            settings.cache_clear()
            source = other.write_exports(place / "leverance", _of_areas(other.core() | other.optional(), areas))
            outcome = publish_folder(source, place)
            assert outcome.release, [breach.message for breach in outcome.rejected]
        settings.cache_clear()
    with serving(place, OVERBLIK_I_DAG=other.TODAY.isoformat(), OVERBLIK_EKSEMPEL="nej") as address:
        yield address


def _of_areas(tables: Tables, areas: list[str]) -> Tables:
    """The rows of some areas, those of none, and what belongs to them."""
    kept = {name: [row for row in rows if row.get("omraade_id") in (None, *areas)] for name, rows in tables.items()}
    plans = {row["udviklingsplan_id"] for row in kept["udviklingsplan"]}
    kept["boligbestand"] = [row for row in kept["boligbestand"] if row["udviklingsplan_id"] in plans]
    return {name: rows for name, rows in kept.items() if rows}
