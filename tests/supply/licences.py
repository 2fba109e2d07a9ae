"""The licences of all that we ship, as docs/licenser.md lists them: python -m tests.supply.licences

Read from what is installed, never from memory, so that a package that is new or changes its licence is seen.
"""

import re
from importlib.metadata import metadata
from pathlib import Path

from overblik.settings import ROOT
from tests.supply.pins import RUNTIME, decided, pins, pulled_in_by

DOCUMENT = ROOT / "docs" / "licenser.md"
FONTS = ROOT / "overblik" / "export" / "fonts"

# One may use, change and pass these on inside a program under any licence. MPL asks that changes to its own files be shared.
ALLOWED = {"0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "ISC", "MIT", "MIT-0", "MIT-CMU", "Zlib"}
ALLOWED |= {"MPL-1.1", "MPL-2.0", "PSF-2.0"}

# Before SPDX, packages wrote what they liked; what they wrote, and what it is called.
_MEANT = {
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache License 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "GNU General Public License v2 or later (GPLv2+)": "GPL-2.0-or-later",
    "GNU Lesser General Public License v2 or later (LGPLv2+)": "LGPL-2.1-or-later",
    "MIT License": "MIT",
    "Mozilla Public License 1.1 (MPL 1.1)": "MPL-1.1",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}


class LicenceUnknown(Exception):
    """A package that says nothing of its licence, or nothing that we know the name of."""


def licence_of(name: str) -> str:
    """A package's licence as an SPDX expression. Raises LicenceUnknown.

    Several classifiers are a choice (`OR`): that is how those who wrote them used them.
    """
    told = metadata(name)
    if expression := told.get("License-Expression"):
        return str(expression)
    classifiers = [line.split(" :: ")[-1] for line in told.get_all("Classifier") or [] if line.startswith("License ::")]
    named = [one for one in classifiers if one != "OSI Approved"] or [str(told.get("License") or "")]
    return " OR ".join(_spdx(name, one) for one in named)


def is_allowed(expression: str) -> bool:
    """True where one can keep to allowed licences alone. Brackets are unknown here, and so refused."""
    return any(all(part in ALLOWED for part in choice.split(" AND ")) for choice in expression.split(" OR "))


def document() -> str:
    """docs/licenser.md, anew."""
    reasons = decided()
    because = pulled_in_by(pin.name for pin in pins(RUNTIME) if pin.name in reasons)
    rows = []
    for pin in sorted(pins(RUNTIME), key=lambda one: one.name):
        reason = (
            f"valgt: [{reasons[pin.name].name[:4]}](decisions/{reasons[pin.name].name})"
            if pin.name in reasons
            else f"følger med {because[pin.name]}"
        )
        rows.append(f"| {pin.name} | {pin.version} | {licence_of(pin.name)} | {reason} |")
    fonts = [
        f"| {font.name} | – | {_licence_of_font(font)} | [0011](decisions/0011-charts-on-paper.md) |"
        for font in fonts_shipped()
    ]
    return "\n".join([_HEAD, *rows, *fonts, ""])


def fonts_shipped() -> list[Path]:
    """The fonts that lie in the repository."""
    return sorted(FONTS.glob("*.ttf"))


def _licence_of_font(font: Path) -> str:
    family = font.stem.partition("-")[0]
    (text,) = FONTS.glob(f"{family}-LICENSE.*")
    return f"[{text.name}](../overblik/export/fonts/{text.name})"


def _spdx(name: str, told: str) -> str:
    meant = _MEANT.get(told, told)
    if re.fullmatch(r"[A-Za-z0-9.+-]+", meant) is None:
        raise LicenceUnknown(f"{name}: {told[:60]!r} is no licence that we know the name of")
    return meant


_HEAD = """\
# Licenser

Alt, Overblik sendes med, og hvorfor det er der. Listen laves af det, der er installeret, med `make docs`; `make check` fejler, hvis den
er forældet, eller hvis noget har en licens, der ikke er kendt og tilladt (tests/supply/licences.py).
Browserens del (React, Plotly, Vega og det, de bruger) ligger inde i pakkerne streamlit og plotly.

| pakke | version | licens | hvorfor |
|---|---|---|---|"""


if __name__ == "__main__":
    DOCUMENT.write_text(document(), encoding="utf-8")
