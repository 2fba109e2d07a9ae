"""The log: JSON lines, who by pseudonym, and nothing that a reader or a file has written."""

import json
import logging
import sys

import pytest

from overblik import log


@pytest.fixture
def lines(capsys: pytest.CaptureFixture[str]) -> "list[dict[str, str]]":
    """What one of each kind of record becomes."""
    root, ours = logging.getLogger(), logging.getLogger("overblik")
    before, level, our_level = root.handlers[:], root.level, ours.level
    try:
        log.to_standard_output()
        log.event("login", who="3f1a", role="laeser", nothing=None)
        logging.getLogger("overblik.show").warning("%s: %s", "fremdrift", "no such plan")
        logging.getLogger("asyncio").error("Task exception %s\nfuture: <KeyError('0101701234')>", "0101701234")
        try:
            {}["Birthe Hansen, 010170-1234"]
        except KeyError as error:
            log.event("error", id="ab12", error=log.where(error))
            logging.getLogger("streamlit").error("Uncaught", exc_info=sys.exc_info())
    finally:
        root.handlers[:] = before
        root.setLevel(level)
        ours.setLevel(our_level)
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_every_record_is_one_object_with_time_level_and_event(lines: "list[dict[str, str]]") -> None:
    assert [line["event"] for line in lines] == ["login", "program", "program", "error", "program"]
    assert all({"time", "level"} < line.keys() for line in lines)
    assert lines[1]["message"] == "fremdrift: no such plan"


def test_no_person_and_no_value_stands_in_it(lines: "list[dict[str, str]]") -> None:
    told = json.dumps(lines)
    for secret in ("Birthe", "0101701234", "010170-1234", sys.prefix):
        assert secret not in told
    assert lines[3]["error"].startswith("KeyError at tests/web/test_log.py:")
    assert lines[4]["error"] == lines[3]["error"]


@pytest.mark.parametrize(
    ("path", "told"),
    [("/omraade", "/omraade"), ("/media/ab.pdf", "/media"), ("/\n{}", "/?"), ("/Birthe Hansen", "/?"), ("/", "/")],
)
def test_a_path_is_told_by_its_beginning_alone(path: str, told: str) -> None:
    assert log.short_path(path) == told
