"""Many at once on one store: publishers of tiny releases, and readers that look for a mixture, in their own processes.

    python -m tests.intake.faults.crowd publish DATA NAME TIMES [VARIANT]      prints the name of each release that it was told is there
    python -m tests.intake.faults.crowd read DATA TIMES          prints how many releases it saw, and how many reads
                                                                 held a mixture
Each release has three tables that all say its name and number. VARIANT is a store that is broken on purpose.
"""

import io
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from overblik.intake import store
from overblik.intake.durable import write_file
from overblik.release import FORMAT, current_id, object_path, pointer_path, read_release, releases_folder
from overblik.release_history import newest_whole

TABLES = ("a", "b", "c")


def publish(data: Path, name: str, variant: str = "") -> None:
    """Puts one more tiny release in force."""
    folder = releases_folder(data)
    turn: AbstractContextManager[None] = nullcontext() if variant == "no turn" else store.publishing_turn(folder)
    with turn:
        parent = current_id(data)
        content = pa.table({"navn": [name] * 50})
        objects = {table: store.write_object(folder, content.append_column(table, content["navn"])) for table in TABLES}
        manifest = {"format": FORMAT, "parent": parent, "objects": objects, "navn": name, "today": "2023-04-12"}
        release_id = store.write_manifest(folder, manifest | {"eksempel": False, "sources": []})
        if variant == "no turn":
            write_file(pointer_path(folder), release_id.encode(), 0o644)
        elif variant == "file by file":
            for table, entry in objects.items():
                place = folder / f"{table}.parquet"
                write_file(place, object_path(folder, entry["sha256"]).read_bytes(), 0o644)
            store.move_pointer(folder, release_id, parent)
        else:
            store.move_pointer(folder, release_id, parent)


def seen(data: Path) -> set[str]:
    """The names that one read of a release holds: one, unless it is a mixture."""
    shown = newest_whole(data)
    assert not shown.newer_is_damaged
    contents = [shown.release.object_bytes(table) for table in TABLES]
    return {str(shown.release.manifest["navn"]), *(name for content in contents for name in _names(content))}


def seen_file_by_file(data: Path) -> set[str]:
    """As `seen`, of a store that renames a release file by file."""
    folder = releases_folder(data)
    return {name for table in TABLES for name in _names((folder / f"{table}.parquet").read_bytes())}


def chain_of_names(data: Path) -> list[str]:
    """The names of all releases from the first to the one in force."""
    names = []
    following = current_id(data)
    while following:
        release = read_release(data, following)
        names.append(release.manifest["navn"])
        following = release.manifest["parent"]
    return names[::-1]


def _names(content: bytes) -> set[str]:
    return set(pq.read_table(io.BytesIO(content), columns=["navn"])["navn"].to_pylist())


def main(command: str, data: str, *more: str) -> None:
    if command == "publish":
        name, times, *variant = more
        for number in range(int(times)):
            publish(Path(data), f"{name}-{number}", *variant)
            print(f"{name}-{number}", flush=True)
    else:
        times, *variant = more
        read = seen_file_by_file if variant else seen
        found = [read(Path(data)) for _ in range(int(times))]
        print(len(set().union(*found)), sum(len(names) > 1 for names in found))


if __name__ == "__main__":
    main(*sys.argv[1:])
