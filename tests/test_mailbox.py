"""Watcher and web process tell each other things through small files: what is written is read, and nothing else is."""

import json
import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from overblik.mailbox import (
    Finding,
    Noticed,
    Outcome,
    Progress,
    Refused,
    Reply,
    State,
    Waiting,
    candidate_id,
    candidate_path,
    read_state,
    state_path,
    write_state,
)
from overblik.mailbox_reports import read_report, reports
from overblik.mailbox_requests import DEEDS, put_request, requests, requests_folder
from overblik.settings import COPENHAGEN

NOW = datetime(2023, 4, 12, 10, 0, tzinfo=COPENHAGEN)
WHOLE = State(
    slag=NOW.isoformat(),
    i_gang=Progress("læser", "FOB/oekonomi.parquet", 0.5),
    sidste=Outcome(
        "a" * 64,
        ("oekonomi.parquet",),
        (Refused("maal.parquet", (Finding("ikke_parquet", "maal", None, 0, "Dan filen på ny."),)),),
        (Noticed("oekonomi.parquet", "for_gamle_tal", "oekonomi", "periode_slut", 3, "Bemærk."),),
        NOW.isoformat(),
    ),
    venter=(Waiting("milepael.parquet", "Venter på indsats.parquet."),),
    svar={"x": Reply(True, "Udgivet.")},
)
DAMAGE = [b"", b"{", b"null", b"[]", b'{"slag": 1}', b"\xff\xfe", b"[" * 100_000]


def test_what_the_watcher_tells_is_read_as_it_was_told(tmp_path: Path) -> None:
    for state in (WHOLE, State()):
        write_state(tmp_path, state)
        assert read_state(tmp_path) == state
    assert [path.name for path in (tmp_path / "udgivelser").iterdir()] == ["tilstand.json"]


@pytest.mark.parametrize("content", DAMAGE)
def test_what_cannot_be_read_is_nothing_said(content: bytes, tmp_path: Path) -> None:
    assert (read_state(tmp_path), candidate_id(tmp_path), reports(tmp_path)) == (State(), None, [])
    for path in (
        state_path(tmp_path),
        candidate_path(tmp_path),
        tmp_path / "afvist" / "20230412T100000Z" / "rapport.json",
        requests_folder(tmp_path) / "00000000-0000-4000-8000-000000000000.json",
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    assert (read_state(tmp_path), candidate_id(tmp_path), reports(tmp_path)) == (State(), None, [])
    assert requests(tmp_path) == []
    assert read_report(tmp_path / "afvist" / "20230412T100000Z") is None


def test_a_watcher_that_is_gone_shows_no_life() -> None:
    assert WHOLE.seconds_since_beat(NOW + timedelta(seconds=40)) == 40
    assert State().seconds_since_beat() is None


@pytest.mark.parametrize("deed", DEEDS)
def test_a_request_reaches_the_watcher(deed: str, tmp_path: Path) -> None:
    name = put_request(tmp_path, deed, "a" * 64, "sekretæren")
    (request,) = requests(tmp_path)
    assert (request.uuid, request.handling, request.id, request.hvem) == (name, deed, "a" * 64, "sekretæren")


def test_what_is_no_request_is_neither_opened_nor_heeded(tmp_path: Path) -> None:
    folder = requests_folder(tmp_path)
    name = put_request(tmp_path, "udgiv", "a" * 64, "sekretæren")
    good = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    (folder / f"{name}.json").rename(tmp_path / "elsewhere.json")
    number = iter(range(100))

    def put(content: object) -> None:
        text = json.dumps(content)
        (folder / f"00000000-0000-4000-8000-{next(number):012}.json").write_text(text, encoding="utf-8")

    for wrong in ({"handling": "slet"}, {"id": 5}, {"hvem": "a\nb"}, {"hvem": "x" * 101}, {"hvornaar": "i går"}):
        put(good | wrong)
    put({name: word for name, word in good.items() if name != "id"})
    put(good | {"andet": "x" * 5000})
    (folder / f"{name}.json").symlink_to(tmp_path / "elsewhere.json")
    os.mkfifo(folder / "10000000-0000-4000-8000-000000000000.json")
    (folder / "20000000-0000-4000-8000-000000000000.json").mkdir()
    (folder / "../../x.json").write_text(json.dumps(good))
    (folder / "navn.json").write_text(json.dumps(good))
    assert requests(tmp_path) == []
