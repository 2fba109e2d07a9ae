"""Documents as files, made once each: a name, the bytes, and their checksum, by which they are known years later."""

import hashlib
import threading
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from overblik.answers import Choice, current_release
from overblik.export.bilag import aarsstatus, moedebilag
from overblik.export.bilag.grundlag import grundlag
from overblik.export.blocks import Document
from overblik.export.laesefil import laesefil
from overblik.export.pdf import typeset
from overblik.export.slides import slides

_KEPT: Final = 8  # files of about half a megabyte
_turn: Final = threading.Lock()  # typesetting one at a time keeps memory where it is, however many press the button


@dataclass(frozen=True)
class File:
    """A finished file: its name, its bytes, the SHA-256 of these, and the release it was made from."""

    name: str
    content: bytes
    sha256: str
    release: str


def meeting_pdf(moede: str | None, choice: Choice) -> File:
    """The meeting pack as PDF. Raises as `moedebilag`."""
    rests = grundlag(moede, choice)
    return _meeting_pdf(rests.meeting and str(rests.meeting["moede_id"]), rests.choice)


def meeting_slides(moede: str | None, choice: Choice) -> File:
    """The meeting pack as slides (.pptx). Raises as `moedebilag`."""
    rests = grundlag(moede, choice)
    return _meeting_slides(rests.meeting and str(rests.meeting["moede_id"]), rests.choice)


def year_pdf(aar: int, choice: Choice) -> File:
    """The status of a year as PDF. Raises as `aarsstatus`."""
    return _year_pdf(aar, replace(choice, release=current_release(choice.release).id))


def reading_file(choice: Choice) -> File:
    """The release as one HTML file. Raises as `laesefil`."""
    with _turn:
        release = current_release(choice.release)
        content = laesefil(replace(choice, release=release.id))
        name = f"laesefil-{release.updated.isoformat()}-{release.id[:8]}.html"
        return File(name, content, hashlib.sha256(content).hexdigest(), release.id)


@lru_cache(maxsize=_KEPT)
def _meeting_pdf(moede: str | None, choice: Choice) -> File:
    with _turn:
        return _file("moedebilag", moedebilag(moede, choice))


@lru_cache(maxsize=_KEPT)
def _meeting_slides(moede: str | None, choice: Choice) -> File:
    with _turn:
        document = moedebilag(moede, choice)
        return _named("moedebilag", document, "pptx", slides(document))


@lru_cache(maxsize=_KEPT)
def _year_pdf(aar: int, choice: Choice) -> File:
    with _turn:
        return _file(f"aarsstatus-{aar}", aarsstatus(aar, choice))


def _file(what: str, document: Document) -> File:
    return _named(what, document, "pdf", typeset(document))


def _named(what: str, document: Document, ending: str, content: bytes) -> File:
    name = f"{what}-{document.day.isoformat()}-{document.release[:8]}.{ending}"
    return File(name, content, hashlib.sha256(content).hexdigest(), document.release)
