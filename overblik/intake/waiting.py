"""Which files wait in the inbox for another one to be mended, remembered from publish to publish: `afvist/venter.json`.

Without it a milepael that waits for its refused indsats would be refused itself as soon as anybody else delivers.
A file waits on as long as nothing new has come for the tables it waits for.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from overblik.intake.archive import hash_of
from overblik.intake.durable import make_folder, sync_folder, write_file
from overblik.intake.inbox import Delivery
from overblik.intake.manifest import Source
from overblik.mailbox_reports import quarantine_folder


@dataclass(frozen=True)
class Remembered:
    """What waited before and may wait on, by name."""

    files: Mapping[str, dict[str, Any]] = field(default_factory=dict)

    def tables(self, delivery: Delivery) -> frozenset[str]:
        """The tables that a file still waits for; none where it is new or something has come since."""
        return frozenset(self.files.get(delivery.name, {}).get("tabeller", ()))

    def paa(self, delivery: Delivery) -> tuple[str, ...]:
        """The refused files that it waits for."""
        return tuple(self.files.get(delivery.name, {}).get("paa", ()))


def remembered(data: Path, in_force: Sequence[Source], dropped: Sequence[Delivery]) -> Remembered:
    """What still waits of what is dropped: the same file, and nothing new in force or dropped of its tables."""
    try:
        known = json.loads(_place(data).read_bytes())
        found = {each["fil"]: each for each in known}
        waiting = {delivery.name for delivery in dropped if _same(delivery, found)}
        fresh = {delivery.table for delivery in dropped if delivery.name not in waiting}
        still = {
            name: found[name]
            for name in waiting
            if not fresh & set(found[name]["tabeller"])
            and found[name]["grundlag"] == _basis(in_force, found[name]["tabeller"])
        }
    except (OSError, ValueError, KeyError, TypeError):
        return Remembered()
    return Remembered(still)


def remember(
    data: Path,
    in_force: Sequence[Source],
    waits: Iterable[tuple[Delivery, Sequence[str], Iterable[str]]],
) -> None:
    """Remembers what waits now (file, the refused files, the tables it waits for), and forgets the rest."""
    lines = [
        {
            "fil": delivery.name,
            "sha256": hash_of(delivery.path),
            "paa": list(paa),
            "tabeller": sorted(tables),
            "grundlag": _basis(in_force, tables),
        }
        for delivery, paa, tables in waits
    ]
    if lines or _place(data).exists():
        make_folder(_place(data).parent)
        write_file(_place(data), json.dumps(lines, ensure_ascii=False).encode(), 0o644)
        sync_folder(_place(data).parent)


def _same(delivery: Delivery, found: Mapping[str, dict[str, Any]]) -> bool:
    return delivery.name in found and found[delivery.name]["sha256"] == hash_of(delivery.path)


def _basis(in_force: Sequence[Source], tables: Iterable[str]) -> list[str]:
    wanted = set(tables)
    return sorted(f"{source.fil} {source.sha256}" for source in in_force if source.tabel in wanted)


def _place(data: Path) -> Path:
    return quarantine_folder(data) / "venter.json"
