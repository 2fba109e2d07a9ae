"""Each rule of the contract's section on several columns and tables, by the code under which it is told and how hard."""

import pytest

from overblik import contract
from overblik.intake import checks, previous
from overblik.intake.persondata_kinds import KINDS
from tests.contract.cases import CASES

A = {
    "unknown key in any reference": "ukendt_noegle",
    "indsatsomraade_kode for the plan's period": "indsatsomraade_uden_for_perioden",
    "duplicate key": "dobbelt_noegle",
    "null in a filled column": "mangler_vaerdi",
    "value outside a closed list": "ukendt_vaerdi",
    "slut before start": "slut_foer_start",
    "naaet_dato later than today": "naaet_i_fremtiden",
    "naaet without naaet_dato": "naaet_uden_dato",
    "naaet_dato without naaet": "naaet_dato_uden_status",
    "udfoert without udfoert_dato": "udfoert_uden_dato",
    "fremmoeder null with ok": "fremmoeder_mangler",
    "fremmoeder filled beside another status": "fremmoeder_trods_status",
    "vaerdi null with ok": "vaerdi_mangler",
    "vaerdi filled beside another status": "vaerdi_trods_status",
    "taeller over naevner": "taeller_over_naevner",
    "nye_deltagere over fremmoeder": "flere_nye_end_fremmoeder",
    "unikke_deltagere over fremmoeder": "flere_unikke_end_fremmoeder",
    "share of persons without taeller and naevner": "andel_uden_taeller_og_naevner",
    "raadgivning on another day than a month's last": "raadgivning_ikke_maanedstal",
    "negative amount that is no forbrug": "negativt_beloeb",
}
W = {
    "amount over ten times the plan's budget": "beloeb_over_ti_gange_budgettet",
    "dates outside the plan period": "uden_for_planperioden",
    "local co-financing under 25 %": "medfinansiering_under_25_pct",
    "forbrug over budget": "forbrug_over_budget",
    "budget_korrigeret that is not whole": "korrigeret_budget_ufuldstaendigt",
    "value outside a list that is a setting": "ukendt_vaerdi",
    "newest date older than 4 months": "for_gamle_tal",
}
BEFORE = {
    "an area that is gone": "omraade_borte",
    "an indsatsomraade that is gone": "indsatsomraade_borte",
    "rows moved by more than 50 %": "raekker_aendret",
    "a sum moved by more than 50 %": "sum_aendret",
    "an aftalt_dato that changed": "aftalt_dato_aendret",
}


def found(severity: str) -> set[str]:
    tables = contract.tables().values()
    return {check.code for table in tables for check in checks.of(table) if check.severity == severity}


@pytest.mark.parametrize(("severity", "rules"), [("A", A), ("W", W)])
def test_each_rule_is_there_and_none_besides(severity: str, rules: dict[str, str]):
    assert set(rules.values()) == found(severity)


def test_each_rule_over_rows_has_rows_that_just_keep_it_and_rows_that_just_break_it():
    by_column = {"ukendt_noegle", "dobbelt_noegle", "mangler_vaerdi", "ukendt_vaerdi"}  # tests/intake/test_judging.py
    assert {code for _, code in CASES} == (set(A.values()) | set(W.values())) - by_column


def test_what_is_asked_since_the_delivery_before_is_there():
    assert set(BEFORE.values()) == set(previous.CODES)  # tests/intake/test_previous.py


def test_personal_data_has_its_kinds():
    assert {kind.code for kind in KINDS} == {f"persondata_{kind}" for kind in ("cpr", "mail", "telefon", "navn")}


def test_every_table_with_a_period_of_its_own_is_asked_whether_it_ends_before_it_begins():
    pairs = {"start_dato": "slut_dato", "periode_start": "periode_slut"}
    for table in contract.tables().values():
        names = {column.name for column in table.columns}
        if any(start in names and slut in names for start, slut in pairs.items()):
            assert "slut_foer_start" in {rule.code for rule in table.rules}, table.name
