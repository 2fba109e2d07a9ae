"""Every breach there is, told in a report: Danish, one remedy, no value, no path, and once."""

import re

import pytest

from overblik import contract
from overblik.intake import landing, publishing
from overblik.intake.breach import Breach, breach
from overblik.intake.checks import of
from overblik.intake.inbox import Delivery
from overblik.intake.landing import Waits, told_to_wait
from overblik.intake.outcome import by_file
from overblik.intake.persondata import CODES
from overblik.intake.persondata_kinds import KINDS
from overblik.intake.report import as_text
from overblik.mailbox_reports import RefusedFile, Report
from overblik.settings import ROOT
from tests.intake.drops import SECRET

FILE = "FOB/oekonomi.parquet"
ENGLISH = re.compile(r"Error|Traceback|None|\b(the|and|file|row)\b|\{|\}|\\n|nan\b")


def judged() -> dict[str, Breach]:
    """Every check of every table of the contract, as a breach of three rows."""
    return {
        f"{table.name}.{check.code}.{check.column.name if check.column else ''}": breach(
            check.code,
            FILE,
            table.name,
            check.column.name if check.column else None,
            check.what,
            check.remedy,
            3,
            (1, 2, 3),
        )
        for table in contract.tables().values()
        for check in of(table)
    }


def of_the_flow() -> dict[str, Breach]:
    """What setting aside, waiting, approval and the inbox say."""
    delivery = Delivery(FILE, "oekonomi", "FOB", ROOT / "hemmelig.parquet")
    theirs = judged()["oekonomi.ukendt_noegle.omraade_id"]
    return {
        "venter": told_to_wait(Waits(delivery, ("indsats.parquet",), frozenset({"indsats"}))),
        "venter for many": told_to_wait(Waits(delivery, tuple("abcdef"), frozenset())),
        "venter for a table": told_to_wait(Waits(delivery, (), frozenset({"indsats", "milepael"}))),
        "venter for what": told_to_wait(Waits(delivery, (), frozenset())),
        "bryder_gaeldende": landing._breaks(delivery, theirs),
        "ikke_klar": publishing._not_settled(delivery),
        "bliver_liggende": publishing._left_behind(delivery),
    }


EVERY = judged() | of_the_flow()


def report(*breaches: Breach, personal: bool = False) -> str:
    """The report on one file with these breaches."""
    found = tuple(finding for refused in by_file(breaches) for finding in refused.breaches)
    slettes = "2023-04-19" if personal else None
    file = RefusedFile(FILE, "oekonomi", "FOB", "0" * 64, 10, personal, slettes, None, found)
    return as_text(Report("20230412T100000Z", "2023-04-12T10:00:00+00:00", None, (file,)))


@pytest.mark.parametrize("name", EVERY)
def test_every_breach_is_danish_whole_and_without_value_or_path(name: str) -> None:
    found = EVERY[name]
    for text in (found.message, report(found)):
        assert not ENGLISH.search(text), text
        assert SECRET not in text
        assert str(ROOT) not in text
        assert "/tmp" not in text
    assert found.message.startswith(FILE)
    assert found.message.endswith((".", "?"))
    assert ".." not in found.message.replace("...", "")
    assert found.message.count("aflever filen igen") <= 1  # one remedy
    where = found.message.partition(": ")[2]
    assert report(found).count(where) == 1


def test_the_enumeration_holds_the_contracts_own_rules_too() -> None:
    own = {f"{table.name}.{rule.code}" for table in contract.tables().values() for rule in table.rules}
    assert len(own) > 30
    assert own <= {".".join(name.split(".")[:2]) for name in EVERY}


def test_a_report_on_personal_data_says_when_the_file_is_erased() -> None:
    assert {kind.code for kind in KINDS} == CODES
    assert "slettes 2023-04-19" in report(judged()["oekonomi.mangler_vaerdi.form"], personal=True)
