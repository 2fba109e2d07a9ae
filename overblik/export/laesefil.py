"""Læsefil: the release as one HTML file that opens by a double click, without a server and without any request.

Every choice of område and indsatsområde lies in it ready-made, from the protected release: what was hidden there is
not in the file. Without script the whole plan is shown.
"""

import base64
import gzip
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import escape
from itertools import product
from pathlib import Path
from string import Template
from typing import Final

from overblik.answers import Choice, fetch
from overblik.errors import SettingWrong
from overblik.export.bilag import data, fremdrift, minut, penge, status
from overblik.export.bilag.grundlag import Grundlag, grundlag
from overblik.export.blocks import Block
from overblik.export.html_blocks import sections
from overblik.settings import settings
from overblik.show import danish
from overblik.show.planen import chosen_plan

HERE: Final = Path(__file__).parent

# The pages there are, by the name that the setting `laesefil_sider` gives them.
PAGES: Final[dict[str, Callable[[Grundlag], Iterator[Block]]]] = {
    "overblik": minut.minute,
    "opmaerksomhed": minut.attention,
    "status": status.per_indsatsomraade,
    "omraader": status.per_omraade,
    "oekonomi": penge.money,
    "milepaele": fremdrift.milestones,
    "indikatorer": fremdrift.indicators,
    "data": data.deliveries,
    "definitioner": lambda rests: data.definitions(),
}


def laesefil(choice: Choice | None = None) -> bytes:
    """The file. Raises SettingWrong for an unknown page, and as `fetch`."""
    pages = _pages()
    rests = grundlag(None, choice or Choice())
    areas = [
        ("", "Hele planen"),
        *((row["omraade_id"], row["navn"]) for row in fetch("valg_omraade", rests.choice).rows()),
    ]
    codes = [("", "Alle"), *_codes(rests)]
    made = {}
    for (area, _), (code, _) in product(areas, codes):
        chosen = replace(rests.choice, omraade=(area,) if area else (), indsatsomraade=(code,) if code else ())
        made[f"{area}|{code}"] = _content(replace(rests, choice=chosen), pages)
    whole = made["|"]
    packed = gzip.compress(json.dumps(made, ensure_ascii=False).encode(), mtime=0)
    names = [name for name, _ in _sections(rests, pages)]
    return _page(rests, names, whole, packed, _options(areas), _options(codes)).encode()


def _pages() -> tuple[str, ...]:
    wanted = settings().laesefil_sider
    if unknown := [name for name in wanted if name not in PAGES]:
        raise SettingWrong(
            f"no such pages: {unknown}",
            f"Indstillingen laesefil_sider har ukendte sider: {', '.join(unknown)}. Kendte er: {', '.join(PAGES)}.",
        )
    return wanted or tuple(PAGES)


def _codes(rests: Grundlag) -> list[tuple[str, str]]:
    return [(row["indsatsomraade_kode"], row["navn"]) for row in fetch("valg_indsatsomraade", rests.choice).rows()]


def _sections(rests: Grundlag, pages: tuple[str, ...]) -> list[tuple[str, str]]:
    return [section for name in pages for section in sections(tuple(PAGES[name](rests)))]


def _content(rests: Grundlag, pages: tuple[str, ...]) -> str:
    named = f'<p class="facts">{escape(rests.named())} · {escape(_dated(rests))}</p>'
    return "".join(
        f'<section id="s{number}"><h2>{escape(name)}</h2>{named}{html}</section>'
        for number, (name, html) in enumerate(_sections(rests, pages))
    )


def _dated(rests: Grundlag) -> str:
    return (
        f"status pr. {danish.day(rests.choice.statusdato)} · tal opdateret {danish.day(rests.release.updated)} · "
        f"udgivelse {rests.release.id[:12]}"
    )


def _page(rests: Grundlag, names: list[str], whole: str, packed: bytes, areas: str, codes: str) -> str:
    links = "".join(f'<a href="#s{number}">{escape(name)}</a>' for number, name in enumerate(names))
    example = '<p class="example">Opdigtede eksempeldata: tallene er ikke virkelige</p>'
    return Template((HERE / "laesefil.html").read_text(encoding="utf-8")).substitute(
        title=escape(chosen_plan(rests.choice)["navn"]),
        facts=escape(danish.capitalised(_dated(rests))),
        example=example if rests.release.is_example else "",
        areas=areas,
        codes=codes,
        links=links,
        whole=whole,
        packed=base64.b64encode(packed).decode(),
        faces=_faces(),
        foot=escape(
            f"Dannet af Overblik, {_dated(rests)}. Små tal er beskyttet: skjult er ikke det samme som nul. "
            "Filen sender og henter intet."
        ),
    )


def _options(found: list[tuple[str, str]]) -> str:
    return "".join(f'<option value="{escape(key, quote=True)}">{escape(name)}</option>' for key, name in found)


def _faces() -> str:
    """The fonts lie in the file: it asks nobody for anything."""
    fonts = (
        ("Source Sans 3", "400", "SourceSans3-Regular.ttf"),
        ("Source Sans 3", "700", "SourceSans3-Bold.ttf"),
        ("DejaVu Sans", "400", "DejaVuSans-Tegn.ttf"),
    )
    return "".join(
        f"@font-face{{font-family:'{family}';font-weight:{weight};"
        f"src:url(data:font/ttf;base64,{base64.b64encode((HERE / 'fonts' / file).read_bytes()).decode()})}}"
        for family, weight, file in fonts
    )
