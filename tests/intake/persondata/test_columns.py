"""Whole columns: look-alikes pass, CPR numbers do not, whatever the column is called."""

import os
from random import Random

import duckdb
import pyarrow as pa
import pytest

from overblik.intake.checks import ROW
from overblik.intake.persondata import CODES, Examined, find
from tests.intake.persondata import columns
from tests.intake.persondata.columns import BOUNDED, KEYS, OTHERS, Kind, columns_of, found_in_column, refused_of
from tests.intake.persondata.corpus import cpr

AMOUNT = 2_000 if os.environ.get("OVERBLIK_LONG") else 300


def kind_of(name: str) -> str:
    return "key" if name in KEYS else "text"


@pytest.mark.parametrize("name", [*BOUNDED, *OTHERS])
def test_at_most_one_in_a_thousand_columns_of_other_numbers_is_refused(name: str):
    kind, names = (BOUNDED | OTHERS)[name]
    refused = refused_of(columns_of(kind, names, AMOUNT, seed=len(name)))
    print(f"{name}: {len(refused)} of {AMOUNT} columns refused")
    assert len(refused) <= AMOUNT / 1000


@pytest.mark.parametrize("kind", [columns.birthdays, columns.birthdays_without_modulus])
@pytest.mark.parametrize("name", ["note", "kilde", "felt_7", "sagsnr", "post_id", "borger_id"])
def test_a_column_of_cpr_numbers_is_refused_under_any_name(kind: Kind, name: str):
    for seed in range(4):
        values = kind(Random(seed), 24)
        ((told,), _) = found_in_column(name, values, kind_of(name))
        assert told.code == "persondata_cpr"
        assert not any(value in told.message for value in values)


@pytest.mark.parametrize("kind", ["int", "double"])
def test_a_column_of_cpr_numbers_that_lost_their_zeros_is_refused(kind: str):
    values = [int(number) for number in columns.birthdays(Random(5), 40)]
    assert any(value < 10**9 for value in values)
    ((told,), _) = found_in_column("x", values if kind == "int" else [float(value) for value in values], kind)
    assert (told.code, told.rows) == ("persondata_cpr", 40)


@pytest.mark.parametrize("value", [101901234, 101901234.0, "101901234", "0101901234", "0101901234.0", "010190-1234"])
def test_in_a_column_that_says_so_one_number_is_enough(value: str | int | float):
    kind = {int: "int", float: "double", str: "text"}[type(value)]
    ((told,), _) = found_in_column("borger_cpr", [value], kind)
    assert (told.code, told.rows, told.first_rows) == ("persondata_cpr", 1, (1,))


@pytest.mark.parametrize("name", ["note", *KEYS, "sagsnr"])
def test_one_number_with_a_dash_among_others_is_found_at_its_row(name: str):
    for seed in range(5):
        ((told,), _) = found_in_column(name, columns.one_among_keys(Random(seed), 50), kind_of(name))
        assert (told.code, told.rows, told.first_rows) == ("persondata_cpr", 1, (51,))


def test_a_number_without_modulus_11_in_a_note_is_a_warning_with_its_row():
    breaches, (told,) = found_in_column("note", ["Møde", f"om {cpr(Random(9), modulus=False)} i maj"])
    assert not breaches
    assert (told.code, told.first_rows, told.code in CODES) == ("persondata_maaske_cpr", (2,), False)


@pytest.mark.parametrize("name", ["fremmoeder", "beloeb_kr", "vaerdi", "timer"])
def test_counts_and_amounts_pass(name: str):
    random = Random(6)
    for kind, most in (("int", 10**4), ("int", 10**10), ("double", 10**6), ("double", 10**10)):
        values = [random.randrange(most) for _ in range(500)]
        assert found_in_column(name, [float(v) for v in values] if kind == "double" else values, kind) == ([], [])


@pytest.mark.parametrize(
    ("name", "values", "code"),
    [
        ("borger_navn", ["Jens", "Ukendt"], "persondata_navn"),
        ("efternavn", ["von Øst"], "persondata_navn"),
        ("medarbejdernavn", ["ANNE B."], "persondata_navn"),
        ("deltager", ["Sofie Østergård"], "persondata_navn"),
        ("Kontaktperson", ["Ib Holm"], "persondata_navn"),
        ("telefon", ["20304050"], "persondata_telefon"),
        ("mobilnr", ["", "2030 4050"], "persondata_telefon"),
        ("note", ["skriv til x@eksempel.dk"], "persondata_mail"),
        ("post_id", ["P-1", "cpr.0101901234"], "persondata_cpr"),
    ],
)  # fmt: skip
def test_a_column_that_says_what_it_holds_is_believed(name: str, values: list[str], code: str):
    ((told,), _) = found_in_column(name, values, kind_of(name))
    assert told.code == code
    assert not any(value in told.message for value in values if value)


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("navn", ["Lektiehjælp", "Jobcafé Nord", "Anders And Klubben"]),
        ("kortnavn", ["Kommunen"]),
        ("omraade_navn", ["Nordbyen"]),
        ("organisationsnavn", ["Bolig Nord"]),
        ("borger_navn", ["ukendt", "Anonymiseret", "ikke oplyst", "-"]),
        ("deltager", ["14", "børn"]),
        ("deltagere", ["14"]),
        ("telefon", ["ja", "nej"]),
        ("ansvarlig_rolle", ["boligsocial leder", "Projektleder", "Chef for Børn og Unge", "Områdechef i kommunen"]),
        ("rolle", ["Formand for den boligsociale bestyrelse", "SSP-konsulent", "Jobcenter Nord", "Fritid Øst"]),
    ],
)  # fmt: skip
def test_names_of_places_efforts_and_offices_pass(name: str, values: list[str]):
    assert found_in_column(name, values) == ([], [])


@pytest.mark.parametrize("value", ["Mette Hansen", "jens-ole", "Fatima El-Khatib", "Bjørn", "Aziz Rasulzadeh"])
def test_what_looks_like_a_person_in_a_role_column_is_a_warning(value: str):
    breaches, (told,) = found_in_column("ansvarlig_rolle", ["boligsocial leder", value])
    assert not breaches
    assert (told.code, told.rows, told.first_rows) == ("persondata_maaske_navn", 1, (2,))
    assert value not in told.message


@pytest.mark.parametrize(
    ("called", "named"), [("borger_cpr", True), ("", False), ("cpr 010190-1234", False), ("Mette Hansen", False), ("cpr@x.dk", False)]
)  # fmt: skip
def test_a_column_that_the_contract_does_not_know_is_called_by_a_harmless_name_only(called: str, named: bool):
    ((told,), _) = found_in_column("k1", ["010190-1234"], called=called)
    assert told.column is None
    assert (bool(called) and called in told.message, "k1" in told.message) == (named, False)


def test_a_file_full_of_numbers_is_told_of_without_looking_at_all_of_them_and_the_next_question_is_answered():
    rows = 150_000
    content = pa.table({"note": pa.repeat("010190-1234", rows), ROW: pa.array(range(1, rows + 1), pa.int64())})
    with duckdb.connect() as connection:
        connection.register("indhold", content)
        ((told,), _) = find(connection, "indhold", "f.parquet", "oekonomi", [Examined("note", "text")])
        assert 100_000 <= told.rows <= rows
        connection.register("mere", content)
        assert connection.execute("select count(*) from mere").fetchall() == [(rows,)]
