"""The first look at a column, while it is written anew, misses nothing that the whole rule would look into."""

from random import Random

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from overblik.intake.persondata_glance import Glance, in_keys, in_texts
from overblik.intake.persondata_patterns import ANYTHING
from overblik.intake.persondata_told import Examined
from tests.intake.persondata.corpus import look_alike_texts, sure_contacts, sure_texts
from tests.intake.persondata.test_texts import PIECES


def some_texts() -> list[str]:
    chance = Random(31)
    pieces = ["".join(chance.choices(PIECES, k=chance.randint(1, 9))) for _ in range(30_000)]
    return [*sure_texts(chance, 5_000), *sure_contacts(chance, 2_000), *look_alike_texts(chance, 5_000), *pieces]


def test_a_key_that_is_looked_into_is_so_by_its_form_too() -> None:
    texts = some_texts()
    found = pc.match_substring_regex(pa.array(texts), ANYTHING).to_pylist()
    assert 5_000 < sum(found) < len(texts) - 5_000
    assert [text for text, hit in zip(texts, found, strict=True) if in_keys(pa.array([text])) != hit] == []


def test_one_among_keys_of_one_form_or_of_several_is_seen_wherever_it_stands() -> None:
    alike = [f"REG-{number:09}" for number in range(500)]
    for keys in (alike, [f"REG-{7**n % 100_003}" for n in range(500)]):
        assert not in_keys(pa.array(keys))
        for place in (0, 250, 500):
            with_one = pa.array([*keys[:place], "010190-1234", *keys[place:]])
            assert in_keys(with_one)
            assert in_keys(with_one.slice(place, 1))
            assert not in_keys(with_one.slice(0, place))
    assert not in_keys(pa.array([], pa.string()))
    assert not in_keys(pa.array([None, ""], pa.string()))


@pytest.mark.parametrize(
    ("column", "values", "suspected"),
    [
        (Examined("note", "text"), pa.array(["Møde i maj", None]), False),
        (Examined("note", "text"), pa.array(["Møde", "ring 20 30 40 50"]), True),
        (Examined("kategori", "text", few=True), pa.array(["LOKALER", "a@b.dk"]).dictionary_encode(), True),
        (Examined("kategori", "text", few=True), pa.array(["LOKALER", None]).dictionary_encode(), False),
        (Examined("post_id", "key"), pa.array(["P-1", "010190-1234"]), True),
        (Examined("fremmoeder", "int"), pa.array([14, None, 9_999_999]), False),
        (Examined("fremmoeder", "int"), pa.array([14, 101_901_234]), True),
        (Examined("timer", "double"), pa.array([1.5, float("nan"), 101_901_234.0]), True),
        (Examined("ansvarlig_rolle", "text"), pa.array(["leder"]), True),  # every value of it is looked at
        (Examined("ansvarlig_rolle", "text"), pa.array([None], pa.string()), False),
        (Examined("k1", "text", "telefon"), pa.array(["ja"]), True),
    ],
)  # fmt: skip
def test_a_column_is_suspected_for_what_stands_in_it(column: Examined, values: pa.Array, suspected: bool) -> None:
    glance = Glance([column])
    glance.look(column.name, values)
    glance.look("en_dato", pa.array([1]))  # nobody asked for it
    assert glance.suspects == ({column.name} if suspected else set())


def test_texts_without_anything_are_left_alone() -> None:
    assert not in_texts(pa.array(["Lektiehjælp og åbent tilbud nr. 7 i april 2023, se bilag", None]))
