"""Which files make up a release: the newest of each name and organisation that holds, and nothing lost."""

import shutil
from pathlib import Path

import pytest

from overblik.answers import fetch
from overblik.intake import publishing
from overblik.intake.archive import OriginalMissing
from overblik.intake.publishing import ExampleRefused, publish_example, publish_inbox
from overblik.release import current_id, read_release
from tests.intake.drops import (
    chain,
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
    whole,
)


def test_what_lies_in_the_inbox_is_published_and_leaves_it(in_use: Path) -> None:
    drop_all(in_use, oekonomi=[post("a", 100)])
    published(in_use)
    assert spent() == "100.00"
    assert everything_in(inbox(in_use)) == {}


def test_an_empty_inbox_changes_nothing(in_use: Path) -> None:
    assert publish_inbox(in_use).release is None
    drop_all(in_use, oekonomi=[post("a", 100)])
    first = published(in_use)
    outcome = publish_inbox(in_use)
    assert (outcome.release, outcome.accepted, outcome.rejected) == (first.id, (), ())


def test_a_file_replaces_the_one_of_the_same_name_from_the_same_organisation(in_use: Path) -> None:
    drop_all(in_use, oekonomi=[post("a", 100)])
    drop(in_use, "FOB/oekonomi.parquet", post("b", 20))
    drop(in_use, "FOB/oekonomi__maj.parquet", post("c", 3))
    published(in_use)
    assert spent() == "123.00"  # three files stand beside each other
    drop(in_use, "FOB/oekonomi.parquet", post("b", 50), post("d", 1))
    published(in_use)
    assert spent() == "154.00"  # FOB's own is replaced; the other name and the other organisation are not


def test_another_organisations_file_of_the_same_name_stands_beside_it(in_use: Path) -> None:
    drop_all(in_use, oekonomi=[post("a", 100)])
    published(in_use)
    drop(in_use, "FOB/oekonomi.parquet", post("b", 20))
    published(in_use)
    drop(in_use, "SB/oekonomi.parquet", post("c", 3))
    published(in_use)
    assert spent() == "123.00"
    sources = read_release(in_use).manifest["sources"]
    assert {(s["organisation"], s["raekker"]) for s in sources if s["tabel"] == "oekonomi"} == {
        ("", 1),
        ("FOB", 1),
        ("SB", 1),
    }


def test_a_key_that_stands_twice_in_the_union_refuses_the_dropped_file(in_use: Path) -> None:
    drop_all(in_use, oekonomi=[post("a", 100)])
    before = published(in_use)
    drop(in_use, "FOB/oekonomi.parquet", post("b", 1), post("a", 20))
    outcome = refused(in_use)
    breach = next(each for each in outcome.rejected if each.file == "FOB/oekonomi.parquet")
    assert (breach.code, breach.column, breach.rows, breach.first_rows) == ("dobbelt_noegle", "post_id", 1, (2,))
    assert (read_release(in_use), spent()) == (before, "100.00")


def test_one_bad_file_is_set_aside_alone_and_the_rest_lands(in_use: Path) -> None:
    drop_all(in_use, oekonomi=[post("a", 100)])
    published(in_use)
    drop(in_use, "FOB/oekonomi.parquet", post("b", 20))
    bad = drop(in_use, "SB/oekonomi.parquet", post("c", 3, omraade_id="UKENDT")).read_bytes()
    outcome = partly(in_use)
    assert outcome.accepted == ("FOB/oekonomi.parquet",)
    assert codes(outcome) == {"SB/oekonomi.parquet": {"ukendt_noegle"}}
    assert spent() == "120.00"
    assert everything_in(inbox(in_use)) == {}
    assert set_aside(in_use) == {"SB/oekonomi.parquet": bad}


def test_files_of_one_drop_may_rest_on_each_other(in_use: Path) -> None:
    drop_all(in_use, oekonomi=[post("a", 100)])
    published(in_use)
    drop(in_use, "boligomraade.parquet", {}, {"omraade_id": "SYD"})
    drop(in_use, "oekonomi__syd.parquet", post("b", 20, omraade_id="SYD"))
    published(in_use)
    assert spent() == "120.00"


def test_the_first_real_drop_starts_afresh_after_the_example(in_use: Path) -> None:
    example = publish_example(in_use)
    assert read_release(in_use).is_example
    drop_all(in_use, oekonomi=[post("a", 100)])
    release = published(in_use)
    assert not release.is_example
    assert release.manifest["parent"] == example.release
    assert len(release.manifest["sources"]) == 8  # the core tables that were dropped, and none of the example's
    assert spent() == "100.00"
    assert [row["omraade_id"] for row in fetch("valg_omraade").rows()] == ["NORD"]


