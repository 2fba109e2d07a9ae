"""Finds the files that lie in an inbox: whose they are, and which table their name says they hold."""

import difflib
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from overblik import contract
from overblik.intake.breach import Breach, breach
from overblik.intake.persondata_file import in_name


@dataclass(frozen=True)
class Delivery:
    """One handed-in file: `name` is `FOB/oekonomi.parquet` or `oekonomi.parquet`; `path` is where it lies now."""

    name: str
    table: str
    organisation: str
    path: Path


def find_deliveries(folder: Path) -> tuple[list[Delivery], list[Breach]]:
    """The Parquet files in a folder and its folders (one per organisation), in order; and what cannot be taken.

    Hidden and half-copied files (a leading dot or ~) are left alone, and so is what is no Parquet file by name.
    """
    deliveries: list[Delivery] = []
    breaches: list[Breach] = []
    for path in _parquet_files(folder):
        delivery = delivery_of(path, path.relative_to(folder).as_posix())
        if isinstance(delivery, Delivery):
            deliveries.append(delivery)
        else:
            breaches.append(delivery)
    return deliveries, breaches


def delivery_of(path: Path, name: str) -> Delivery | Breach:
    """Reads table and organisation off a file's name: `<table>.parquet` or `<table>__<anything>.parquet`."""
    if personal := in_name(name):
        return personal
    *folders, file = name.split("/")
    table = file.removesuffix(".parquet").split("__", 1)[0]
    if not name.isprintable():  # lone surrogates too: bytes that are no text can stand in no message and no manifest
        shown = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in name)
        what = "Filnavnet har tegn, der ikke kan læses"
        return breach("ulaeseligt_filnavn", shown, "", None, what, "Giv filen et navn af almindelige bogstaver og tal.")
    if not stat.S_ISREG(path.lstat().st_mode):
        what = "Det er ikke en almindelig fil, men en henvisning eller en mappe"
        known = table if table in contract.tables() else ""
        return breach("ikke_almindelig_fil", name, known, None, what, "Læg selve filen i indbakken.")
    if table not in contract.tables():
        near = difflib.get_close_matches(table.lower().removesuffix(".parquet"), contract.tables(), n=1)
        hint = f"Mente du {near[0]}.parquet? " if near else ""
        remedy = "Navngiv filen efter tabellen, fx oekonomi.parquet eller oekonomi__2024-05.parquet."
        what = "Filnavnet svarer ikke til en tabel i kontrakten"
        return breach("ukendt_tabel", name, "", None, what, hint + remedy)
    return Delivery(name, table, "/".join(folders), path)


def _parquet_files(folder: Path, *, inside: bool = False) -> Iterator[Path]:
    """What is called .parquet here (in any case: .PARQUET gets an answer too) and one level down."""
    for path in sorted(folder.iterdir()):
        if path.name.startswith((".", "~")):
            continue
        if path.suffix.lower() == ".parquet" or (path.is_symlink() and path.is_dir()):
            yield path
        elif path.is_dir() and not inside:
            yield from _parquet_files(path, inside=True)
