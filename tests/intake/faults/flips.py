"""Single bits changed in a store on disk: where the store's files are, and a flip that can be taken back."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from overblik import release
from overblik.answers import database
from overblik.release import Release, manifest_path, object_path, pointer_path, releases_folder


def parts(shown: Release) -> list[Path]:
    """Every file that what a reader sees of a release rests on."""
    objects = {object_path(shown.folder, entry["sha256"]) for entry in shown.manifest["objects"].values()}
    return [pointer_path(shown.folder), manifest_path(shown.folder, shown.id), *sorted(objects)]


def read_anew() -> None:
    """Forgets what this process has in memory, as a process that has just started."""
    release._remembered.cache_clear()
    database._open.clear()


def swap_bit(path: Path, bit: int) -> None:
    """Makes one bit of a file another one, for good."""
    changed = bytearray(path.read_bytes())
    changed[bit // 8] ^= 1 << bit % 8
    _write(path, bytes(changed))


@contextmanager
def flipped(path: Path, bit: int) -> Iterator[None]:
    """One bit of a file is another until the end of the block."""
    content = path.read_bytes()
    swap_bit(path, bit)
    try:
        yield
    finally:
        _write(path, content)


def random_bits(data: Path, shown: Release, number: int, chance: Random) -> Iterator[tuple[Path, int]]:
    """Bits all over a store: every file of the release has its share, small ones too."""
    assert shown.folder == releases_folder(data)
    files = parts(shown)
    for each in range(number):
        path = files[each % len(files)]
        yield path, chance.randrange(8 * path.stat().st_size)


def _write(path: Path, content: bytes) -> None:
    path.chmod(0o644)
    path.write_bytes(content)
