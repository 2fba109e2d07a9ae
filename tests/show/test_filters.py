"""The filters: what an address means in a release, and which of address and filters decides."""

from datetime import date

import pytest

from overblik.answers import Choice
from overblik.show import filters
from overblik.show.address import Cause, Visit, cause_of, query
from overblik.show.filter_options import Options, understood

OPTIONS = Options(
    plan="P1",
    own_plan="P1",
    planer={"P1": "Planen"},
    omraade={"NORD": "Nord", "AAEN": "Åen"},
    indsatsomraade={"UDD": "Uddannelse", "FAELLES": "Fælles"},
    organisation={"BOA": "BOA"},
    maaneder=("2021-08", "2021-09", "2021-10"),
    statusdatoer=("2021-09-30", "2021-08-31"),
    statusdato="2021-09-30",
)


def test_ids_that_the_release_has_are_taken_without_a_word() -> None:
    wanted = {"omraade": ("AAEN", "NORD"), "fra": ("2021-09",), "til": ("2021-10",), "statusdato": ("2021-08-31",)}
    assert understood(wanted, OPTIONS) == (wanted, [])


@pytest.mark.parametrize("name", ["plan", "omraade", "indsatsomraade", "organisation", "fra", "til", "statusdato"])
@pytest.mark.parametrize("value", ["<script>", "2021-13", "9999-12-31", "0001-01-01", "\x00", "Nord", "A" * 200])
def test_what_an_address_cannot_mean_is_left_out_and_said(name: str, value: str) -> None:
    found, notices = understood({name: (value,)}, OPTIONS)
    assert found == {}
    assert len(notices) == 1
    assert value not in notices[0]


def test_a_known_area_beside_an_unknown_one_still_counts() -> None:
    found, notices = understood({"omraade": ("NORD", "REVET_NED")}, OPTIONS)
    assert found == {"omraade": ("NORD",)}
    assert notices == ["Linket nævner et område, som ikke findes i tallene; det er udeladt."]


def test_a_statusdato_within_a_month_becomes_the_nearest_month_end() -> None:
    found, notices = understood({"statusdato": ("2021-09-03",)}, OPTIONS)
    assert found == {"statusdato": ("2021-08-31",)}
    assert "31. august 2021" in notices[0]


def test_a_period_that_ends_before_it_begins_is_left_out() -> None:
    found, notices = understood({"fra": ("2021-10",), "til": ("2021-08",)}, OPTIONS)
    assert found == {}
    assert len(notices) == 1


def visit(page: str = "oekonomi", **address: tuple[str, ...]) -> Visit:
    return Visit(page, address, address, {}, "r")


@pytest.mark.parametrize(
    ("why", "last", "page", "now", "moved", "history", "cause"),
    [
        ("a new session", None, "oekonomi", {"omraade": ("A",)}, False, False, Cause.ADDRESS),
        ("a click on a filter", visit(omraade=("A",)), "oekonomi", {"omraade": ("A",)}, True, False, Cause.WIDGETS),
        ("a click elsewhere", visit(omraade=("A",)), "oekonomi", {"omraade": ("A",)}, False, False, Cause.WIDGETS),
        # The second of two quick clicks comes with the address of before the first.
        ("quick clicks", visit(omraade=("A",)), "oekonomi", {}, True, False, Cause.WIDGETS),
        ("a link on the page", visit(omraade=("A",)), "oekonomi", {"omraade": ("B",)}, False, False, Cause.ADDRESS),
        ("the menu, same page", visit(omraade=("A",)), "oekonomi", {}, False, False, Cause.MENU),
        ("the menu", visit(omraade=("A",)), "aktivitet", {}, False, False, Cause.MENU),
        ("a link", visit(omraade=("A",)), "aktivitet", {"omraade": ("B",)}, False, False, Cause.ADDRESS),
        ("Back to no filter", visit(omraade=("A",)), "oekonomi", {}, False, True, Cause.ADDRESS),
        ("Back to a bare page", visit(omraade=("A",)), "aktivitet", {}, False, True, Cause.ADDRESS),
    ],
)
def test_a_run_has_one_cause(
    why: str, last: Visit | None, page: str, now: dict[str, tuple[str, ...]], moved: bool, history: bool, cause: Cause
) -> None:
    assert cause_of(last, page, now, moved=moved, history=history) is cause, why


def test_a_lasting_link_holds_plan_statusdato_and_release_even_where_nothing_is_chosen() -> None:
    choice = Choice("P1", ("NORD",), fra=date(2021, 8, 1), statusdato=date(2021, 9, 30), release="ab" * 32)
    assert query(filters.pinned(choice)) == (
        "plan=P1&omraade=NORD&fra=2021-08&statusdato=2021-09-30&udgivelse=abababababababab"
    )
