"""The watcher takes what has settled, does what pages ask for, and outlives whatever befalls its work."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from overblik.intake.settling import PATIENCE, Seen, look, ready
from overblik.mailbox import State, candidate_id, read_state
from overblik.mailbox_requests import put_request, requests
from overblik.release import current_id, read_release
from overblik.settings import ROOT, settings
from tests.intake.drops import DAY, drop, drop_all, everything_in, inbox, post, published, set_aside, spent

SOON = 120.0  # seconds: as long as a slow machine may take for what takes two


@contextmanager
def watcher(data: Path, *arguments: str, **more: str) -> Iterator["subprocess.Popen[bytes]"]:
    """A watcher over a data folder in a process of its own, stopped afterwards."""
    environment = os.environ | {
        "OVERBLIK_DATA": str(data),
        "OVERBLIK_I_DAG": DAY.isoformat(),
        "OVERBLIK_RO_SEKUNDER": "1",
    }
    command = [sys.executable, "-m", "overblik.intake", "watch", *arguments]
    with subprocess.Popen(command, cwd=ROOT, env=environment | more, stdin=subprocess.PIPE) as process:
        try:
            yield process
        finally:
            process.terminate()
            process.wait(SOON)


def until(happened: Callable[[], object]) -> None:
    """Waits until something has happened, and fails where it does not."""
    end = time.monotonic() + SOON
    while not happened():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.05)


def state(data: Path) -> State:
    return read_state(data)


def logged(capfd: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    """What the watcher has logged so far: every line of its output is one JSON object."""
    return [json.loads(line) for line in capfd.readouterr().out.splitlines()]


def test_what_stands_still_is_ready_and_what_grows_is_not(tmp_path: Path) -> None:
    path = tmp_path / "maal.parquet"
    path.write_bytes(b"x")
    seen = look(tmp_path, Seen(), 0.0)
    assert ready(seen, {}, 4.9, 5) == frozenset()
    assert ready(look(tmp_path, seen, 4.9), {}, 5.0, 5) == {"maal.parquet"}
    path.write_bytes(b"xy")
    seen = look(tmp_path, seen, 5.0)
    assert ready(seen, {}, 9.9, 5) == frozenset()
    assert ready(seen, {}, 10.0, 5) == {"maal.parquet"}


def test_a_files_own_time_is_compared_with_itself_and_never_with_our_clock(tmp_path: Path) -> None:
    path = tmp_path / "maal.parquet"
    path.write_bytes(b"x")
    for its_clock in (0, 4_000_000_000):  # a share whose clock stands in 1970, or a century ahead
        os.utime(path, (its_clock, its_clock))
        seen = look(tmp_path, Seen(), 100.0)
        assert ready(seen, {}, 104.0, 5) == frozenset()
        assert ready(seen, {}, 105.0, 5) == {"maal.parquet"}


def test_the_files_of_one_drop_wait_for_each_other_but_not_for_ever(tmp_path: Path) -> None:
    (tmp_path / "maal.parquet").touch()
    seen = look(tmp_path, Seen(), 0.0)
    (tmp_path / "FOB").mkdir()
    (tmp_path / "FOB" / "oekonomi.parquet").touch()
    seen = look(tmp_path, seen, 4.0)
    assert ready(seen, {}, 6.0, 5) == frozenset()
    assert ready(seen, {}, 9.0, 5) == {"maal.parquet", "FOB/oekonomi.parquet"}
    (tmp_path / "FOB" / "oekonomi.parquet").write_bytes(b"more and more")
    seen = look(tmp_path, seen, 5 + PATIENCE)
    assert ready(seen, {}, 5 + PATIENCE, 5) == {"maal.parquet"}


def test_what_was_judged_and_waits_is_judged_again_only_with_something_new(tmp_path: Path) -> None:
    (tmp_path / "maal.parquet").touch()
    seen = look(tmp_path, Seen(), 0.0)
    judged = dict(seen.stamps)
    assert ready(seen, judged, 10.0, 5) == frozenset()
    (tmp_path / "indikator.parquet").touch()
    seen = look(tmp_path, seen, 10.0)
    assert ready(seen, judged, 15.0, 5) == {"maal.parquet", "indikator.parquet"}


def test_looking_opens_nothing(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "maal.parquet")
    (tmp_path / "oekonomi.parquet").symlink_to("/dev/zero")
    assert set(look(tmp_path, Seen(), 0.0).stamps) == {"maal.parquet", "oekonomi.parquet"}


def test_the_watcher_lands_the_good_sets_the_bad_aside_and_says_so(
    in_use: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    drop_all(in_use, oekonomi=[post("a", 100)])
    bad = drop(in_use, "FOB/oekonomi.parquet", post("b", 1, bidragyder=None)).read_bytes()
    os.mkfifo(inbox(in_use) / "maal.parquet")
    with watcher(in_use) as process:
        until(lambda: state(in_use).sidste)
        found = state(in_use)
        assert found.sidste is not None
        assert found.sidste.release
        assert found.sidste.release == current_id(in_use)
        assert {each.file for each in found.sidste.rejected} == {"FOB/oekonomi.parquet", "maal.parquet"}
        assert (found.fejl, found.i_gang) == (None, None)
        assert set_aside(in_use) == {"FOB/oekonomi.parquet": bad}
        until(lambda: state(in_use).slag != found.slag)  # it beats on
        drop(in_use, "SB/oekonomi.parquet", post("c", 20))
        until(lambda: spent() == "120.00")
        back = put_request(in_use, "gendan", found.sidste.release, "sekretæren")
        until(lambda: back in state(in_use).svar)
        process.send_signal(signal.SIGTERM)
        assert process.wait(SOON) == 0
    assert everything_in(inbox(in_use)) == {}
    told = logged(capfd)
    publishes = [(line["release"], line["files"], line["refused"]) for line in told if line["event"] == "publish"]
    assert (found.sidste.release[:12], len(found.sidste.accepted), 2) == publishes[0]
    (restore,) = [line for line in told if line["event"] == "restore"]
    assert (restore["id"], restore["who"], restore["done"]) == (found.sidste.release[:12], "sekretæren", "true")


def test_a_growing_file_is_left_until_it_stands_still(in_use: Path, tmp_path: Path) -> None:
    drop_all(in_use, oekonomi=[post("a", 100)])
    published(in_use)
    content = drop(in_use, "SB/oekonomi.parquet", post("c", 20)).rename(tmp_path / "hel.parquet").read_bytes()
    with watcher(in_use, OVERBLIK_RO_SEKUNDER="3"):
        until(lambda: state(in_use).slag)
        with open(inbox(in_use) / "SB" / "oekonomi.parquet", "wb") as growing:
            for start in range(0, len(content), len(content) // 6 + 1):
                growing.write(content[start : start + len(content) // 6 + 1])
                growing.flush()
                time.sleep(1)
        assert set_aside(in_use) == {}  # never judged by half
        until(lambda: spent() == "120.00")
    assert set_aside(in_use) == {}


def test_killed_in_the_middle_of_a_publish_nothing_is_lost_and_the_next_one_goes_on(in_use: Path) -> None:
    drop_all(in_use, oekonomi=[post("a", 100)])
    bad = drop(in_use, "FOB/oekonomi.parquet", post("b", 1, bidragyder=None)).read_bytes()
    for step in ("læser", "bygger"):
        with watcher(in_use) as process:
            until(lambda step=step: ((now := state(in_use).i_gang) and now.trin == step) or current_id(in_use))
            process.kill()
            process.wait()
    with watcher(in_use):
        until(lambda: current_id(in_use) and not everything_in(inbox(in_use)))
    assert spent() == "100.00"
    assert set_aside(in_use) == {"FOB/oekonomi.parquet": bad}


def test_a_watcher_ends_with_whoever_started_it(in_use: Path) -> None:
    with watcher(in_use) as process:
        until(lambda: state(in_use).slag)
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(SOON) == 0


def test_a_second_watcher_waits_and_takes_over(in_use: Path) -> None:
    drop_all(in_use, oekonomi=[post("a", 100)])
    published(in_use)
    with watcher(in_use) as first:
        until(lambda: state(in_use).slag)
        with watcher(in_use) as second:
            time.sleep(3)
            assert second.poll() is None
            first.kill()
            first.wait()
            drop(in_use, "SB/oekonomi.parquet", post("c", 20))
            until(lambda: spent() == "120.00")


def test_what_cannot_be_done_is_a_sentence_and_the_watcher_lives(in_use: Path) -> None:
    drop_all(in_use, oekonomi=[post("a", 100)])
    published(in_use)
    pointer = in_use / "udgivelser" / "aktuel"
    good = pointer.read_bytes()
    drop(in_use, "SB/oekonomi.parquet", post("c", 20))
    pointer.write_bytes(b"ingenting")
    with watcher(in_use) as process:
        until(lambda: state(in_use).fejl)
        sentence = state(in_use).fejl
        assert sentence
        assert "udgivelser/aktuel" in sentence
        assert str(in_use) not in sentence
        assert process.poll() is None
        assert everything_in(inbox(in_use))
        pointer.write_bytes(good)
        put_request(in_use, "kontroller", "", "analytikeren")
        until(lambda: spent() == "120.00")
        until(lambda: state(in_use).fejl is None)


def test_a_page_may_ask_for_release_and_refusal_and_is_answered(
    in_use: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    drop_all(in_use, oekonomi=[post("a", 100)])
    with watcher(in_use, OVERBLIK_UDGIVELSE="godkendes"):
        until(lambda: candidate_id(in_use) and state(in_use).sidste)
        assert current_id(in_use) is None
        wrong = put_request(in_use, "udgiv", "0" * 64, "sekretæren")
        until(lambda: wrong in state(in_use).svar)
        assert not state(in_use).svar[wrong].ok
        right = put_request(in_use, "udgiv", str(candidate_id(in_use)), "sekretæren")
        until(lambda: right in state(in_use).svar)
        assert state(in_use).svar[right].ok
        until(lambda: not requests(in_use))
        assert read_release(in_use).manifest["godkendt_af"] == "sekretæren"
        drop(in_use, "SB/oekonomi.parquet", post("c", 20))
        until(lambda: candidate_id(in_use))
        refused = put_request(in_use, "afvis", str(candidate_id(in_use)), "dataejeren")
        until(lambda: refused in state(in_use).svar)
        assert state(in_use).svar[refused].ok
    assert list(set_aside(in_use)) == ["SB/oekonomi.parquet"]
    assert candidate_id(in_use) is None
    decisions = [(line["deed"], line["who"], line["done"]) for line in logged(capfd) if line["event"] == "decision"]
    assert decisions == [
        ("udgiv", "sekretæren", "false"),
        ("udgiv", "sekretæren", "true"),
        ("afvis", "dataejeren", "true"),
    ]
    settings.cache_clear()
    assert spent() == "100.00"


def test_where_people_log_in_only_a_signed_request_of_a_role_that_may_is_done(
    in_use: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    drop_all(in_use, oekonomi=[post("a", 100)])
    first = published(in_use).id
    drop(in_use, "oekonomi.parquet", post("a", 120))
    second = published(in_use).id
    key = "n" * 32
    login = {
        "OVERBLIK_ADRESSE": "https://overblik.eksempel.dk",
        "OVERBLIK_LOGIN_METADATA": "https://login.eksempel.dk/x",
        "OVERBLIK_LOGIN_KLIENT": "overblik",
        "OVERBLIK_ROLLE_UDGIVER": "g-udgiver",
        "OVERBLIK_ANMODNING_NOEGLE": key,
    }
    dropped = put_request(in_use, "gendan", first, "ond", ["administrator"])
    looking = put_request(in_use, "gendan", first, "laeser", ["laeser"], key)
    with watcher(in_use, **login):
        until(lambda: {dropped, looking} <= set(state(in_use).svar))
        assert current_id(in_use) == second
        assert "kommer ikke fra en af siderne" in state(in_use).svar[dropped].besked
        assert "rollen giver ikke lov" in state(in_use).svar[looking].besked
        right = put_request(in_use, "gendan", first, "udgiver", ["udgiver"], key)
        until(lambda: right in state(in_use).svar)
        assert state(in_use).svar[right].ok
    assert spent() == "100.00"
    refusals = [line["who"] for line in logged(capfd) if line["event"] == "request refused"]
    assert sorted(map(str, refusals)) == ["laeser", "ond"]


def test_the_watcher_of_an_empty_folder_shows_the_example(in_use: Path) -> None:
    with watcher(in_use, "--ellers-eksempel"):
        until(lambda: current_id(in_use))
    assert read_release(in_use).is_example
