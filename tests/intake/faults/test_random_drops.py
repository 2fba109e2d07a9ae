"""Random drops, with publishers killed in between: files in = published + waiting + quarantined, none twice, none gone."""

import hashlib
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from overblik.intake.publishing import publish_inbox
from overblik.release_history import chain, newest_whole
from tests.intake.drops import drop, drop_all, everything_in, inbox, post, published, scratch_left
from tests.intake.faults.faults import with_fault
from tests.intake.faults.remembering import remembering

NAMES = 6  # so few that files replace each other


class Analysts:
    """They hand in good files, bad ones, ones that rest on each other, and ones that nobody can read."""

    def __init__(self, data: Path, chance: Random) -> None:
        self.data, self.chance = data, chance
        self.handed_in: dict[str, str] = {}  # sha256 -> name
        self.number = 0

    def drop(self) -> None:
        self.number += 1
        key, place = f"x{self.number}", self.chance.randrange(NAMES)
        match self.chance.randrange(6):
            case 0 | 1:
                self._hand_in(f"FOB/oekonomi__{place}.parquet", post(key, self.number))
            case 2:
                self._hand_in(f"SB/oekonomi__{place}.parquet", post(key, 1, omraade_id="UKENDT"))
            case 3:  # rests on an indsats that may come, or not, or be refused
                self._hand_in(f"SB/milepael__{place}.parquet", {"milepael_id": key, "indsats_id": f"J{place}"})
            case 4:
                plan = self.chance.choice(["P1", "P1", "UKENDT"])
                row = {"indsats_id": f"J{place}", "helhedsplan_id": plan, "beskrivelse": key}
                self._hand_in(f"SB/indsats__{place}.parquet", row)
            case _:
                name = self.chance.choice([f"oekonomi__{key}.parquet", f"ukendt__{key}.parquet"])
                path = inbox(self.data) / name
                path.write_bytes(key.encode() * 50)
                self.handed_in[_sha256(path)] = name

    def _hand_in(self, name: str, row: dict[str, object]) -> None:
        path = inbox(self.data) / name
        if path.exists():  # its owner takes back what still waits there
            del self.handed_in[_sha256(path)]
        self.handed_in[_sha256(drop(self.data, name, row))] = name

    def whereabouts(self) -> Counter[tuple[str, int]]:
        """How many files are in how many of the three places."""
        named = {source["sha256"] for release in chain(self.data) for source in release.manifest["sources"]}
        kept = {path.stem for path in (self.data / "arkiv").glob("*.parquet")}
        refused = _contents(self.data / "afvist")
        waiting = _contents(inbox(self.data))
        return Counter(
            (where, sum(each in place for place in (named & kept, waiting, refused)))
            for each in self.handed_in
            for where in [("published" if each in named else "waiting" if each in waiting else "quarantined")]
        )


def _contents(folder: Path) -> set[str]:
    return {hashlib.sha256(content).hexdigest() for content in everything_in(folder).values()}


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("drops", [320, pytest.param(10_000, marks=pytest.mark.long)])
def test_no_file_is_lost_or_taken_twice_whoever_is_killed(drops: int, in_use: Path, tmp_path: Path) -> None:
    chance = Random(drops)
    drop_all(in_use, oekonomi=[post("a", 100)])
    published(in_use)
    analysts = Analysts(in_use, chance)
    seen: Counter[str] = Counter()
    with remembering(tmp_path / "læst"):
        while analysts.number < drops:
            for _ in range(chance.randrange(1, 25)):
                analysts.drop()
            for _ in range(chance.randrange(1, 3)):
                kind = chance.choice(["SIGKILL", "torn", "EIO", "ENOSPC"])
                with_fault(in_use, lambda: publish_inbox(in_use), chance.randrange(150), kind)
                assert not newest_whole(in_use).newer_is_damaged
            publish_inbox(in_use)
            found = analysts.whereabouts()
            assert {places for _, places in found} == {1}, found
            seen.update(where for where, _ in found)
            assert scratch_left(in_use) == []
    assert min(seen[where] for where in ("published", "waiting", "quarantined")) > 3
