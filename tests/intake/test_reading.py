"""One file by itself: its names, its shape, and files that are no Parquet at all."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from overblik import contract
from overblik.intake.breach import Breach
from tests.contract.rows import as_table, example
from tests.intake.reading import read

MOEDE = contract.tables()["moede"]


def read_as(table: pa.Table, tmp_path: Path, **options: object) -> tuple[pa.Table | None, list[Breach], list[Breach]]:
    """Writes a file of the table moede and reads it as FOB/moede.parquet."""
    pq.write_table(table, tmp_path / "fil.parquet", **options)
    return read(tmp_path / "fil.parquet", "FOB/moede.parquet", MOEDE)


def moede(rows: int = 1) -> pa.Table:
    return as_table("moede", [example("moede")] * rows)


def renamed(**names: str) -> pa.Table:
    return moede().rename_columns([names.get(name, name) for name in moede().schema.names])


@pytest.mark.parametrize("name", list(contract.tables()))
def test_every_column_of_every_table_is_missed(name: str, tmp_path: Path):
    whole = as_table(name, [example(name)])
    for column in whole.schema.names:
        pq.write_table(whole.drop_columns([column]), tmp_path / "fil.parquet")
        taken, breaches, _ = read(tmp_path / "fil.parquet", "fil.parquet", contract.tables()[name])
        assert taken is None
        assert [(breach.code, breach.column) for breach in breaches] == [("kolonne_mangler", column)]


@pytest.mark.parametrize(
    ("wanted", "written"),
    [("moede_id", "Moede_ID"), ("moede_id", "møde_id"), ("moede_id", "MØDE ID"), ("data_laas_dato", "data_lås_dato"),
     ("titel", "titell"), ("kilde", "kilder")],
)  # fmt: skip
def test_a_name_that_is_nearly_right_is_named_beside_the_right_one(wanted: str, written: str, tmp_path: Path):
    taken, breaches, warnings = read_as(renamed(**{wanted: written}), tmp_path)
    assert taken is None
    assert warnings == []
    assert [breach.message for breach in breaches] == [
        f"FOB/moede.parquet: Kolonnen {wanted} mangler, men filen har kolonnen {written} (1 række). "
        f"Omdøb {written} til {wanted} i udtrækket, og aflever filen igen."
    ]


def test_columns_that_are_not_the_contracts_are_a_warning_and_left_out(tmp_path: Path):
    extra = moede().append_column("lokale", pa.array(["Salen"])).append_column("x", pa.array([1]))
    taken, breaches, warnings = read_as(extra, tmp_path)
    assert taken.equals(moede())
    assert breaches == []
    assert [warning.message for warning in warnings] == [
        "FOB/moede.parquet: Filen har 2 kolonner, som tabellen ikke har: lokale og x. "
        "Andre kolonner end kontraktens tages ikke med; fjern dem i udtrækket, hvis det er en fejl."
    ]


@pytest.mark.parametrize("name", ["0101701234", "titel 01-01-70", "navn@kommune.dk", "x" * 65, "a\nb"])
def test_the_name_of_an_unknown_column_that_could_be_a_person_is_not_repeated(name: str, tmp_path: Path):
    _, _, (warning,) = read_as(moede().append_column(name, pa.array([1])), tmp_path)
    assert name not in warning.message
    assert "Filen har 1 kolonne, som tabellen ikke har." in warning.message
    _, breaches, _ = read_as(renamed(titel=name), tmp_path)
    assert all(name not in breach.message for breach in breaches)


def test_the_order_of_columns_does_not_matter(tmp_path: Path):
    taken, _, _ = read_as(moede().select(list(reversed(moede().schema.names))), tmp_path)
    assert taken.equals(moede())


def test_a_column_that_stands_twice_is_told(tmp_path: Path):
    _, breaches, _ = read_as(moede().append_column("titel", pa.array(["HEMMELIG"])), tmp_path)
    assert [(breach.code, breach.column, breach.rows) for breach in breaches] == [("kolonne_to_gange", "titel", 1)]


@pytest.mark.parametrize("nested", [[[1]], [{"a": 1}], [[[["HEMMELIG"]]]]])
def test_a_nested_column_is_refused_before_any_data_is_read(nested: list[object], tmp_path: Path):
    at = moede().schema.get_field_index("titel")
    taken, breaches, _ = read_as(moede().set_column(at, "titel", pa.array(nested)), tmp_path)
    assert taken is None
    assert [(breach.code, breach.column) for breach in breaches] == [("indlejret_kolonne", "titel")]


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path):
    wrong = moede(7).set_column(0, "moede_id", pa.array(["a b"] * 7)).drop_columns(["kilde"])
    wrong = wrong.set_column(2, "dato", pa.array(["5. maj 2021"] * 7)).append_column("lokale", pa.array(["Salen"] * 7))
    _, breaches, warnings = read_as(wrong, tmp_path)
    assert [(breach.code, breach.column) for breach in breaches] == [
        ("kolonne_mangler", "kilde"),
        ("ugyldig_noegle", "moede_id"),
        ("forkert_type", "dato"),
    ]
    assert [warning.code for warning in warnings] == ["kolonne_ukendt"]
    assert breaches[2].message == (
        "FOB/moede.parquet: Kolonnen dato er tekst (string), men skal være datoer uden klokkeslæt og tidszone "
        "(7 rækker, først 1, 2, 3, 4 og 5). Ret kolonnen dato i udtrækket, og aflever filen igen."
    )


@pytest.mark.parametrize("content", [b"", b"PAR1", b"navn;dato\nA;B\n", b"PAR1" + b"\0" * 100 + b"PAR1"])
def test_what_is_no_parquet_is_a_breach(content: bytes, tmp_path: Path):
    (tmp_path / "fil.parquet").write_bytes(content)
    taken, breaches, _ = read(tmp_path / "fil.parquet", "moede.parquet", MOEDE)
    assert taken is None
    assert [breach.message for breach in breaches] == [
        "moede.parquet: Filen kan ikke læses som Parquet; den er beskadiget eller i et andet format. "
        "Dan filen på ny som Parquet, og aflever den igen."
    ]


def test_a_file_that_is_gone_is_a_breach(tmp_path: Path):
    _, breaches, _ = read(tmp_path / "væk.parquet", "moede.parquet", MOEDE)
    assert [breach.code for breach in breaches] == ["fil_kan_ikke_aabnes"]


def test_no_flipped_byte_of_a_file_with_checksums_gives_other_rows(tmp_path: Path):
    whole = moede(50)
    pq.write_table(whole, tmp_path / "fil.parquet", write_page_checksum=True, compression="none")
    content = (tmp_path / "fil.parquet").read_bytes()
    for place in range(4, len(content) - 8, 37):
        flipped = bytearray(content)
        flipped[place] ^= 1
        (tmp_path / "fil.parquet").write_bytes(flipped)
        taken, breaches, _ = read(tmp_path / "fil.parquet", "moede.parquet", MOEDE)
        assert (taken is None) == bool(breaches)
        assert taken is None or taken.equals(whole)


def test_text_that_is_not_utf8_is_told(tmp_path: Path):
    wrong = pa.Array.from_buffers(pa.string(), 1, [None, pa.py_buffer(b"\0\0\0\0\2\0\0\0"), pa.py_buffer(b"\xff\xfe")])
    taken, breaches, _ = read_as(moede().set_column(3, "titel", wrong), tmp_path)
    assert taken is None
    assert [(breach.code, breach.column) for breach in breaches] == [("beskadiget_kolonne", "titel")]
