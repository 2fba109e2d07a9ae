"""Hands a file in to the inbox as the page does: under a name that the watcher leaves alone until it is whole.

Names come from strangers' browsers. A file may be called anything that could stand in the inbox; whether it is called
after a table of the contract is for the check to say, as of a file that was dropped in the folder.
"""

import errno
import hashlib
import os
import re
import uuid
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from overblik.errors import OverblikError
from overblik.mailbox_slips import put_slip

WORKBOOKS: Final = (".xlsx", ".csv")  # the filled-in template, or a sheet of it
LARGEST_MB: Final = 200
LONGEST: Final = 120

# As keys in the contract: letters, digits, hyphen, dot and underscore, so that it can be a folder anywhere.
_FOLDER: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}")


class HandInRefused(OverblikError):
    """A file cannot even be put in the inbox; the notice says why and what to do."""

    notice = "Filen kunne ikke afleveres. Prøv igen, eller læg den i mappen indbakke."


@dataclass(frozen=True)
class HandedIn:
    """A file that was put in the inbox: its name there (`FOB/oekonomi.parquet`) and the hash of its bytes."""

    fil: str
    sha256: str


def hand_in(
    data: Path, organisation: str, name: str, content: bytes | memoryview, rows_of: Sequence[str] | None = None
) -> HandedIn:
    """Puts a file in the inbox, in the organisation's folder (empty: in none). Raises HandInRefused.

    `rows_of`: the organisations whose rows may stand in it (mailbox_slips.py); None: all. What waits there under the
    same name is replaced, as it is when a file is copied into the folder.
    """
    _check(organisation, name, len(content))
    folder = data / "indbakke" / organisation
    handed = HandedIn(f"{organisation}/{name}" if organisation else name, hashlib.sha256(content).hexdigest())
    scratch = folder / f".ny-{uuid.uuid4()}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if organisation and folder.is_symlink():  # the inbox may lie elsewhere by a link; what is in it may not
            raise NotADirectoryError(errno.ENOTDIR, "a link in place of a folder")
        if rows_of is not None:
            put_slip(data, handed.fil, handed.sha256, rows_of)
        with open(scratch, "xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(scratch, folder / name)
        _make_durable(folder)
    except OSError as error:
        with suppress(OSError):  # where the folder is none, there is nothing to clear away
            scratch.unlink()
        reason = (
            "Der er ikke plads på disken."
            if error.errno in (errno.ENOSPC, errno.EDQUOT)
            else "Indbakken kan ikke skrives i lige nu."
        )
        raise HandInRefused(
            f"the inbox cannot be written: {error.__class__.__name__} {error.errno}",
            f"{reason} Filen er ikke afleveret. Prøv igen, eller kontakt den, der driver Overblik.",
        ) from error
    return handed


def is_folder_name(organisation: str) -> bool:
    """True where files can be handed in under this organisation."""
    return _FOLDER.fullmatch(organisation) is not None


def _check(organisation: str, name: str, size: int) -> None:
    if organisation and not is_folder_name(organisation):
        raise HandInRefused(
            "the organisation is no folder name",
            "Organisationen skal skrives med bogstaver fra a til z, tal, bindestreg og punktum, og uden mellemrum.",
        )
    if not name.lower().endswith((".parquet", *WORKBOOKS)):
        raise HandInRefused(
            "neither parquet nor a workbook by name",
            "Filens navn skal ende på .parquet (et udtræk), .xlsx eller .csv (den udfyldte skabelon).",
        )
    if name.startswith((".", "~")) or "/" in name or "\\" in name or not name.isprintable() or len(name) > LONGEST:
        raise HandInRefused(
            "an unusable file name",
            "Filens navn kan ikke bruges. Kald den efter tabellen: oekonomi.parquet eller oekonomi__2024-05.parquet.",
        )
    if size > LARGEST_MB * 1024 * 1024:
        raise HandInRefused(
            "larger than a page takes",
            f"Filen fylder mere end {LARGEST_MB} MB. Læg den i mappen indbakke, eller del den i flere filer.",
        )


def _make_durable(folder: Path) -> None:
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
