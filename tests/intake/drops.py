"""An inbox and what analysts drop in it, for tests: literal rows in real Parquet files."""

from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from overblik.answers import fetch
from overblik.intake.outcome import Outcome
from overblik.intake.publishing import publish_inbox
from overblik.release import Release, read_release, releases_folder
from tests.deliveries import Row, exports, schema, whole_row

DAY = date(2023, 4, 12)
SECRET = "HEMMELIG-9"  # stands in rows that are refused, and must stand in no message


def inbox(data: Path) -> Path:
    """The inbox of a data folder, there from now on."""
    folder = data / "indbakke"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def drop(data: Path, name: str, *rows: Row) -> Path:
    """One file in the inbox, its table read off its name ("FOB/oekonomi__maj.parquet")."""
    path = inbox(data) / name
    path.parent.mkdir(exist_ok=True)
    table = path.name.removesuffix(".parquet").split("__")[0]
    whole = [whole_row(table, row, number) for number, row in enumerate(rows)]
    pq.write_table(pa.Table.from_pylist(whole, schema=schema(table)), path)
    return path


def drop_all(data: Path, **tables: list[Row]) -> None:
    """A whole set of exports in the inbox."""
    for name, rows in exports(**tables).items():
        drop(data, f"{name}.parquet", *rows)


def post(key: str, kroner: int | str, **more: Any) -> Row:
    """A row of oekonomi."""
    return {"post_id": key, "beloeb_kr": kroner, **more}


def published(data: Path) -> Release:
    """Publishes the inbox, which must do."""
    outcome = publish_inbox(data)
    assert outcome.accepted, [breach.message for breach in outcome.rejected]
    assert not outcome.rejected
    return read_release(data)


def refused(data: Path) -> Outcome:
    """Publishes the inbox, which must not do."""
    outcome = publish_inbox(data)
    assert outcome.rejected
    assert not outcome.accepted
    return outcome


def partly(data: Path) -> Outcome:
    """Publishes the inbox, of which something must land and something must not."""
    outcome = publish_inbox(data)
    assert outcome.rejected
    assert outcome.accepted
    return outcome


def codes(outcome: Outcome) -> dict[str, set[str]]:
    """What each file that was not taken is told, by code."""
    return {file: {each.code for each in outcome.rejected if each.file == file} for file in told(outcome)}


def told(outcome: Outcome) -> list[str]:
    """The files that were not taken."""
    return list(dict.fromkeys(each.file for each in outcome.rejected))


def set_aside(data: Path) -> dict[str, bytes]:
    """The files in the quarantine, by name, without the folder of their drop and without the reports."""
    found = {}
    for path in sorted((data / "afvist").glob("*/**/*")):
        if path.is_file() and path.suffix == ".parquet":
            name = "/".join(path.relative_to(data / "afvist").parts[1:])
            assert name not in found, f"{name} was set aside twice"
            found[name] = path.read_bytes()
    return found


def spent(statusdato: date = date(2023, 3, 31)) -> str:
    """The figure that tells which money is in force. `in_use` must be in use."""
    return str(fetch("noegletal", statusdato=statusdato).one()["forbrug_kr"])


def everything_in(folder: Path) -> dict[str, bytes]:
    """Every file below a folder and its bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def whole(release: Release) -> dict[str, bytes]:
    """Every object of a release; reading one checks it against its hash."""
    return {name: release.object_bytes(name) for name in release.manifest["objects"]}


def chain(data: Path) -> list[Release]:
    """The releases from the one in force to the first."""
    found = [read_release(data)]
    while parent := found[-1].manifest["parent"]:
        found.append(read_release(data, parent))
    return found


def scratch_left(data: Path) -> list[str]:
    """Unfinished files that a publisher left behind."""
    return [
        str(path.relative_to(data))
        for folder in (releases_folder(data), data / "arkiv")
        for path in folder.rglob(".*")
    ]  # fmt: skip
