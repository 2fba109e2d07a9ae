"""None of the requests gets through, none stops the server, and no answer tells of the machine or the code."""

import re

import pytest

from tests.web.attacks.on_http import ATTACKS, Attack
from tests.web.attacks.server import TOLD_TOO_MUCH, Attacked


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_a_request_made_to_harm_gets_nothing(attack: Attack, server: Attacked) -> None:
    answer = server.send(attack.request).decode("latin-1")
    status = int(found[1]) if (found := re.match(r"HTTP/1\.[01] (\d{3})", answer)) else None
    assert status in attack.fine
    assert [words for words in TOLD_TOO_MUCH if words in answer] == []
    for target in re.findall(r"(?im)^location: (.*?)\r", answer):
        assert re.match(r"/(?!/)", target), "it leads to an address of ours"
    if status not in (200, None):
        body = answer.partition("\r\n\r\n")[2]
        assert len(body) < 2_500, "an error is a sentence"
    assert server.lives()


def test_there_are_as_many_as_promised_and_each_has_a_name_of_its_own(server: Attacked) -> None:
    assert len({attack.name for attack in ATTACKS}) == len(ATTACKS) >= 85


def test_the_log_tells_of_refusals_in_json_and_repeats_nothing_of_what_was_sent(server: Attacked) -> None:
    server.send(b"GET / HTTP/1.1\r\nHost: ond.dk\r\nConnection: close\r\n\r\n")
    events = server.events()
    assert any(event["event"] == "refused" for event in events)
    told = server.log.read_text(encoding="utf-8")
    for sent in ("passwd", "gal=1", "ond.dk", "Traceback", "aaaaaaaa"):
        assert sent not in told
