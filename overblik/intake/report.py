"""The report beside refused files: what is wrong with each, for the person who can mend it. Danish text, and JSON.

It says no more than the breaches do: file, column, rows, what was expected and what to do; never a value.
"""

from collections.abc import Iterable
from dataclasses import asdict
from itertools import groupby

from overblik import contract
from overblik.intake.breach import danish
from overblik.mailbox import Finding
from overblik.mailbox_reports import PERSONDATA, RefusedFile, Report

INTRODUCTION = (
    "Filerne her er ikke taget i brug. De er gemt uændrede ved siden af denne rapport.\n"
    "Siderne viser fortsat de seneste godkendte tal. Ret det, der står nedenfor, i udtrækket, og aflever filen igen\n"
    "under samme navn i indbakken."
)


def as_json(report: Report) -> dict[str, object]:
    """The report as other programs read it; mailbox_reports.py reads it back."""
    found = asdict(report)
    del found["mappe"]  # its folder says so
    return found


def as_text(report: Report) -> str:
    """The report as people read it: by file, then by column."""
    count = sum(len(file.breaches) for file in report.filer)
    heading = f"{_counted(len(report.filer), 'fil', 'filer')} afvist, {_counted(count, 'fejl', 'fejl')}"
    parts = [heading, "=" * len(heading), "", INTRODUCTION, ""]
    for file in report.filer:
        parts += [*_file(file), ""]
    return "\n".join(parts)


def _file(file: RefusedFile) -> Iterable[str]:
    tables = contract.tables()
    heading = f"{file.fil} ({tables[file.tabel].label})" if file.tabel in tables else file.fil
    yield heading
    yield "-" * len(heading)
    if file.slettet:
        yield f"Filen er slettet {file.slettet[:10]}, fordi den har personoplysninger i sig."
    elif file.persondata:
        yield (
            f"Filen har personoplysninger i sig. Den ligger i mappen {PERSONDATA}, hvor andre ikke kan åbne den, "
            f"og slettes {file.slettes}."
        )
    for column, found in groupby(sorted(file.breaches, key=_place), key=_place):
        yield f"Kolonnen {column}:" if column else "Hele filen:"
        yield from (f"  - {_without_place(each, file.fil)}" for each in found)


def _place(finding: Finding) -> str:
    return finding.column or ""


def _without_place(finding: Finding, file: str) -> str:
    """The message without the file and column that stand above it already."""
    for place in (f"{file}, kolonnen {finding.column}: ", f"{file}: "):
        if finding.message.startswith(place):
            return finding.message.removeprefix(place)
    return finding.message


def _counted(count: int, one: str, more: str) -> str:
    return f"{danish(count)} {one if count == 1 else more}"
