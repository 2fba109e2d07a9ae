"""Documents as files, made once each: a name, the bytes, and their checksum, by which they are known years later."""

import hashlib
import threading
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from typing import Final

from overblik.answers import Choice, current_release
from overblik.export import indhold
from overblik.export.bilag import aarsstatus, moedebilag
from overblik.export.bilag.grundlag import grundlag
from overblik.export.blocks import Document
from overblik.export.laesefil import laesefil
from overblik.export.pdf import typeset
from overblik.export.slides import slides

_KEPT: Final = 8  # files of about half a megabyte
_files: Final[dict[Hashable, "File"]] = {}
_turn: Final = threading.Lock()  # one is made at a time: memory stays where it is, however many press the button


@dataclass(frozen=True)
class File:
    """A finished file: its name, its bytes, the SHA-256 of these, and the release it was made from.

    `indhold`: the SHA-256 of its content, which stands in the file itself.
    """

    name: str
    content: bytes
    sha256: str
    release: str
    indhold: str = ""


def meeting_pdf(moede: str | None, choice: Choice) -> File:
    """The meeting pack as PDF. Raises as `moedebilag`."""
    return _pack(moede, choice, "pdf", typeset)


def meeting_slides(moede: str | None, choice: Choice) -> File:
    """The meeting pack as slides (.pptx). Raises as `moedebilag`."""
    return _pack(moede, choice, "pptx", slides)


def year_pdf(aar: int, choice: Choice) -> File:
    """The status of a year as PDF. Raises as `aarsstatus`."""
    chosen = replace(choice, release=current_release(choice.release).id)
    return _once(
        ("aarsstatus", aar, chosen), lambda: _file(f"aarsstatus-{aar}", aarsstatus(aar, chosen), "pdf", typeset)
    )


def reading_file(choice: Choice) -> File:
    """The release as one HTML file. Raises as `laesefil`."""
    release = current_release(choice.release)
    chosen = replace(choice, release=release.id)
    name = f"laesefil-{release.updated.isoformat()}-{release.id[:8]}.html"

    def make() -> File:
        content = laesefil(chosen)
        return File(name, content, hashlib.sha256(content).hexdigest(), release.id)

    return _once(("laesefil", chosen), make)


def _pack(moede: str | None, choice: Choice, ending: str, write: Callable[[Document], bytes]) -> File:
    rests = grundlag(moede, choice)
    meeting = str(rests.meeting["moede_id"]) if rests.meeting else None
    key = ("moedebilag", ending, meeting, rests.choice)
    return _once(key, lambda: _file("moedebilag", moedebilag(meeting, rests.choice), ending, write))


def _once(key: Hashable, make: Callable[[], File]) -> File:
    """The file of the key, made by the first who asks; the others wait for it, and one that is there waits for none."""
    if found := _files.get(key):
        return found
    with _turn:
        if found := _files.get(key):
            return found
        made = make()
        while len(_files) >= _KEPT:
            del _files[next(iter(_files))]  # the oldest
        _files[key] = made
        return made


def _file(what: str, document: Document, ending: str, write: Callable[[Document], bytes]) -> File:
    content = write(document)
    name = f"{what}-{document.day.isoformat()}-{document.release[:8]}.{ending}"
    sha256 = hashlib.sha256(content).hexdigest()
    return File(name, content, sha256, document.release, indhold.checksum(document))
