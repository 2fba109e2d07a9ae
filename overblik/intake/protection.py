"""What the SQL of a release needs to protect people: thresholds, the key, and what earlier releases hid or showed."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from overblik.errors import ReleaseDamaged, ReleaseUnknown
from overblik.intake.protection_key import EXAMPLE_KEY, fingerprint, installation_key
from overblik.release import Release, read_release, releases_folder
from overblik.settings import settings
from overblik.settings_limits import Diskretionering

KEYS = pa.schema([("indikator_id", pa.string()), ("omraade_id", pa.string()), ("periode_slut", pa.date32())])


@dataclass(frozen=True)
class Protection:
    """Thresholds; the key (never shown, not even in a repr); measurements that an earlier release hid, or showed."""

    graenser: Diskretionering
    key: str = field(repr=False)
    hidden_before: pa.Table = field(default_factory=KEYS.empty_table, repr=False)
    shown_before: pa.Table = field(default_factory=KEYS.empty_table, repr=False)

    @property
    def parameters(self) -> dict[str, object]:
        """What queries/udgiv/ names: $noegle and the thresholds by the names of their settings."""
        return {"noegle": self.key, **asdict(self.graenser)}

    @property
    def told(self) -> dict[str, object]:
        """What the manifest says of it: the thresholds, and a fingerprint that tells the key apart from others."""
        return {**asdict(self.graenser), "noegle_aftryk": fingerprint(self.key)}


def protection_for(data: Path, *, is_example: bool) -> Protection:
    """The protection of the next release. Call it in a publishing turn. Raises KeyGone, KeyUnusable."""
    graenser = settings().diskretionering
    if is_example:
        return Protection(graenser, EXAMPLE_KEY)
    made = list(real_releases(data))
    in_use = frozenset(str(told) for release in made if (told := release.manifest["settings"].get("noegle_aftryk")))
    return Protection(graenser, installation_key(data, in_use), *before(made))


def real_releases(data: Path) -> Iterator[Release]:
    """Every release of real figures that is kept, in force or not: whoever saw one remembers it."""
    for path in sorted((releases_folder(data) / "manifest").glob("*.json")):
        try:
            release = read_release(data, path.stem)
        except (ReleaseDamaged, ReleaseUnknown):
            continue  # what cannot be read can tell nobody anything; the one in force is judged by the publisher
        if not release.is_example:
            yield release


def before(made: list[Release]) -> tuple[pa.Table, pa.Table]:
    """The measurements that releases hid to protect people although their period had ended; and those that they showed.

    The first stay hidden: beside the old release, a corrected figure would tell what the old one hid. The second
    protect nothing any more: whoever kept the old release knows them.
    """
    hidden, shown = {}, {}
    for release in made:
        entry = release.manifest["objects"].get("maaling")
        if entry is None or (place := f"{entry['sha256']} {release.updated}") in shown:
            continue
        try:
            rows = pq.ParquetFile(pa.BufferReader(release.object_bytes("maaling"))).read()
        except ReleaseDamaged:
            continue
        shown[place] = _keys(rows.filter(pc.equal(rows["vaerdi_status"], "ok")))
        if "skjult_af" in rows.column_names:  # not so before small numbers were protected
            ended = pc.less_equal(rows["periode_slut"], pa.scalar(release.updated))
            by_us = pc.fill_null(pc.equal(rows["skjult_af"], "beskyttelse"), False)
            hidden[place] = _keys(rows.filter(pc.and_(ended, by_us)))
    return _together(hidden.values()), _together(shown.values())


def _keys(rows: pa.Table) -> pa.Table:
    return rows.select(KEYS.names).cast(KEYS)


def _together(found: Iterable[pa.Table]) -> pa.Table:
    return pa.concat_tables([KEYS.empty_table(), *found]).group_by(KEYS.names).aggregate([])
