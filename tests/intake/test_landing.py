"""What lands of a drop: bad files are set aside alone, what only they would have made good waits, the rest lands."""

from pathlib import Path

import pytest

from overblik.intake.breach import FIRST
from overblik.intake.publishing import publish_inbox
from overblik.release import read_release
from tests.intake.drops import (
    codes,
    drop,
    drop_all,
    everything_in,
    inbox,
    partly,
    post,
    published,
    refused,
    set_aside,
    spent,
)

NEW = {"indsats_id": "NY"}  # an indsats, and what rests on it


@pytest.fixture
def released(in_use: Path) -> Path:
    """A data folder in use with a release of 100 kr. in force."""
    drop_all(in_use, oekonomi=[post("a", 100)])
    published(in_use)
    return in_use


def in_force(data: Path) -> set[str]:
    """The files that the release in force rests on, but for those that every test begins with."""
    return {source["fil"] for source in read_release(data).manifest["sources"] if "__" in source["fil"]}


def left(data: Path) -> list[str]:
    """The files in the inbox."""
    return sorted(everything_in(inbox(data)))


def message(data: Path, file: str) -> str:
    """What the last drop's owner of a file is told; the drop is published here."""
    (found,) = [breach.message for breach in publish_inbox(data).rejected if breach.file == file]
    return found


def test_a_file_that_only_the_bad_one_would_have_made_good_waits_in_the_inbox(released: Path) -> None:
    drop(released, "indsats__ny.parquet", NEW, NEW)  # its key twice
    drop(released, "milepael__ny.parquet", {"milepael_id": "M2"} | NEW)
    drop(released, "oekonomi__maj.parquet", post("b", 20))
    outcome = partly(released)
    assert codes(outcome) == {"indsats__ny.parquet": {"dobbelt_noegle"}, "milepael__ny.parquet": {"venter"}}
    (waits,) = [breach.message for breach in outcome.rejected if breach.code == "venter"]
    assert "hænger sammen med indsats__ny.parquet" in waits
    assert (left(released), list(set_aside(released))) == (["milepael__ny.parquet"], ["indsats__ny.parquet"])
    assert in_force(released) == {"oekonomi__maj.parquet"}
    assert spent() == "120.00"


@pytest.mark.parametrize("how", ["cannot be read", "breaks a rule"])
def test_what_waits_lands_with_the_mended_file(how: str, released: Path) -> None:
    path = drop(released, "indsats__ny.parquet", NEW, NEW)
    if how == "cannot be read":
        path.write_bytes(b"x")
    drop(released, "milepael__ny.parquet", {"milepael_id": "M2"} | NEW)
    assert codes(refused(released))["milepael__ny.parquet"] == {"venter"}
    drop(released, "indsats__ny.parquet", NEW)
    published(released)
    assert left(released) == []
    assert in_force(released) == {"indsats__ny.parquet", "milepael__ny.parquet"}


def test_what_waits_waits_on_when_somebody_else_delivers(released: Path) -> None:
    drop(released, "indsats__ny.parquet", NEW, NEW)
    drop(released, "milepael__ny.parquet", {"milepael_id": "M2"} | NEW)
    refused(released)
    drop(released, "SB/oekonomi__1.parquet", post("b", 20))
    assert codes(partly(released)) == {"milepael__ny.parquet": {"venter"}}
    assert "indsats__ny.parquet" in message(released, "milepael__ny.parquet")
    assert spent() == "120.00"


def test_what_waits_is_refused_when_the_mended_file_does_not_make_it_good(released: Path) -> None:
    drop(released, "indsats__ny.parquet", NEW, NEW)
    drop(released, "milepael__ny.parquet", {"milepael_id": "M2", "indsats_id": "HELT-ANDEN"})
    outcome = refused(released)  # the bad indsats could be read, and does not have the key either
    assert codes(outcome)["milepael__ny.parquet"] == {"ukendt_noegle"}
    drop(released, "indsats__ny.parquet", NEW).write_bytes(b"x")
    drop(released, "milepael__ny.parquet", {"milepael_id": "M2", "indsats_id": "HELT-ANDEN"})
    assert codes(refused(released))["milepael__ny.parquet"] == {"venter"}  # nobody can tell
    drop(released, "indsats__ny.parquet", NEW)
    assert codes(partly(released)) == {"milepael__ny.parquet": {"ukendt_noegle"}}
    assert in_force(released) == {"indsats__ny.parquet"}


def test_what_waits_for_what_waits_waits_too(released: Path) -> None:
    drop(released, "boligomraade__syd.parquet", {"omraade_id": "SYD"}, {"omraade_id": "SYD"})
    drop(released, "oekonomi__syd.parquet", post("b", 20, omraade_id="SYD", indsats_id="NY"))
    drop(released, "indsats__ny.parquet", NEW)
    assert codes(partly(released)) == {
        "boligomraade__syd.parquet": {"dobbelt_noegle"},
        "oekonomi__syd.parquet": {"venter"},
    }
    assert in_force(released) == {"indsats__ny.parquet"}


