"""What a login's claims give: a role by the groups, least first, and nothing for what is not for us or not in force."""

import re
from typing import Any, Final

import pytest

from overblik import access, access_sessions
from overblik.access import ADMINISTER, RELEASE, SEE, UPLOAD
from overblik.access_roles import pseudonym, reader_from, session_of
from overblik.settings import ROOT
from overblik.settings_login import Login

LOGIN: Final = Login(
    adresse="https://overblik.eksempel.dk",
    metadata="https://login.eksempel.dk/.well-known/openid-configuration",
    klient="overblik",
    hemmelighed="h",
    cookie="k" * 32,
    timer=8,
    laeser=("l",),
    analytiker=(("fob", ("FOB",)), ("bk", ("BK", "SK"))),
    udgiver=("u",),
    administrator=("adm",),
)
NOW: Final = 1_000_000.0
CLAIMS: Final[dict[str, Any]] = {"sub": "p", "aud": "overblik", "iat": NOW, "exp": NOW + 3600, "nonce": "n"}


@pytest.mark.parametrize(
    ("groups", "rolle", "deeds", "organisations"),
    [
        (["l"], "laeser", {SEE}, ()),
        (["fob"], "analytiker", {SEE, UPLOAD}, ("FOB",)),
        (["fob", "bk", "l"], "analytiker", {SEE, UPLOAD}, ("BK", "FOB", "SK")),
        (["u"], "udgiver", {SEE, RELEASE}, ()),
        (["u", "fob"], "analytiker", {SEE, RELEASE, UPLOAD}, ("FOB",)),
        (["adm"], "administrator", {SEE, UPLOAD, RELEASE, ADMINISTER}, None),
        ("l", "laeser", {SEE}, ()),  # one group without a list
        (["L", " l", "andet"], "ingen", set(), ()),  # nearly is not
        ([], "ingen", set(), ()),
        (None, "ingen", set(), ()),
        ({"l": "l"}, "ingen", set(), ()),
        ([["l"], 1], "ingen", set(), ()),
    ],
)
def test_groups_give_the_deeds_of_their_role_and_no_more(
    groups: object, rolle: str, deeds: set[str], organisations: tuple[str, ...] | None
) -> None:
    reader = reader_from(CLAIMS | {"groups": groups}, LOGIN, NOW)
    assert reader is not None
    assert (reader.rolle, reader.deeds, reader.organisationer) == (rolle, deeds, organisations)


@pytest.mark.parametrize(
    "changed",
    [
        {"aud": "et-andet-program"},
        {"aud": ["et-andet-program"], "azp": "overblik"},
        {"aud": None},
        {"exp": NOW},
        {"exp": None},
        {"exp": "9999999999"},
        {"exp": True},
        {"iat": None},
        {"iat": NOW - 8 * 3600, "exp": NOW + 3600},  # the token holds, the set hours have passed
        {"sub": ""},
        {"sub": 7},
        {"nonce": ["n"]},
    ],
)
def test_claims_that_are_not_for_us_or_not_in_force_are_a_strangers(changed: dict[str, object]) -> None:
    assert reader_from(CLAIMS | {"groups": ["adm"]} | changed, LOGIN, NOW) is None


def test_a_session_ends_with_the_token_or_after_the_set_hours_whichever_is_first() -> None:
    short = reader_from(CLAIMS, LOGIN, NOW)
    long = reader_from(CLAIMS | {"exp": NOW + 90_000}, LOGIN, NOW)
    assert short is not None
    assert long is not None
    assert (short.until, long.until) == (NOW + 3600, NOW + 8 * 3600)


def test_an_analyst_hands_in_for_their_own_organisation_and_not_for_another_or_for_all() -> None:
    reader = reader_from(CLAIMS | {"groups": ["fob"]}, LOGIN, NOW)
    assert access.may(reader, UPLOAD, "FOB")
    assert not access.may(reader, UPLOAD, "BK")
    assert not access.may(reader, UPLOAD, "fob")
    assert not access.may(reader, UPLOAD, "")
    assert not access.may(reader, RELEASE)
    assert access.may(reader_from(CLAIMS | {"groups": ["adm"]}, LOGIN, NOW), UPLOAD, "")


def test_a_stranger_may_do_nothing_and_whoever_sits_at_the_machine_everything() -> None:
    for deed in (SEE, UPLOAD, RELEASE, ADMINISTER):
        assert not access.may(None, deed)
        assert access.may(access.LOCAL, deed)
    assert not access.may(access.LOCAL, "noget andet")


def test_nothing_that_answers_or_makes_files_knows_who_asks() -> None:
    """So a cached answer, made for one role, is right for every other."""
    rooms = ("answers", "export", "regneark", "arbejdsbog")
    files = [path for room in rooms for path in (ROOT / "overblik" / room).rglob("*.py")]
    assert len(files) > 30
    asking = [
        path.name
        for path in files
        if re.search(r"import access|access_|show import .*reader|st\.user", path.read_text())
    ]
    assert not asking, asking


def test_a_pseudonym_is_the_same_for_one_person_and_tells_nothing_of_them() -> None:
    assert pseudonym("anne@eksempel.dk", LOGIN) == pseudonym("anne@eksempel.dk", LOGIN)
    assert pseudonym("anne@eksempel.dk", LOGIN) != pseudonym("bo@eksempel.dk", LOGIN)
    assert "anne" not in pseudonym("anne@eksempel.dk", LOGIN)


def test_two_logins_of_one_person_are_two_sessions() -> None:
    assert session_of(CLAIMS) != session_of(CLAIMS | {"nonce": "m"})


def test_a_session_ended_in_one_process_is_ended_in_those_that_share_its_folder(tmp_path) -> None:  # type: ignore[no-untyped-def]
    folder = tmp_path / "sessioner"
    session = session_of(CLAIMS | {"nonce": "delt"})
    assert not access_sessions.has_ended(session, folder)
    access_sessions.end(session, NOW * 2000, folder)
    assert [path.name for path in folder.iterdir()] == [session]
    access_sessions._ended.clear()  # another process remembers nothing
    assert access_sessions.has_ended(session, folder)
    assert not access_sessions.has_ended(session, None)
