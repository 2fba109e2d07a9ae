"""What names mean which keys: read off the current release, to pre-fill the workbook and to convert it by."""

import io
from dataclasses import dataclass
from typing import Any

import pyarrow.parquet as pq

from overblik import contract
from overblik.release import Release

Names = tuple[tuple[str, str], ...]  # key, what people call it


@dataclass(frozen=True)
class Stamdata:
    """Reference rows as the contract's tables have them, by table name; and the lists a name is chosen from."""

    rows: dict[str, tuple[dict[str, Any], ...]]

    def plan(self) -> dict[str, Any]:
        """The plan that filled-in rows belong to: the newest by its start. Empty where there is none."""
        return max(self.rows["helhedsplan"], key=lambda row: (row["start_dato"], row["helhedsplan_id"]), default={})

    def names(self, chosen_from: str) -> Names:
        """Key and name of everything in a list, by the list's name in ark.py."""
        if chosen_from in _LABELS:
            table, column = _LABELS[chosen_from]
            return next(c.value_labels for c in contract.tables()[table].columns if c.name == column)
        table, key = _KEYS[chosen_from]
        rows = self.of_the_period() if table == "indsatsomraade" else self.rows[table]
        return tuple((row[key], row["navn"]) for row in rows)

    def of_the_period(self) -> tuple[dict[str, Any], ...]:
        """The indsatsområder of the plan's grant period: their names change with it."""
        period = self.plan().get("bevillingsperiode")
        return tuple(row for row in self.rows["indsatsomraade"] if row["bevillingsperiode"] == period)

    def housing(self, omraade: str) -> list[str]:
        """Short names of the organisations that have a part in an area."""
        short = {row["organisation_id"]: row["kortnavn"] for row in self.rows["organisation"]}
        pairs = self.rows["omraade_organisation"]
        return [short[pair["organisation_id"]] for pair in pairs if pair["omraade_id"] == omraade]


_KEYS = {
    "omraade": ("boligomraade", "omraade_id"),
    "organisation": ("organisation", "organisation_id"),
    "indsatsomraade": ("indsatsomraade", "indsatsomraade_kode"),
    "indsats": ("indsats", "indsats_id"),
}
_LABELS = {
    "indsats_status": ("indsats", "status"),
    "spor": ("milepael", "spor"),
    "kategori": ("oekonomi", "kategori"),
    "aktivitetstype": ("aktivitet", "aktivitetstype"),
    "organisation_type": ("organisation", "type"),
}
# What a release calls the contract's tables of reference.
_IN_RELEASE = {
    "helhedsplan": "plan",
    "boligomraade": "omraade",
    "organisation": "organisation",
    "omraade_organisation": "omraade_organisation",
    "indsatsomraade": "indsatsomraade",
    "indsats": "indsats",
    "milepael": "milepael",
}

NOTHING = Stamdata(dict.fromkeys(_IN_RELEASE, ()))


def of_release(release: Release | None) -> Stamdata:
    """The reference rows of a release; of none, nothing. Raises ReleaseDamaged."""
    if release is None:
        return NOTHING
    return Stamdata(
        {
            name: tuple(pq.read_table(io.BytesIO(release.object_bytes(made))).to_pylist())
            for name, made in _IN_RELEASE.items()
        }
    )