def test_a_chain_of_three_waits_for_its_first(released: Path) -> None:
    drop(released, "helhedsplan__2.parquet", {"helhedsplan_id": "P2"}, {"helhedsplan_id": "P2"})
    drop(released, "indsats__ny.parquet", NEW | {"helhedsplan_id": "P2"})
    drop(released, "milepael__ny.parquet", {"milepael_id": "M2"} | NEW)
    drop(released, "SB/oekonomi__1.parquet", post("b", 20))
    outcome = partly(released)
    assert codes(outcome) == {
        "helhedsplan__2.parquet": {"dobbelt_noegle"},
        "indsats__ny.parquet": {"venter"},
        "milepael__ny.parquet": {"venter"},
    }
    assert outcome.accepted == ("SB/oekonomi__1.parquet",)


def test_a_bad_file_leaves_the_one_that_it_was_to_replace_in_force(released: Path) -> None:
    drop(released, "FOB/oekonomi.parquet", post("b", 20))
    published(released)
    drop(released, "FOB/oekonomi.parquet", post("b", 50, omraade_id="UKENDT"))
    drop(released, "SB/oekonomi.parquet", post("c", 3))
    partly(released)
    assert spent() == "123.00"


def test_a_file_that_leans_on_the_replacement_waits_when_the_old_one_stays(released: Path) -> None:
    drop(released, "oekonomi__1.parquet", post("b", 20), post("c", 3))
    published(released)
    drop(released, "oekonomi__1.parquet", post("b", 20, omraade_id="UKENDT"))
    drop(released, "oekonomi__2.parquet", post("c", 4))  # moved here from the file that is refused
    drop(released, "oekonomi__3.parquet", post("d", 1000))
    assert codes(partly(released)) == {"oekonomi__1.parquet": {"ukendt_noegle"}, "oekonomi__2.parquet": {"venter"}}
    assert spent() == "1123.00"


def test_a_file_that_takes_the_ground_from_one_in_force_is_refused(released: Path) -> None:
    drop(released, "boligomraade__syd.parquet", {"omraade_id": "SYD"})
    drop(released, "FOB/oekonomi__1.parquet", post("b", 20, omraade_id="SYD"), post("c", 3, omraade_id="SYD"))
    published(released)
    drop(released, "boligomraade__syd.parquet", {"omraade_id": "VEST"})
    drop(released, "SB/oekonomi__1.parquet", post("d", 1000))
    outcome = partly(released)
    assert codes(outcome) == {"boligomraade__syd.parquet": {"bryder_gaeldende"}}
    (breach,) = outcome.rejected
    assert "FOB/oekonomi__1.parquet" in breach.message
    assert "2 rækker" in breach.message
    assert spent() == "1123.00"


def test_two_files_with_the_same_new_key_are_both_refused(released: Path) -> None:
    drop(released, "FOB/oekonomi__1.parquet", post("b", 20))
    drop(released, "SB/oekonomi__1.parquet", post("b", 3))
    assert codes(refused(released)) == {
        "FOB/oekonomi__1.parquet": {"dobbelt_noegle"},
        "SB/oekonomi__1.parquet": {"dobbelt_noegle"},
    }


def test_without_a_core_table_the_whole_first_drop_waits_and_says_for_what(in_use: Path) -> None:
    drop_all(in_use, oekonomi=[post("a", 100)])
    (inbox(in_use) / "milepael.parquet").unlink()
    bad = drop(in_use, "FOB/oekonomi.parquet", post("b", 1, bidragyder=None)).read_bytes()
    outcome = refused(in_use)
    found = codes(outcome)
    assert found.pop("milepael.parquet") == {"kernetabel_mangler"}
    assert found.pop("FOB/oekonomi.parquet") == {"mangler_vaerdi"}
    assert set(map(tuple, found.values())) == {("venter",)}
    assert "uden milepael" in next(each.message for each in outcome.rejected if each.code == "venter")
    assert set_aside(in_use) == {"FOB/oekonomi.parquet": bad}
    assert len(left(in_use)) == 7
    drop(in_use, "milepael.parquet", {})
    published(in_use)
    assert spent() == "100.00"


def test_a_name_of_no_table_makes_what_it_may_have_held_wait(released: Path) -> None:
    drop(released, "indsats__ny.parquet", NEW).rename(inbox(released) / "ny indsats.parquet")
    drop(released, "milepael__ny.parquet", {"milepael_id": "M2"} | NEW)
    assert codes(refused(released)) == {"ny indsats.parquet": {"ukendt_tabel"}, "milepael__ny.parquet": {"venter"}}
    drop(released, "indsats__ny.parquet", NEW)
    published(released)
    assert in_force(released) == {"indsats__ny.parquet", "milepael__ny.parquet"}


def test_many_bad_files_are_told_of_in_few_words(released: Path) -> None:
    for number in range(FIRST + 3):
        drop(released, f"indsats__{number}.parquet", NEW | {"indsats_id": f"N{number}"}).write_bytes(b"x")
    drop(released, "milepael__ny.parquet", {"milepael_id": "M2", "indsats_id": "N0"})
    (waits,) = [breach for breach in refused(released).rejected if breach.code == "venter"]
    assert "og 5 andre" in waits.message
    assert len(waits.message) < 400