def test_a_real_drop_that_leans_on_the_example_is_refused(in_use: Path) -> None:
    publish_example(in_use)
    drop(in_use, "oekonomi.parquet", post("a", 100))
    outcome = refused(in_use)
    assert codes(outcome)["milepael.parquet"] == {"kernetabel_mangler"}
    assert codes(outcome)["oekonomi.parquet"] == {"venter"}
    assert read_release(in_use).is_example
    assert list(everything_in(inbox(in_use))) == ["oekonomi.parquet"]
    drop_all(in_use, oekonomi=[post("a", 100)])
    published(in_use)
    assert spent() == "100.00"


def test_the_example_never_puts_real_figures_out_of_sight(in_use: Path) -> None:
    drop_all(in_use, oekonomi=[post("a", 100)])
    before = published(in_use)
    with pytest.raises(ExampleRefused, match="real figures"):
        publish_example(in_use)
    assert read_release(in_use) == before


def test_the_same_drop_once_more_gives_the_same_figures(in_use: Path) -> None:
    releases = []
    for _ in range(2):
        drop_all(in_use, oekonomi=[post("a", 100), post("b", "0.01")], milepael=[{}])
        releases.append(published(in_use))
    first, second = releases
    assert second.manifest["parent"] == first.id
    assert spent() == "100.01"
    unchanged = whole(first).items() & whole(second).items()
    assert {name for name, _ in whole(first).items() - unchanged} <= {"leverance"}  # when the files came


def test_warnings_stand_in_the_manifest(in_use: Path) -> None:
    drop_all(in_use, oekonomi=[post("a", 100, kategori="NOGET_NYT")])
    warnings = publish_inbox(in_use).warnings
    assert {"ukendt_vaerdi", "for_gamle_tal"} <= {warning.code for warning in warnings}
    kept = read_release(in_use).manifest["warnings"]
    assert [(w["code"], w["file"], w["message"]) for w in kept] == [(w.code, w.file, w.message) for w in warnings]


def test_a_file_that_comes_while_the_old_one_is_published_waits_for_the_next_publish(
    in_use: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop_all(in_use, oekonomi=[post("a", 100)])
    write_release = publishing.write_release

    def and_meanwhile(*arguments: object) -> str:
        drop(in_use, "oekonomi.parquet", post("a", 777))
        return write_release(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(publishing, "write_release", and_meanwhile)
    published(in_use)
    assert spent() == "100.00"
    monkeypatch.undo()
    monkeypatch.setenv("OVERBLIK_DATA", str(in_use))
    assert list(everything_in(inbox(in_use))) == ["oekonomi.parquet"]
    published(in_use)
    assert spent() == "777.00"


def test_two_organisations_may_hand_in_the_very_same_bytes(in_use: Path) -> None:
    drop_all(in_use, oekonomi=[post("a", 100)])
    path = drop(in_use, "FOB/milepael.parquet")
    drop(in_use, "SB/keep.parquet".replace("keep", "milepael"))
    assert path.read_bytes() == (inbox(in_use) / "SB" / "milepael.parquet").read_bytes()
    published(in_use)
    assert everything_in(inbox(in_use)) == {}


def test_a_damaged_original_stops_the_publish_until_it_is_handed_in_again(in_use: Path) -> None:
    drop_all(in_use, oekonomi=[post("a", 100)])
    before = published(in_use)
    source = next(s for s in before.manifest["sources"] if s["tabel"] == "oekonomi")
    original = in_use / "arkiv" / f"{source['sha256']}.parquet"
    assert original.stat().st_mode & 0o777 == 0o400
    content = bytearray(original.read_bytes())
    content[len(content) // 3] ^= 1
    original.chmod(0o644)
    original.write_bytes(content)
    drop(in_use, "FOB/oekonomi.parquet", post("b", 20))
    with pytest.raises(OriginalMissing) as caught:
        publish_inbox(in_use)
    assert "oekonomi.parquet" in caught.value.notice
    assert "Aflever filen igen" in caught.value.notice
    assert str(in_use) not in caught.value.notice
    assert read_release(in_use) == before
    drop(in_use, "oekonomi.parquet", post("a", 100))
    published(in_use)
    assert spent() == "120.00"
    original.unlink(missing_ok=True)
    drop(in_use, "FOB/oekonomi.parquet", post("b", 30))
    with pytest.raises(OriginalMissing):
        publish_inbox(in_use)
    assert spent() == "120.00"


def test_every_release_stays_readable(in_use: Path) -> None:
    drop_all(in_use, oekonomi=[post("a", 1)])
    published(in_use)
    drop(in_use, "oekonomi.parquet", post("a", 2))
    published(in_use)
    drop(in_use, "oekonomi.parquet", post("a", 4))
    published(in_use)
    releases = chain(in_use)
    assert [whole(release) and fetch("noegletal", release=release.id).one()["forbrug_kr"] for release in releases] == [
        4,
        2,
        1,
    ]
    assert current_id(in_use) == releases[0].id
    shutil.rmtree(in_use / "arkiv")  # readers never need the originals
    assert spent() == "4.00"
