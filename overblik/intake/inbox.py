"""Finds the files that lie in an inbox: whose they are, and which table their name says they hold.

Nothing is opened here. What is no plain file (a link, a pipe, a device) is answered by its name alone.
"""

import difflib
import stat
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from overblik import contract
from overblik.intake.breach import Breach, breach
from overblik.intake.persondata_file import in_name
from overblik.mailbox_delivery import WORKBOOKS

DEEPEST = 20  # folders below the inbox that are looked into, so that every file gets an answer


@dataclass(frozen=True)
class Delivery:
    """One handed-in file: `name` is `FOB/oekonomi.parquet` or `oekonomi.parquet`; `path` is where it lies now.

    `rows_of`: the organisations whose rows may stand in it (foreign.py); None: all.
    """

    name: str
    table: str
    organisation: str
    path: Path
    rows_of: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Unusable:
    """What can be told by name and place alone to be no delivery: where it lies now, and what to say of it."""

    path: Path
    breach: Breach


def find_deliveries(folder: Path) -> tuple[list[Delivery], list[Unusable]]:
    """The Parquet files in a folder and its folders (one per organisation), in order; and what cannot be taken.

    Hidden and half-copied files (a leading dot or ~) are left alone, and so is what is no Parquet file by name.
    """
    deliveries: list[Delivery] = []
    unusable: list[Unusable] = []
    for path in handed_in(folder):
        if _convertible(path, folder):
            continue
        try:
            delivery = delivery_of(path, path.relative_to(folder).as_posix())
        except FileNotFoundError:  # taken back by its owner while we looked
            continue
        if isinstance(delivery, Delivery):
            deliveries.append(delivery)
        else:
            unusable.append(Unusable(path, delivery))
    return deliveries, unusable


def workbooks(folder: Path) -> list[Delivery]:
    """The workbooks and CSV files in a folder and its folders: what converting.py makes Parquet files of."""
    found = [path for path in handed_in(folder) if _convertible(path, folder)]
    names = [path.relative_to(folder).as_posix() for path in found]
    return [Delivery(name, "", name.rpartition("/")[0], path) for path, name in zip(found, names, strict=True)]


def _convertible(path: Path, folder: Path) -> bool:
    """A plain file of a workbook's name, where a delivery may lie."""
    name = path.relative_to(folder).as_posix()
    if path.suffix.lower() not in WORKBOOKS or name.count("/") > 1 or not name.isprintable():
        return False
    with suppress(OSError):
        return stat.S_ISREG(path.lstat().st_mode)
    return False


def delivery_of(path: Path, name: str) -> Delivery | Breach:
    """Reads table and organisation off a file's name: `<table>.parquet` or `<table>__<anything>.parquet`."""
    if personal := in_name(name):
        return personal
    *folders, file = name.split("/")
    table = file.removesuffix(".parquet").split("__", 1)[0]
    known = table if table in contract.tables() else ""
    if not name.isprintable():  # lone surrogates too: bytes that are no text can stand in no message and no manifest
        what = "Filnavnet har tegn, der ikke kan læses"
        remedy = "Giv filen et navn af almindelige bogstaver og tal."
        return breach("ulaeseligt_filnavn", printable(name), "", None, what, remedy)
    if not stat.S_ISREG(path.lstat().st_mode):
        what = "Det er ikke en almindelig fil, men en henvisning eller en mappe"
        return breach("ikke_almindelig_fil", name, known, None, what, "Læg selve filen i indbakken.")
    if len(folders) > 1:
        what = "Filen ligger for dybt: indbakken har kun ét lag mapper, en pr. organisation"
        return breach("for_dyb_mappe", name, known, None, what, "Læg filen direkte i organisationens mappe.")
    if not known:
        near = difflib.get_close_matches(table.lower().removesuffix(".parquet"), contract.tables(), n=1)
        hint = f"Mente du {near[0]}.parquet? " if near else ""
        remedy = "Navngiv filen efter tabellen, fx oekonomi.parquet eller oekonomi__2024-05.parquet."
        what = "Filnavnet svarer ikke til en tabel i kontrakten"
        return breach("ukendt_tabel", name, "", None, what, hint + remedy)
    return Delivery(name, table, "/".join(folders), path)


def printable(name: str) -> str:
    """A name as it can stand in a message: what cannot be shown is replaced."""
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in name)


def handed_in(folder: Path, depth: int = 0) -> Iterator[Path]:
    """What is called .parquet, .xlsx or .csv here and below, in any case (.PARQUET gets an answer too); links to
    folders as well."""
    try:
        inside = sorted(folder.iterdir())
    except FileNotFoundError:
        return
    for path in inside:
        if path.name.startswith((".", "~")):
            continue
        if path.suffix.lower() in (".parquet", *WORKBOOKS) or (path.is_symlink() and path.is_dir()):
            yield path
        elif path.is_dir() and depth < DEEPEST:
            yield from handed_in(path, depth + 1)
