"""Writes a release: builds its tables, stores them, and says in a manifest what it rests on."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from importlib.metadata import version
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from overblik import contract
from overblik.intake.breach import Breach
from overblik.intake.building import build_tables
from overblik.intake.inbox import Delivery
from overblik.intake.judging import ReadFile
from overblik.intake.protection import protection_for
from overblik.intake.store import move_pointer, write_manifest, write_object
from overblik.release import FORMAT
from overblik.settings import COPENHAGEN, settings


@dataclass(frozen=True)
class Source:
    """One file that a release rests on: its name, table, organisation (its folder), hash, and when it came."""

    fil: str
    tabel: str
    organisation: str
    sha256: str
    modtaget: str
    raekker: int = 0
    nyeste_dato: str | None = None

    @staticmethod
    def of(copy: Delivery, received: str) -> "Source":
        """A delivery that has just been copied under its hash."""
        return Source(copy.name, copy.table, copy.organisation, copy.path.stem, received)


def write_release(
    folder: Path,
    files: Sequence[ReadFile],
    sources: Iterable[Source],
    warnings: Iterable[Breach],
    parent: str | None,
    day: date,
    is_example: bool,
) -> str:
    """Stores a release made of judged files and puts it in force; gives its id. Raises PublishOvertaken."""
    described = _described(sources, files, day)
    delivered = {
        name: pa.concat_tables([file.data for file in files if file.table == name])
        for name in dict.fromkeys(file.table for file in files)
    }
    fritekst = settings().udgiv_fritekst
    protection = protection_for(folder.parent, is_example=is_example)
    tables = build_tables(delivered, _leverance(described), day, fritekst, protection)
    statusdato = {row["helhedsplan_id"]: row["statusdato"].isoformat() for row in tables["plan"].to_pylist()}
    manifest = {
        "format": FORMAT,
        "parent": parent,
        "created": datetime.now(COPENHAGEN).isoformat(timespec="seconds"),
        "today": day.isoformat(),
        "eksempel": is_example,
        "plan": default_plan(tables["plan"].to_pylist(), day),
        "statusdato": statusdato,
        "objects": {name: write_object(folder, table) for name, table in tables.items()},
        "sources": [asdict(source) for source in described],
        "warnings": [asdict(warning) for warning in warnings],
        "settings": {"udgiv_fritekst": fritekst, **protection.told},
        "versions": {name: version(name) for name in ("duckdb", "pyarrow")},
    }
    release_id = write_manifest(folder, manifest)
    move_pointer(folder, release_id, parent)
    return release_id


def default_plan(plans: Sequence[dict[str, object]], day: date) -> str:
    """The newest plan that has begun; where none has, the one that begins first (domain.md, Formulas)."""

    def start(plan: dict[str, object]) -> tuple[str, str]:
        return str(plan["start_dato"]), str(plan["helhedsplan_id"])

    begun = [plan for plan in plans if str(plan["start_dato"]) <= day.isoformat()]
    chosen = max(begun, key=start) if begun else min(plans, key=start)
    return str(chosen["helhedsplan_id"])


def _described(sources: Iterable[Source], files: Sequence[ReadFile], day: date) -> list[Source]:
    content = {file.file: file for file in files}
    return [
        replace(source, raekker=content[source.fil].data.num_rows, nyeste_dato=_newest(content[source.fil], day))
        for source in sorted(sources, key=lambda source: (source.tabel, source.fil))
    ]


def _newest(file: ReadFile, day: date) -> str | None:
    """The newest date in a file up to today, so that a reader sees how far it reaches. For money: of what is spent."""
    rows = file.data
    if file.table == "oekonomi":
        rows = rows.filter(pc.equal(rows["type"], "forbrug"))
    dates = [column.name for column in contract.tables()[file.table].columns if column.kind == "date"]
    newest = [pc.max(rows[name].filter(pc.less_equal(rows[name], pa.scalar(day)))).as_py() for name in dates]
    found = [each for each in newest if each is not None]
    return max(found).isoformat() if found else None


def _leverance(sources: Sequence[Source]) -> pa.Table:
    schema = pa.schema(
        [
            ("fil", pa.string()),
            ("tabel", pa.string()),
            ("organisation", pa.string()),
            ("sha256", pa.string()),
            ("modtaget", pa.string()),
            ("raekker", pa.int64()),
            ("nyeste_dato", pa.date32()),
        ]
    )
    rows = [
        asdict(source) | {"nyeste_dato": date.fromisoformat(source.nyeste_dato) if source.nyeste_dato else None}
        for source in sources
    ]
    return pa.Table.from_pylist(rows, schema)
