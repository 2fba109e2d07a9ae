"""Workbooks in the inbox: each becomes Parquet files beside it, which are then judged like any others.

The workbook itself goes to the archive under its hash; one that cannot be converted is for the quarantine. Whatever is
stopped in between, the workbook still lies in the inbox and is converted once more, into files of the same names.
"""

import hashlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
import pyarrow.parquet as pq

from overblik.arbejdsbog.stamdata import Stamdata, of_release
from overblik.intake import workbook_sandbox
from overblik.intake.archive import archive_path, copied, remove_taken
from overblik.intake.breach import Breach, breach
from overblik.intake.converting import Converted, convert
from overblik.intake.durable import SCRATCH, make_folder, move, sync_folder, write_file
from overblik.intake.inbox import Delivery, workbooks
from overblik.intake.persondata import examine
from overblik.intake.persondata_file import in_name
from overblik.intake.persondata_kinds import Kind
from overblik.intake.persondata_words import in_words
from overblik.intake.quarantine import BadFile, set_aside
from overblik.intake.rewritten import ReadFile
from overblik.intake.workbook_reading import Filled, place
from overblik.mailbox_slips import put_slip
from overblik.release import Release


@dataclass(frozen=True)
class Refused:
    """The workbooks that could not be converted: what is wrong with them, and their folder in the quarantine."""

    breaches: tuple[Breach, ...] = ()
    folder: str | None = None


def take_workbooks(data: Path, in_force: Release | None, day: date, only: Collection[str] | None) -> Refused:
    """Converts the workbooks of the inbox; sets aside those that cannot be. For whoever holds the publishing turn.

    `only`: names of the files to look at (None: all). The sheets of reference count as long as no real release has.
    """
    inbox = data / "indbakke"
    found = [each for each in workbooks(inbox) if only is None or each.name in only]
    if not found:
        return Refused()
    known = of_release(in_force)
    with_reference = in_force is None or in_force.is_example
    bad = []
    with copied(found, data) as (copies, _), TemporaryDirectory(prefix=SCRATCH, dir=data / "arkiv") as scratch:
        for copy in copies:
            made = converted(copy.path, copy.name, known, day, Path(scratch), with_reference=with_reference)
            if isinstance(made, Converted):
                _put(made, copy, inbox, data)
            else:
                bad.append(BadFile(copy.name, "", copy.organisation, inbox / copy.name, copy.path, made))
        return Refused(tuple(each for book in bad for each in book.breaches), set_aside(data, bad, day))


def converted(
    path: Path, file: str, known: Stamdata, day: date, scratch: Path, *, with_reference: bool
) -> Converted | tuple[Breach, ...]:
    """The tables of a workbook, or what is wrong with it: read in the sandbox, converted, and without personal data."""
    if personal_name := in_name(file):
        return (personal_name,)
    filled = workbook_sandbox.read(path, file, scratch)
    if isinstance(filled, Breach):
        return (filled,)
    if personal_cells := list(_in_cells(filled, file)):
        return tuple(personal_cells)
    made = convert(filled, file, known, day, with_reference=with_reference)
    personal = [each for name, table in made.tables.items() for each in _personal(name, table, file, scratch)]
    return (*made.breaches, *personal) or made


def _in_cells(filled: Sequence[Filled], file: str) -> Iterator[Breach]:
    """The personal data in cells that are no table yet, one breach per sheet and kind."""
    for sheet in filled:
        found: dict[Kind, list[str]] = {}
        for row in sheet.rows:
            for number, cell in enumerate(row.cells):
                if isinstance(cell, str) and (kind := in_words(cell, value=True)):
                    found.setdefault(kind, []).append(place(row.number, number))
        for kind, cells in found.items():
            what = f"Arket {sheet.sheet} indeholder {kind.one}, først i feltet {cells[0]}"
            remedy = "Fjern personoplysningerne, gem arket, og aflever det igen."
            yield breach(kind.code, file, "", None, what, remedy, len(cells))


def _personal(name: str, table: pa.Table, file: str, scratch: Path) -> list[Breach]:
    """The personal data in a converted table, told of the workbook: it is what must be mended, and what is erased."""
    place = scratch / name
    pq.write_table(table, place)
    breaches, _ = examine(ReadFile(file, name.split("__")[0], place, table.num_rows))
    place.unlink()
    return breaches


def _put(made: Converted, copy: Delivery, inbox: Path, data: Path) -> None:
    """The converted files into the inbox, the workbook into the archive; only then does it leave the inbox."""
    folder = inbox / copy.organisation
    make_folder(folder)
    for name, table in made.tables.items():
        content = in_parquet(table)
        if copy.rows_of is not None:
            place = f"{copy.organisation}/{name}" if copy.organisation else name
            put_slip(data, place, hashlib.sha256(content).hexdigest(), copy.rows_of)
        write_file(folder / name, content, 0o644)
    sync_folder(folder)
    move(copy.path, archive_path(data, copy.path.stem).with_suffix(Path(copy.name).suffix.lower()))
    sync_folder(data / "arkiv")
    remove_taken(inbox / copy.name, copy.path.stem)


def in_parquet(table: pa.Table) -> bytes:
    """A table as the bytes of a Parquet file, with page checksums."""
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd", write_page_checksum=True)
    return bytes(sink.getvalue().to_pybytes())
