"""The commands about releases: one sentence or one object, and a Danish sentence where it cannot be done."""

import json
from pathlib import Path

import pytest

from overblik.release import current_id, read_release
from tests.intake.drops import chain, drop, drop_all, post, published, spent
from tests.intake.test_command_line import here, sentence


@pytest.fixture
def two(in_use: Path) -> Path:
    """100 kr., then 20 more from FOB."""
    drop_all(in_use, oekonomi=[post("a", 100)])
    published(in_use)
    drop(in_use, "FOB/oekonomi.parquet", post("b", 20))
    published(in_use)
    return in_use


def test_restore_withdraw_and_slet_say_which_release_is_in_force(two: Path) -> None:
    first = chain(two)[-1].id
    done = here("restore", first[:10])
    assert (done.returncode, done.stdout) == (
        0,
        f"Tallene fra udgivelse {first[:10]} gælder igen som {str(current_id(two))[:10]}.\n",
    )
    assert spent() == "100.00"
    listed = here("releases").stdout.splitlines()
    assert listed[0].endswith(f"gendannet fra {first[:10]}")
    before = read_release(two).manifest["parent"]
    assert json.loads(here("restore", before, "--json").stdout)["release"] == current_id(two)
    withdrawn = json.loads(here("withdraw", "FOB/oekonomi.parquet", "--json").stdout)
    assert (withdrawn["release"], spent()) == (current_id(two), "100.00")
    erased = json.loads(here("slet", "FOB/oekonomi.parquet", "--json").stdout)
    assert (erased["release"], len(erased["withdrawn"])) == (current_id(two), 2)
    assert [line["gone"] for line in json.loads(here("releases", "--json").stdout)] == [
        None, "trukket tilbage", None, "trukket tilbage", None,
    ]  # fmt: skip


def test_the_difference_of_two_releases_is_a_list_of_lines(two: Path) -> None:
    second, first = [release.id[:12] for release in chain(two)]
    lines = here("releases", "--forskel", first, second).stdout.splitlines()
    assert "oekonomi_maaned: 1 rækker → 1 rækker (1 udgået, 1 nye)" in lines
    assert "Ny fil: FOB/oekonomi.parquet" in lines
    assert here("releases", "--forskel", first, first).stdout == "De to udgivelser er ens.\n"
    assert json.loads(here("releases", "--forskel", first, second, "--json").stdout)["files_new"] == [
        "FOB/oekonomi.parquet"
    ]


def test_prune_takes_what_nothing_holds_on_to(two: Path) -> None:
    drop(two, "FOB/oekonomi.parquet", post("b", 30))
    third = published(two)
    first = chain(two)[-1].id
    here("fasthold", first)
    assert json.loads(here("prune", "--behold", "1", "--json").stdout)["cleared"] == []
    here("slip", first)
    assert here("prune", "--behold", "1").stdout == "1 udgivelse(r) er ryddet væk.\n"
    assert current_id(two) == third.id
    assert here("releases").stdout.splitlines()[-1].endswith("ryddet væk")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("restore", "0" * 64), "findes ikke her"),
        (("restore", "nu"), "findes ikke her"),
        (("withdraw", "FOB/oekonomi.parqet"), "Mente du FOB/oekonomi.parquet?"),
        (("slet", "FOB/ukendt.parquet"), "Der findes ingen fil"),
        (("prune", "--behold", "0"), "mindst én"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(arguments: tuple[str, ...], said: str, two: Path) -> None:
    before = current_id(two)
    assert said in sentence(here(*arguments))
    assert current_id(two) == before


def test_every_command_answers_json_with_the_same_object(two: Path) -> None:
    done = here("fasthold", str(current_id(two)), "--json")
    found = json.loads(done.stdout)
    assert list(found)[:4] == ["release", "accepted", "rejected", "warnings"]
