"""Writes a release: builds its tables, stores them, and says in a manifest what it rests on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from importlib.metadata import version
from pathlib import Path
from types import MappingProxyType

import pyarrow as pa

from overblik.intake.audit import examine
from overblik.intake.audit_earlier import measurements_before
from overblik.intake.breach import Breach
from overblik.intake.building import build_tables
from overblik.intake.inbox import Delivery
from overblik.intake.progress import AUDITS, BUILDS, RELEASES, Tell, quietly
from overblik.intake.protection import protection_for
from overblik.intake.rewritten import ReadFile, newest_dates
from overblik.intake.store import write_manifest, write_object
from overblik.mailbox import Progress
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
    more: Mapping[str, object] = MappingProxyType({}),
    tell: Tell = quietly,
) -> str:
    """Stores a release made of judged files, which is not in force yet; gives its id. `more` goes into its manifest.

    Raises AuditFailed: what would tell too much is not stored.
    """
    tell(Progress(BUILDS))
    described = _described(sources, files, day)
    fritekst = settings().udgiv_fritekst
    protection = protection_for(folder.parent, is_example=is_example)
    tables = build_tables(files, _leverance(described), day, fritekst, protection)
    earlier = () if is_example else measurements_before(folder.parent, parent)
    tell(Progress(AUDITS))
    examined = examine(tables, protection.graenser, earlier)
    statusdato = {row["helhedsplan_id"]: row["statusdato"].isoformat() for row in tables["plan"].to_pylist()}
    tell(Progress(RELEASES))
    manifest = {
        **more,
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
        "kontrol": examined.summary(),
        "settings": {"udgiv_fritekst": fritekst, **protection.told},
        "versions": {name: version(name) for name in ("duckdb", "pyarrow")},
    }
    return write_manifest(folder, manifest)


def default_plan(plans: Sequence[dict[str, object]], day: date) -> str:
    """The newest plan that has begun; where none has, the one that begins first (domain.md, Formulas)."""

    def start(plan: dict[str, object]) -> tuple[str, str]:
        return str(plan["start_dato"]), str(plan["helhedsplan_id"])

    begun = [plan for plan in plans if str(plan["start_dato"]) <= day.isoformat()]
    chosen = max(begun, key=start) if begun else min(plans, key=start)
    return str(chosen["helhedsplan_id"])


def _described(sources: Iterable[Source], files: Sequence[ReadFile], day: date) -> list[Source]:
    newest = newest_dates(files, day)
    rows = {file.file: file.rows for file in files}
    return [
        replace(source, raekker=rows[source.fil], nyeste_dato=newest.get(source.fil))
        for source in sorted(sources, key=lambda source: (source.tabel, source.fil))
    ]


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
