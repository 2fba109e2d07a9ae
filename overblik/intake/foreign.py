"""Rows of somebody else's: a file that was handed in on the page for named organisations holds theirs alone.

Whose a row is, is told by the columns that name an organisation. A row that names none is nobody else's. What came by
the folder or the command line is not asked: whoever has access to files there may hand in for all.
"""

from collections.abc import Iterator, Mapping, Sequence

from overblik import contract
from overblik.contract import Column, Table
from overblik.intake.breach import FIRST, Breach, breach, listed
from overblik.intake.rewritten import FILE, ROW, ReadFile, opened

CODE = "anden_organisation"
_KEY = "organisation.organisation_id"


def foreign_rows(files: Sequence[ReadFile], allowed: Mapping[str, Sequence[str]]) -> list[Breach]:
    """The breaches of those files that hold others' rows. `allowed`: organisations by the file's name."""
    asked = [one for one in files if one.file in allowed]
    return list(_found(asked, allowed)) if asked else []


def naming_columns(table: Table) -> list[Column]:
    """The columns of a table that say whose a row is."""
    return [column for column in table.columns if _KEY in (column.references, f"{table.name}.{column.name}")]


def _found(files: Sequence[ReadFile], allowed: Mapping[str, Sequence[str]]) -> Iterator[Breach]:
    with opened(files, alone=True) as connection:
        for number, one in enumerate(files):
            own = list(allowed[one.file])
            for column in naming_columns(contract.tables()[one.table]):
                counted = f"""
                    select count(*), min({ROW}, {FIRST}) from "{one.table}"
                    where {FILE} = $file and "{column.name}" not in (select unnest($own))"""
                ((rows, first),) = connection.execute(counted, {"file": number, "own": own}).fetchall()
                if rows:
                    whose = f"{listed(own)}, som den er afleveret for" if own else "dem, den er afleveret for"
                    what = f"Kolonnen {column.name} har rækker for andre organisationer end {whose}"
                    remedy = "Tag de rækker ud, og aflever filen igen; den anden organisation afleverer sine egne."
                    yield breach(CODE, one.file, one.table, column.name, what, remedy, int(rows), list(first))
