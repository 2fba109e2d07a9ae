"""Every figure that the pages draw of the example, with what is said of it: as Streamlit is given them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.pages.opening import opened
from tests.tilgaengelighed.looks import PAGES

# Besides each page as it opens: what its address can turn it into.
ADDRESSES: dict[str, list[dict[str, str]]] = {
    "omraade": [{"omraade": "RIN"}],
    "indsatser": [{"indsats": "I-05"}],
    "fremdrift": [{"milepaele": "alle"}],
    "aktivitet": [{"fra": "2022-04", "til": "2023-03"}],
    "vaegvisning": [{"skaerm": "2"}, {"skaerm": "4"}],
}


@dataclass(frozen=True)
class Shown:
    """A figure on a page, and the sentences that stand for it."""

    page: str
    figure: dict[str, Any]
    alt: str

    def __str__(self) -> str:
        return f"{self.page}: {self.alt[:90]}"


def every_figure() -> Iterator[Shown]:
    """All of them; the release is that of the environment."""
    for page in PAGES:
        for address in [{}, *ADDRESSES.get(page, [])]:
            app = opened(page, **address)
            assert not app.exception, page
            for element in app.get("plotly_chart"):
                yield Shown(page, json.loads(element.proto.spec), element.proto.alt)
