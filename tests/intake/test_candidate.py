"""Where releases wait for approval, what passes is a candidate: made, not in force, and never lost."""

from pathlib import Path

import pytest

from overblik.intake.approval import CandidateOld, NoCandidate, approve, refuse, waiting_candidate
from overblik.intake.publishing import publish_inbox
from overblik.intake.restoring import RestoreRefused, restore
from overblik.mailbox import candidate_id, candidate_path
from overblik.mailbox_reports import reports
from overblik.release import Release, current_id, read_release
from overblik.settings import settings
from tests.intake.drops import (
    DAY,
    codes,
    drop,
    drop_all,
    everything_in,
    inbox,
    post,
    published,
    set_aside,
    spent,
    whole,
)


@pytest.fixture
def released(in_use: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder in use with a release of 100 kr. in force, where from now on releases wait for approval."""
    drop_all(in_use, oekonomi=[post("a", 100)])
    published(in_use)
    monkeypatch.setenv("OVERBLIK_UDGIVELSE", "godkendes")
    settings.cache_clear()
    return in_use


def put_forward(data: Path, *files: str) -> Release:
    """Publishes the inbox, all of which must become the candidate; gives it."""
    before = current_id(data)
    outcome = publish_inbox(data, hvem="analytikeren")
    assert (outcome.release, outcome.accepted, outcome.rejected) == (before, files, ())
    assert current_id(data) == before
    assert everything_in(inbox(data)) == {}
    candidate = waiting_candidate(data)
    assert candidate is not None
    assert (candidate.id, candidate.manifest["parent"]) == (outcome.candidate, before)
    assert whole(candidate)
    return candidate


def originals(data: Path) -> set[str]:
    """The hashes of the files in the archive."""
    return {path.stem for path in (data / "arkiv").glob("*.parquet")}


def test_what_passes_waits_and_readers_see_the_former_figures(released: Path) -> None:
    drop(released, "FOB/oekonomi.parquet", post("b", 20))
    candidate = put_forward(released, "FOB/oekonomi.parquet")
    assert spent() == "100.00"
    assert candidate.manifest["nye"] == ["FOB/oekonomi.parquet"]
    assert (candidate.manifest["hvem"], candidate.manifest["godkendt_af"]) == ("analytikeren", None)
    assert {source["sha256"] for source in candidate.manifest["sources"]} <= originals(released)


def test_approved_it_comes_in_force_and_says_who_approved(released: Path) -> None:
    drop(released, "FOB/oekonomi.parquet", post("b", 20))
    candidate = put_forward(released, "FOB/oekonomi.parquet")
    release = read_release(released, approve(released, candidate.id[:10], "sekretæren"))
    assert (current_id(released), candidate_id(released)) == (release.id, None)
    assert (release.manifest["hvem"], release.manifest["godkendt_af"]) == ("analytikeren", "sekretæren")
    assert release.manifest["kandidat"] == candidate.id
    assert release.manifest["objects"] == candidate.manifest["objects"]
    assert spent() == "120.00"
    with pytest.raises(NoCandidate):
        approve(released, candidate.id, "sekretæren")


def test_refused_its_files_are_set_aside_with_a_report_and_the_figures_stay(released: Path) -> None:
    content = drop(released, "FOB/oekonomi.parquet", post("b", 20)).read_bytes()
    before = originals(released)
    candidate = put_forward(released, "FOB/oekonomi.parquet")
    assert refuse(released, candidate.id, "dataejeren", DAY) == ("FOB/oekonomi.parquet",)
    assert candidate_id(released) is None
    assert set_aside(released) == {"FOB/oekonomi.parquet": content}
    (report,) = reports(released)
    assert report.kandidat == candidate.id
    assert [each.code for each in report.filer[0].breaches] == ["ikke_godkendt"]
    assert originals(released) == before
    drop(released, "SB/oekonomi.parquet", post("c", 3))
    put_forward(released, "SB/oekonomi.parquet")
    assert spent() == "100.00"


def test_a_file_that_a_release_rests_on_too_stays_in_the_archive_when_it_is_refused(released: Path) -> None:
    drop(released, "oekonomi.parquet", post("a", 777))
    candidate = put_forward(released, "oekonomi.parquet")
    approve(released, candidate.id, "sekretæren")
    drop(released, "oekonomi.parquet", post("a", 100))  # the very bytes of the first release
    before = originals(released)
    candidate = put_forward(released, "oekonomi.parquet")
    refuse(released, candidate.id, "sekretæren", DAY)
    assert originals(released) == before


def test_a_later_drop_joins_the_candidate_that_waits(released: Path) -> None:
    drop(released, "FOB/oekonomi.parquet", post("b", 20))
    put_forward(released, "FOB/oekonomi.parquet")
    drop(released, "SB/oekonomi.parquet", post("c", 3))
    candidate = put_forward(released, "SB/oekonomi.parquet")
    assert candidate.manifest["nye"] == ["FOB/oekonomi.parquet", "SB/oekonomi.parquet"]
    approve(released, candidate.id, "sekretæren")
    assert spent() == "123.00"


def test_a_bad_later_drop_leaves_the_candidate_as_it_was(released: Path) -> None:
    drop(released, "FOB/oekonomi.parquet", post("b", 20))
    candidate = put_forward(released, "FOB/oekonomi.parquet")
    drop(released, "SB/oekonomi.parquet", post("b", 3))  # FOB's key, which waits
    assert codes(publish_inbox(released)) == {"SB/oekonomi.parquet": {"dobbelt_noegle"}}
    assert candidate_id(released) == candidate.id


def test_when_other_figures_come_in_force_the_candidate_is_made_anew_on_them(released: Path) -> None:
    first = str(current_id(released))
    drop(released, "FOB/oekonomi.parquet", post("b", 20))
    approve(released, put_forward(released, "FOB/oekonomi.parquet").id, "sekretæren")
    drop(released, "SB/oekonomi.parquet", post("c", 3))
    old = put_forward(released, "SB/oekonomi.parquet")
    restored = restore(released, first, "sekretæren")
    with pytest.raises(CandidateOld):
        approve(released, old.id, "sekretæren")
    outcome = publish_inbox(released)
    assert outcome.candidate not in (None, old.id)
    new = read_release(released, str(outcome.candidate))
    assert (new.manifest["parent"], new.manifest["nye"]) == (restored.id, ["SB/oekonomi.parquet"])
    approve(released, new.id, "sekretæren")
    assert spent() == "103.00"


@pytest.mark.parametrize("deed", ["approve", "refuse"])
def test_whoever_is_killed_before_clearing_the_candidate_away_has_done_it_all_the_same(
    deed: str, released: Path
) -> None:
    drop(released, "FOB/oekonomi.parquet", post("b", 20))
    candidate = put_forward(released, "FOB/oekonomi.parquet")
    if deed == "approve":
        approve(released, candidate.id, "sekretæren")
    else:
        refuse(released, candidate.id, "sekretæren", DAY)
    candidate_path(released).write_text(candidate.id)  # as if the last step had not been reached
    publish_inbox(released)
    assert candidate_id(released) is None
    assert spent() == ("120.00" if deed == "approve" else "100.00")


@pytest.mark.parametrize("wanted", ["", "0" * 64, "kandidat", "../../x"])
def test_only_the_candidate_that_waits_can_be_approved_or_refused(wanted: str, released: Path) -> None:
    drop(released, "FOB/oekonomi.parquet", post("b", 20))
    candidate = put_forward(released, "FOB/oekonomi.parquet")
    with pytest.raises(NoCandidate):
        approve(released, wanted, "sekretæren")
    with pytest.raises(NoCandidate):
        refuse(released, wanted, "sekretæren", DAY)
    assert candidate_id(released) == candidate.id


def test_what_was_never_approved_cannot_be_restored(released: Path) -> None:
    drop(released, "FOB/oekonomi.parquet", post("b", 20))
    candidate = put_forward(released, "FOB/oekonomi.parquet")
    with pytest.raises(RestoreRefused):
        restore(released, candidate.id)
    assert spent() == "100.00"
