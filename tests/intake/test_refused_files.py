"""A bad file is set aside with a Danish sentence; nothing is lost, and the good files beside it land."""

import hashlib
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from overblik.intake.breach import Breach
from overblik.intake.publishing import publish_inbox
from overblik.mailbox_reports import read_report
from overblik.release import read_release
from overblik.settings import settings
from tests.deliveries import schema, whole_row
from tests.intake.drops import SECRET, drop, drop_all, everything_in, inbox, partly, post, published, refused

Spoil = Callable[[Path], object]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What all refusals of this module share: one release of 100 kr."""
    return {"data": tmp_path_factory.mktemp("afvist") / "data"}


@pytest.fixture
def released(kept: dict[str, Any], monkeypatch: pytest.MonkeyPatch, in_use: Path) -> Path:
    """A data folder in use with a release in force and an empty inbox."""
    data: Path = kept["data"]
    monkeypatch.setenv("OVERBLIK_DATA", str(data))
    settings.cache_clear()
    if "release" not in kept:
        drop_all(data, oekonomi=[post("a", 100)])
        kept["release"] = published(data)
    return data


def rows(*changed: dict[str, Any]) -> pa.Table:
    """Two good rows of oekonomi, or changed ones; each with something secret in it."""
    usual = [post("ny-1", 7, note=SECRET), post("ny-2", 8, note=SECRET)]
    whole = [whole_row("oekonomi", row | change, 0) for row, change in zip(usual, changed or ({}, {}), strict=True)]
    return pa.Table.from_pylist(whole, schema=schema("oekonomi"))


def written(table: pa.Table) -> Spoil:
    def spoil(path: Path) -> None:
        with open(path, "wb") as file:  # PyArrow takes no name that is no text
            pq.write_table(table, file)

    return spoil


def as_text(column: str) -> Spoil:
    place = schema("oekonomi").get_field_index(column)
    return written(rows().set_column(place, column, pa.array([SECRET, SECRET])))


def corrupt(path: Path) -> None:
    pq.write_table(rows(), path)
    content = bytearray(path.read_bytes())
    content[4:200] = os.urandom(196)
    path.write_bytes(content)


def cut_short(path: Path) -> None:
    pq.write_table(rows(), path)
    path.write_bytes(path.read_bytes()[:-100])


def linked(path: Path) -> None:
    elsewhere = path.parent.parent.parent / "andetsteds.parquet"
    pq.write_table(rows(), elsewhere)
    path.symlink_to(elsewhere)


def nested(path: Path) -> None:
    pq.write_table(rows().append_column("liste", pa.array([[1], [2]])), path)


NAME = "FOB/oekonomi.parquet"
# what is wrong: name, how it is made, the breach's code, its column, its number of rows, a word of the remedy
BAD: dict[str, tuple[str, Spoil, str, str | None, int, str]] = {
    "zero bytes": (NAME, Path.touch, "ikke_parquet", None, 0, "Dan filen på ny"),
    "another format": (NAME, lambda p: p.write_text(f"a;b\n{SECRET};2\n"), "ikke_parquet", None, 0, "Dan filen på ny"),
    "cut short": (NAME, cut_short, "ikke_parquet", None, 0, "Dan filen på ny"),
    "overwritten bytes": (NAME, corrupt, "", None, 0, "Dan filen på ny"),
    "a directory": (NAME, Path.mkdir, "ikke_almindelig_fil", None, 0, "Læg selve filen"),
    "a link": (NAME, linked, "ikke_almindelig_fil", None, 0, "Læg selve filen"),
    "a dead link": (NAME, lambda p: p.symlink_to("/findes/ikke"), "ikke_almindelig_fil", None, 0, "Læg selve filen"),
    "a link to a folder": ("LINK", lambda p: p.symlink_to("/tmp"), "ikke_almindelig_fil", None, 0, "Læg selve filen"),
    "a pipe": (NAME, os.mkfifo, "ikke_almindelig_fil", None, 0, "Læg selve filen"),
    "an unknown table": ("FOB/budget.parquet", written(rows()), "ukendt_tabel", None, 0, "Navngiv filen"),
    "a near name": ("FOB/okonomi.parquet", written(rows()), "ukendt_tabel", None, 0, "Mente du oekonomi.parquet?"),
    "a name in capitals": ("FOB/OEKONOMI.PARQUET", written(rows()), "ukendt_tabel", None, 0, "oekonomi.parquet?"),
    "a name of no text": (
        os.fsdecode(b"FOB/oekonomi__\xff.parquet"),
        written(rows()),
        "ulaeseligt_filnavn",
        None,
        0,
        "Giv filen",
    ),
    "a line break in the name": ("FOB/oekonomi__\n.parquet", written(rows()), "ulaeseligt_filnavn", None, 0, "Giv"),
    "a column too few": (NAME, written(rows().drop_columns("form")), "kolonne_mangler", "form", 2, "Tilføj form"),
    "a column misspelt": (
        NAME,
        written(rows().rename_columns([n.replace("beloeb_kr", "beløb_kr") for n in schema("oekonomi").names])),
        "kolonne_mangler",
        "beloeb_kr",
        2,
        "Omdøb beløb_kr til beloeb_kr",
    ),
    "a list": (NAME, nested, "indlejret_kolonne", None, 0, "Fold kolonnen ud"),
    "text for money": (NAME, as_text("beloeb_kr"), "forkert_type", "beloeb_kr", 2, "Ret kolonnen beloeb_kr"),
    "text for a date": (NAME, as_text("periode_start"), "forkert_type", "periode_start", 2, "Ret kolonnen"),
    "a null": (NAME, written(rows({}, {"bidragyder": None})), "mangler_vaerdi", "bidragyder", 1, "Ret kolonnen"),
    "off the list": (NAME, written(rows({"form": "Kontanter"}, {})), "ukendt_vaerdi", "form", 1, "Ret kolonnen form"),
    "an unknown key": (NAME, written(rows({}, {"bidragyder": SECRET})), "ukendt_noegle", "bidragyder", 1, "Ret nøgl"),
    "a key twice": (NAME, written(rows({}, {"post_id": "ny-1"})), "dobbelt_noegle", "post_id", 2, "Behold én række"),
    "a key that is there": (NAME, written(rows({}, {"post_id": "a"})), "dobbelt_noegle", "post_id", 1, "Behold én"),
    "a bad key": (NAME, written(rows({}, {"post_id": f"{SECRET} "})), "ugyldig_noegle", "post_id", 1, "Ret kolonnen"),
    "a negative budget": (
        NAME,
        written(rows({}, {"beloeb_kr": -5, "type": "budget_oprindeligt"})),
        "negativt_beloeb",
        "beloeb_kr",
        1,
        "aflever filen igen",
    ),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_is_told_of_and_set_aside_alone(kind: str, released: Path) -> None:
    name, spoil, code, column, count, remedy = BAD[kind]
    before = read_release(released)
    path = inbox(released) / name
    path.parent.mkdir(exist_ok=True)
    spoil(path)
    plain = path.is_file() and not path.is_symlink()
    content = path.read_bytes() if plain else b""
    drop(released, "SB/oekonomi.parquet", post("god", next(KRONER)))
    outcome = partly(released)
    told = [breach for breach in outcome.rejected if breach.file == os.fsencode(name).decode(errors="replace")]
    told = told or [breach for breach in outcome.rejected if breach.code == code]
    (breach,) = told
    assert code in ("", breach.code)
    assert (breach.column, breach.rows) == (column if code else breach.column, count if code else breach.rows)
    assert remedy in breach.message
    assert {each.file for each in outcome.rejected} == {breach.file}
    calm(breach.message, released)
    assert outcome.accepted == ("SB/oekonomi.parquet",)
    assert read_release(released).manifest["parent"] == before.id
    assert name not in {source["fil"] for source in read_release(released).manifest["sources"]}
    assert not any(everything_in(inbox(released)))
    reported(released / "afvist" / str(outcome.quarantine), breach, content if plain else None)


KRONER = iter(range(1, 1000))


def reported(folder: Path, breach: Breach, content: bytes | None) -> None:
    """The file lies untouched in its folder, beside a report that says what the breach says and no more."""
    (file,) = read_report(folder).filer  # type: ignore[union-attr]
    assert file.fil == breach.file
    assert [each.message for each in file.breaches] == [breach.message]
    assert os.path.lexists(folder / file.fil)
    if content is not None:
        assert (folder / file.fil).read_bytes() == content
        assert (file.bytes, file.sha256) == (len(content), hashlib.sha256(content).hexdigest())
    text = (folder / "rapport.txt").read_text(encoding="utf-8")
    assert breach.message.partition(": ")[2] in text
    calm(text, folder)


def calm(message: str, data: Path) -> None:
    """A sentence for people: no value of the data, no path, no Python, no English."""
    assert SECRET not in message
    assert str(data) not in message
    assert "/tmp" not in message
    assert not re.search(r"Error|Traceback|None|\bthe\b|\{|\}", message), message
    assert message.rstrip().endswith((".", "?"))


def test_an_extra_column_is_a_warning_and_is_not_published(released: Path) -> None:
    pq.write_table(rows().append_column("cprnr", pa.array([SECRET, SECRET])), inbox(released) / "oekonomi__x.parquet")
    before = read_release(released)
    outcome = publish_inbox(released)
    assert {warning.code for warning in outcome.warnings} >= {"kolonne_ukendt"}
    assert SECRET.encode() not in b"".join(everything_in(released / "udgivelser").values())
    assert read_release(released).manifest["parent"] == before.id


def test_all_that_is_wrong_is_told_at_once(released: Path) -> None:
    folder = inbox(released)
    pq.write_table(rows({}, {"bidragyder": None}), folder / "oekonomi__1.parquet")
    (folder / "milepael__2.parquet").write_bytes(b"")
    (folder / "nonsens.parquet").write_bytes(b"")
    assert {(breach.file, breach.code) for breach in refused(released).rejected} == {
        ("oekonomi__1.parquet", "mangler_vaerdi"),
        ("milepael__2.parquet", "ikke_parquet"),
        ("nonsens.parquet", "ukendt_tabel"),
    }
    assert everything_in(folder) == {}


@pytest.mark.parametrize("table", ["helhedsplan", "boligomraade", "organisation", "indsatsomraade"])
def test_a_table_that_must_have_rows_is_refused_without_in_a_sentence(table: str, released: Path) -> None:
    pq.write_table(schema(table).empty_table(), inbox(released) / f"{table}.parquet")
    for breach in refused(released).rejected:
        calm(breach.message, released)
    assert everything_in(inbox(released)) == {}
