"""The commands about the workbook of four sheets (data-contract.md, Day one from Excel).

skabelon [--til MAPPE]           writes the workbook to fill in, and empty Parquet files of every table
konverter FIL… [--til MAPPE]     makes Parquet files of filled-in workbooks and CSV files, and judges them
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from overblik.arbejdsbog.skabelon import empty_tables, workbook
from overblik.arbejdsbog.stamdata import of_release
from overblik.intake.breach import Breach
from overblik.intake.checking import check_files
from overblik.intake.converting import Converted
from overblik.intake.durable import make_folder, write_file
from overblik.intake.outcome import Outcome, as_object
from overblik.intake.outcome_text import as_text
from overblik.intake.workbook_inbox import converted, in_parquet
from overblik.release import release_in_force
from overblik.settings import today

COMMANDS = ("skabelon", "konverter")
TEMPLATE = "overblik-skabelon.xlsx"


@dataclass(frozen=True)
class Written:
    """The Parquet files that workbooks became, and how they are judged beside what is in force."""

    files: tuple[str, ...]
    outcome: Outcome


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    """Adds the commands to the command line; gives them."""
    template = commands.add_parser("skabelon", help="skriv arket, der kan udfyldes, og tomme Parquet-filer")
    convert = commands.add_parser("konverter", help="lav udfyldte ark eller CSV-filer om til Parquet-filer")
    convert.add_argument("files", nargs="+", type=Path, metavar="FIL")
    for each in (template, convert):
        each.add_argument("--til", type=Path, default=Path("."), metavar="MAPPE", help="hvor filerne skrives (her)")
    return [template, convert]


def run(chosen: argparse.Namespace, data: Path) -> tuple[str, int]:
    """Does what was asked for; gives what to print and the exit code. Raises OverblikError."""
    if chosen.command == "skabelon":
        files = write_templates(chosen.til, data)
        said = f"{files[0]} og {len(files) - 1} tomme Parquet-filer er skrevet."
        return f"{json.dumps({'files': files}, ensure_ascii=False) if chosen.json else said}\n", 0
    written = convert_files(chosen.files, chosen.til, data)
    code = 1 if written.outcome.rejected else 0
    if chosen.json:
        return f"{json.dumps(as_object(written.outcome) | {'files': written.files}, ensure_ascii=False)}\n", code
    lines = [f"Skrevet: {name}" for name in written.files]
    return "\n".join([*lines, as_text(written.outcome, "check", data)]) + "\n", code


def write_templates(folder: Path, data: Path) -> list[str]:
    """Writes the workbook, pre-filled from the release in force, and an empty Parquet file per table; their names."""
    make_folder(folder / "parquet")
    write_file(folder / TEMPLATE, workbook(of_release(release_in_force(data))), 0o644)
    for name, content in empty_tables().items():
        write_file(folder / "parquet" / name, content, 0o644)
    return [TEMPLATE, *(f"parquet/{name}" for name in empty_tables())]


def convert_files(paths: Sequence[Path], folder: Path, data: Path) -> Written:
    """Converts workbooks and CSV files into Parquet files in a folder, and judges these as a publish would.

    A workbook with a cell that cannot be read writes nothing; the others do.
    """
    in_force = release_in_force(data)
    known, with_reference = of_release(in_force), in_force is None or in_force.is_example
    refused: list[Breach] = []
    written: list[str] = []
    make_folder(folder)
    with TemporaryDirectory() as scratch:
        for path in paths:
            made = converted(path, path.name, known, today(), Path(scratch), with_reference=with_reference)
            if not isinstance(made, Converted):
                refused += made
                continue
            for name, table in made.tables.items():
                write_file(folder / name, in_parquet(table), 0o644)
                written.append(name)
    outcome = check_files([folder / name for name in written], data) if written else Outcome(None, (), (), ())
    return Written(
        tuple(written), Outcome(outcome.release, outcome.accepted, (*refused, *outcome.rejected), outcome.warnings)
    )
