"""The watcher does what the roles of the one who asks give leave to, and nothing that the web process has not signed."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from overblik.access import DEEDS, RELEASE, UPLOAD
from overblik.intake.entitled import NEEDS, refusal
from overblik.mailbox_requests import DEEDS as ASKED
from overblik.mailbox_requests import Request, put_request, requests
from overblik.settings import COPENHAGEN
from overblik.settings_login import Login

KEY = "n" * 32
LOGIN = Login("https://overblik.eksempel.dk", "https://login.eksempel.dk", "overblik", "h", "c" * 32, KEY)
RELEASES = {"udgiv", "afvis", "gendan"}


def asked(data: Path, handling: str, *roller: str, key: str = KEY) -> Request:
    """A request as the web process leaves it in the mailbox."""
    put_request(data, handling, "a" * 64, "pseudonym", roller, key)
    (request,) = requests(data)
    return request


def now() -> datetime:
    return datetime.now(COPENHAGEN)


@pytest.mark.parametrize("handling", ASKED)
@pytest.mark.parametrize("rolle", [*DEEDS, "ingen", "findes ikke"])
def test_each_role_gets_done_what_the_table_says_and_nothing_else(handling: str, rolle: str, tmp_path: Path) -> None:
    may = rolle == "administrator" or (handling in RELEASES and rolle == "udgiver")
    may = may or (handling == "kontroller" and rolle == "analytiker")
    told = refusal(asked(tmp_path, handling, rolle), LOGIN, (), now())
    assert (told is None) == may
    assert may or "rollen giver ikke lov" in str(told)


def test_with_several_roles_one_may_what_each_of_them_may_and_without_any_nothing(tmp_path: Path) -> None:
    request = asked(tmp_path, "udgiv", "udgiver", "analytiker")
    assert refusal(request, LOGIN, (), now()) is None
    assert set(NEEDS.values()) == {RELEASE, UPLOAD}
    (tmp_path / "ny").mkdir()
    assert refusal(asked(tmp_path / "ny", "udgiv"), LOGIN, (), now())


@pytest.mark.parametrize(
    "changed",
    [
        {"roller": ("administrator",)},
        {"id": "b" * 64},
        {"handling": "gendan"},
        {"hvem": "en anden"},
        {"hvornaar": "2099-01-01T00:00:00+01:00"},
        {"uuid": "00000000-0000-4000-8000-000000000000"},
        {"signatur": ""},
        {"signatur": "0" * 64},
        {"signatur": "ø" * 64},
    ],
)
def test_a_request_that_was_written_or_changed_by_another_than_the_web_process_is_not_done(
    changed: dict[str, object], tmp_path: Path
) -> None:
    request = replace(asked(tmp_path, "udgiv", "udgiver"), **changed)  # type: ignore[arg-type]
    assert "kommer ikke fra en af siderne" in str(refusal(request, LOGIN, (), now()))


@pytest.mark.parametrize("key", ["", "en anden nøgle, lige så lang som den"])
def test_a_request_signed_by_no_key_or_another_is_not_done(key: str, tmp_path: Path) -> None:
    for roller in (("administrator",), ("lokal",)):
        folder = tmp_path / roller[0]
        assert "kommer ikke fra en af siderne" in str(
            refusal(asked(folder, "gendan", *roller, key=key), LOGIN, (), now())
        )


def test_a_signed_request_that_says_that_nobody_logs_in_is_not_done_where_they_do(tmp_path: Path) -> None:
    assert refusal(asked(tmp_path, "udgiv", "lokal"), LOGIN, (), now())


def test_an_old_request_put_back_is_not_done_again(tmp_path: Path) -> None:
    request = asked(tmp_path, "gendan", "udgiver")
    assert refusal(request, LOGIN, {request.uuid}, now())
    assert "en time gammel" in str(refusal(request, LOGIN, (), now() + timedelta(minutes=61)))
    assert refusal(request, LOGIN, (), now() + timedelta(minutes=59)) is None


def test_a_watcher_without_the_key_says_so_and_does_nothing(tmp_path: Path) -> None:
    request = asked(tmp_path, "udgiv", "administrator", key="")
    assert "OVERBLIK_ANMODNING_NOEGLE" in str(refusal(request, replace(LOGIN, anmodning=""), (), now()))


def test_where_nobody_logs_in_whoever_sits_at_the_machine_may_and_a_request_of_another_installation_may_not(
    tmp_path: Path,
) -> None:
    assert refusal(asked(tmp_path, "udgiv", "lokal", key=""), None, (), now()) is None
    assert refusal(asked(tmp_path / "ny", "udgiv", "administrator"), None, (), now())
