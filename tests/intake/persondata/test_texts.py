"""What personal data stands in a text, over thousands of true and false ones of our own making."""

from random import Random

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from overblik.intake import persondata_patterns, persondata_sql
from overblik.intake.persondata import in_words
from overblik.intake.persondata_column import Said
from overblik.intake.persondata_kinds import CPR, MAIL, PHONE
from overblik.intake.persondata_text import found_in
from tests.intake.persondata.corpus import cpr, look_alike_texts, sure_contacts, sure_texts

FREE = Said()


def test_no_certain_cpr_number_in_a_text_is_missed():
    missed = [text for text in sure_texts(Random(11), 10_000) if CPR not in found_in(text, FREE).sure]
    assert not missed


def test_no_address_or_phone_written_as_one_is_missed():
    texts = sure_contacts(Random(12), 4_000)
    assert not [text for text in texts if not {MAIL, PHONE} & set(found_in(text, FREE).sure)]


def test_look_alikes_are_neither_refused_nor_warned_of():
    found = {text: found_in(text, FREE) for text in look_alike_texts(Random(13), 10_000)}
    assert not {text: one for text, one in found.items() if one.sure or one.perhaps}


def test_a_bare_number_with_a_date_is_a_doubt_in_free_text_and_nothing_among_keys():
    number = cpr(Random(3), modulus=False)
    assert found_in(f"se {number}", FREE).perhaps == (CPR,)
    assert found_in(f"se {number}", Said(numbers=True)) == found_in("", FREE)


@pytest.mark.parametrize(
    "text",
    ["faktura 0101901238", "Sag nr. 0101901238", "Ordrenr.: 0101901238", "bilagsnr 0101901238", "P-nr. 0101901238"],
)
def test_where_the_word_before_says_another_kind_of_number_it_is_a_doubt(text: str):
    assert found_in("0101901238", FREE).sure == (CPR,)
    assert (found_in(text, FREE).sure, found_in(text, FREE).perhaps) == ((), (CPR,))


@pytest.mark.parametrize("text", ["tidligere 0101901238", "sagen om 0101901238", "idag 0101901238", "kunde 0101901238"])
def test_an_ordinary_word_before_does_not_clear_a_number(text: str):
    assert found_in(text, FREE).sure == (CPR,)


@pytest.mark.parametrize(
    "name", ["oekonomi__maj_2024.parquet", "aktivitet__20240501-1230.parquet", "FOB/maal.parquet", "nye_deltagere"]
)
def test_ordinary_names_of_files_and_columns_pass(name: str):
    assert in_words(name) is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [("oekonomi__010190-1234.parquet", CPR), ("cpr_0101901234", CPR), ("a@b.dk", MAIL), ("tlf_20 30 40 50", PHONE)],
)
def test_names_of_files_and_columns_with_personal_data_are_seen(name: str, kind: object):
    assert in_words(name) == kind


def passes_in_sql(texts: list[str], pattern: str) -> list[bool]:
    with duckdb.connect() as connection:
        asked = f"select regexp_matches(t, {persondata_sql._quoted(pattern)}) from (select unnest($texts) as t)"
        return [bool(found) for (found,) in connection.execute(asked, {"texts": texts}).fetchall()]


def test_what_the_rule_finds_the_search_in_sql_lets_through():
    texts = [*sure_texts(Random(21), 5_000), *sure_contacts(Random(22), 2_000)]
    assert all(passes_in_sql(texts, persondata_patterns.IN_TEXT))
    among = [text for text in texts if found_in(text, Said(numbers=True)).sure]
    assert len(among) > 3_000
    assert all(passes_in_sql(among, persondata_patterns.AMONG_NUMBERS))


PIECES = (
    "010190", "1234", "0101901238", "101901234", "6112", "31", "-", " ", ".", "/", "–", "\u00a0", "\u2011", "+45", "0045",
    "tlf", "Telefon", "20304050", "20 30 40 50", "cpr", "CPR-nr", "personnr", "@", "a@b.dk", "\u200b", "\u00ad", "\uff10",
    "\uff11", "²", "①", "¼", "\n", "\t", ",", ":", "x", "æ", "(", ")", "1", "0",
)  # fmt: skip


def test_no_text_at_all_slips_past_the_search_in_sql():
    random = Random(23)
    texts = ["".join(random.choices(PIECES, k=random.randint(1, 9))) for _ in range(40_000)]
    for numbers, pattern in ((False, persondata_patterns.IN_TEXT), (True, persondata_patterns.AMONG_NUMBERS)):
        found = [found_in(text, Said(numbers=numbers)) for text in texts]
        told = [text for text, one in zip(texts, found, strict=True) if one.sure or one.perhaps]
        assert len(told) > 5_000
        assert not [text for text, through in zip(told, passes_in_sql(told, pattern), strict=True) if not through]


@given(st.text(max_size=200))
def test_any_text_can_be_looked_at(text: str):
    assert len(found_in(text, FREE).sure) <= 3


@pytest.mark.parametrize(
    "text", ["0101901238,0202911236", "0101901238;x", "[0101901238]", "a=0101901238&b", "_0101901238_"]
)
def test_a_number_in_a_list_is_seen(text: str):
    assert found_in(text, FREE).sure == (CPR,)


@pytest.mark.parametrize(
    "text", ["0101901238,50", "0101901238.5", "0.0101901238", "3,0101901238", "x0101901238", "0101901238b"]
)
def test_an_amount_and_a_longer_sign_are_not(text: str):
    assert found_in(text, FREE) == found_in("", FREE)
