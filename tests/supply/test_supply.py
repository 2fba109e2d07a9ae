"""What we ship: pinned to the last package, each with its reason and a licence that we may use, looked up for holes."""

import json
from importlib.metadata import version

import pytest

from overblik.settings import ROOT
from tests.supply import licences, vulnerabilities
from tests.supply.pins import RUNTIME, TESTS, decided, pins, pulled_in_by


def test_every_requirement_is_one_exact_version_and_is_the_one_installed() -> None:
    pinned = pins(RUNTIME) + pins(TESTS)
    assert len(pinned) > 50
    assert {pin.name: pin.version for pin in pinned} == {pin.name: version(pin.name) for pin in pinned}
    assert len({pin.name for pin in pinned}) == len(pinned)  # none twice


def test_every_dependency_is_chosen_by_a_decision_or_pulled_in_by_one_that_is() -> None:
    chosen = decided()
    because = pulled_in_by(chosen)
    without = [pin.name for pin in pins(RUNTIME) + pins(TESTS) if pin.name not in chosen and pin.name not in because]
    assert not without, f"{without}: give the reason in docs/decisions/ and a line in the table of its README.md"


def test_every_decision_in_the_table_names_its_package_and_every_package_there_is_pinned() -> None:
    pinned = {pin.name for pin in pins(RUNTIME) + pins(TESTS)}
    for name, decision in decided().items():
        assert name in pinned, f"{name} is not pinned any more: take its line out of docs/decisions/README.md"
        assert decision.is_file(), decision.name
        assert name in decision.read_text(encoding="utf-8").lower(), f"{decision.name} does not name {name}"


def test_the_dashboard_runs_on_what_is_pinned_and_on_nothing_else() -> None:
    pinned = {pin.name for pin in pins(RUNTIME)}
    chosen = pinned & set(decided())
    assert pinned == chosen | set(pulled_in_by(chosen))


def test_every_licence_is_known_and_allowed() -> None:
    refused = {
        pin.name: told for pin in pins(RUNTIME) if not licences.is_allowed(told := licences.licence_of(pin.name))
    }
    assert not refused, refused


def test_the_list_of_licences_is_what_is_installed() -> None:
    assert licences.DOCUMENT.read_text(encoding="utf-8") == licences.document(), "run: make docs"


@pytest.mark.parametrize(
    ("expression", "allowed"),
    [
        ("MIT", True),
        ("Apache-2.0 OR GPL-3.0-or-later", True),  # a choice: one keeps to the first
        ("BSD-3-Clause AND GPL-3.0-or-later", False),  # both bind
        ("GPL-3.0-or-later", False),
        ("AGPL-3.0-only", False),
        ("(MIT AND GPL-2.0-only) OR SSPL-1.0", False),
        ("", False),
    ],
)
def test_a_licence_that_binds_more_than_we_may_promise_is_refused(expression: str, allowed: bool) -> None:
    assert licences.is_allowed(expression) is allowed


def test_a_licence_without_a_name_is_unknown() -> None:
    for told in ("", "see the file"):
        with pytest.raises(licences.LicenceUnknown):
            licences._spdx("en-pakke", told)


# As pip-audit 2.10 writes it.
CLEAN = {"name": "idna", "version": "3.20", "vulns": []}
HOLED = {"name": "jinja2", "version": "2.4", "vulns": [{"id": "PYSEC-2021-66", "fix_versions": [], "aliases": []}]}
UNKNOWN = {"name": "altair", "skip_reason": "Dependency not found on PyPI and could not be audited: altair (6.3.0)"}


@pytest.mark.parametrize(
    ("reported", "code", "says"),
    [
        ([CLEAN, CLEAN], 0, "2 pakker er slået op, 0 kendte"),
        ([CLEAN, HOLED], 1, "### SÅRBARHED: jinja2 2.4: PYSEC-2021-66"),
        ([UNKNOWN, UNKNOWN], 0, "### SÅRBARHEDER ER IKKE UNDERSØGT"),  # pip-audit itself calls this clean
        ([CLEAN, UNKNOWN], 0, "### IKKE UNDERSØGT: altair"),
        ([HOLED, UNKNOWN], 1, "### IKKE UNDERSØGT: altair"),
    ],
)
def test_an_audit_that_looked_nothing_up_never_passes_in_silence(
    reported: list[dict[str, object]], code: int, says: str
) -> None:
    told, exit_code = vulnerabilities.words(vulnerabilities.judge(json.dumps({"dependencies": reported, "fixes": []})))
    assert (exit_code, says in told) == (code, True), told


def test_an_audit_that_could_not_run_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vulnerabilities, "PIP_AUDIT", ROOT / "findes-ikke")
    told, code = vulnerabilities.words(vulnerabilities.run())
    assert (code, "IKKE UNDERSØGT" in told) == (0, True)
