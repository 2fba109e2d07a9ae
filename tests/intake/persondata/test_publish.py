"""Personal data in any place of a file refuses it, and nothing of it is left anywhere but in the file set aside."""

import logging
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from overblik.intake.persondata import CODES
from overblik.intake.publishing import publish_inbox
from overblik.release import read_release
from tests.deliveries import exports, schema, whole_row
from tests.intake.drops import drop_all, inbox, published

CPR, LOST, MAIL = "010190-1234", 101901234, "x.y@eksempel.dk"
ROWS = 40


def posts(**changed: object) -> pa.Table:
    """A file of oekonomi; `changed` in its last row."""
    rows = [{"post_id": f"P{number}", "beloeb_kr": "1.00"} for number in range(ROWS - 1)]
    last = {"post_id": "SIDST", "beloeb_kr": "1.00", **changed}
    whole = [whole_row("oekonomi", row, number) for number, row in enumerate([*rows, last])]
    return pa.Table.from_pylist(whole, schema=schema("oekonomi"))


def beside(name: str, last: object) -> pa.Table:
    """The same with a column that the contract does not know."""
    values = pa.array([None] * (ROWS - 1) + [last])
    return posts().append_column(name, values)


def in_metadata(text: str) -> pa.Table:
    return posts().replace_schema_metadata({"lavet_af": text})


# Each place, what makes such a file, its name, and what must stand nowhere else afterwards.
PLACES: dict[str, tuple[Callable[[], pa.Table], str, str]] = {
    "a text column": (lambda: posts(note=f"aftalt med {CPR}"), "oekonomi.parquet", CPR),
    "a key column": (lambda: posts(post_id=CPR), "oekonomi.parquet", CPR),
    "a text column of a file that breaks the contract too": (
        lambda: posts(note=f"se {CPR}", beloeb_kr="1.00", form=None), "oekonomi.parquet", CPR,
    ),
    "an e-mail address": (lambda: posts(note=f"skriv til {MAIL}"), "oekonomi.parquet", MAIL),
    "a number column": (lambda: beside("personnummer", LOST), "oekonomi.parquet", str(LOST)),
    "a column beside the contract's": (lambda: beside("bemaerkninger", CPR), "oekonomi.parquet", CPR),
    "a column of names": (lambda: beside("borger_navn", "Jens Opdigtet"), "oekonomi.parquet", "Jens Opdigtet"),
    "a column's name": (lambda: beside(CPR, 1), "oekonomi.parquet", CPR),
    "the file's name": (posts, f"oekonomi__{CPR}.parquet", CPR),
    "the folder's name": (posts, f"{CPR}/oekonomi.parquet", CPR),
    "the file's metadata": (lambda: in_metadata(f"udtræk for {CPR}"), "oekonomi.parquet", CPR),
}  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_personal_data_anywhere_refuses_the_file_and_is_repeated_nowhere(
    place: str, in_use: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
):
    caplog.set_level(logging.DEBUG)
    make, name, secret = PLACES[place]
    drop_all(in_use)
    before = published(in_use).id
    path = inbox(in_use) / name
    path.parent.mkdir(exist_ok=True)
    pq.write_table(make(), path)
    outcome = publish_inbox(in_use)
    assert {one.code for one in outcome.rejected} & CODES
    assert not outcome.accepted
    assert read_release(in_use).id == before
    said = [str(one) for one in (*outcome.rejected, *outcome.warnings)] + [caplog.text, *capfd.readouterr()]
    assert not [text for text in said if secret in text]
    left = [path for path in in_use.rglob("*") if path.is_file() and secret.encode() in path.read_bytes()]
    assert all({"afvist", "indbakke"} & set(path.relative_to(in_use).parts) for path in left)


def test_statistics_with_personal_data_refuse_a_file_whose_rows_have_none(in_use: Path):
    drop_all(in_use)
    published(in_use)
    path = inbox(in_use) / "oekonomi.parquet"
    pq.write_table(posts(note="000000-0000"), path, compression="none", use_dictionary=["kategori"])
    content = path.read_bytes()
    at = content.rindex(b"000000-0000")
    path.write_bytes(content[:at] + CPR.encode() + content[at + len(CPR) :])  # in the footer, not in the page
    outcome = publish_inbox(in_use)
    assert [one.code for one in outcome.rejected] == ["persondata_cpr"]
    assert "statistikker" in outcome.rejected[0].message
    assert CPR not in outcome.rejected[0].message


def test_what_may_be_a_number_or_a_name_is_a_warning_with_its_row_and_the_figures_are_published(in_use: Path):
    tables = exports(
        oekonomi=[{"beloeb_kr": "1.00", "note": "om 0101901235 i maj"}], indsats=[{"ansvarlig_rolle": "Mette Opdigtet"}]
    )
    drop_all(in_use, **tables)
    outcome = publish_inbox(in_use)
    assert outcome.accepted
    told = {(one.code, one.column, one.first_rows) for one in outcome.warnings if one.code.startswith("persondata")}
    assert told == {("persondata_maaske_cpr", "note", (1,)), ("persondata_maaske_navn", "ansvarlig_rolle", (1,))}
    assert not [one for one in outcome.warnings if "0101901235" in one.message or "Opdigtet" in one.message]
