"""opmaerksomhedspunkter: what is off course, one row each, worst first, and nothing that is on course."""

from datetime import date
from decimal import Decimal

from tests.answers.engine import published_tables
from tests.answers.optional import picked, published_with
from tests.deliveries import Row, exports

STATUSDATO = date(2022, 12, 31)
TODAY = date(2023, 1, 15)
BOTH = [
    {"indsatsomraade_kode": "UDD", "navn": "Uddannelse"},
    {"indsatsomraade_kode": "BES", "navn": "Job", "sortering": 2},
]
TWO = [{"omraade_id": "NORD", "navn": "Nordbyen"}, {"omraade_id": "SYD", "navn": "Sydbyen"}]


def money(omraade: str | None, kode: str, budget: str, expected: str) -> list[Row]:
    """A budget over two years; half of what is expected is spent in the first, half is forecast for the second."""
    where = {"omraade_id": omraade, "indsatsomraade_kode": kode}
    half = str(Decimal(expected) / 2)
    second = {"periode_start": date(2023, 1, 1), "periode_slut": date(2023, 12, 31)}
    return [
        {**where, **second, "type": "budget_oprindeligt", "periode_start": date(2022, 1, 1), "beloeb_kr": budget},
        {**where, "type": "forbrug", "periode_slut": STATUSDATO, "beloeb_kr": half},
        {**where, **second, "type": "restprognose", "beloeb_kr": half},
    ]


def plan(**tables: list[Row]) -> dict[str, list[Row]]:
    """Two years, two areas, two indsatsområder."""
    years = [{"start_dato": date(2022, 1, 1), "slut_dato": date(2023, 12, 31)}]
    return exports(helhedsplan=years, boligomraade=TWO, indsatsomraade=BOTH, **tables)


def test_a_milestone_is_named_when_it_is_over_the_limit_or_overdue_without_a_new_date():
    milestones = [
        {"milepael_id": "ON_TIME", "aftalt_dato": date(2023, 3, 1)},
        {"milepael_id": "LATE_30", "aftalt_dato": date(2022, 12, 31), "forventet_dato": date(2023, 1, 30)},
        {"milepael_id": "LATE_31", "aftalt_dato": date(2022, 12, 31), "forventet_dato": date(2023, 1, 31)},
        {"milepael_id": "LATE_91", "aftalt_dato": date(2022, 11, 1), "forventet_dato": date(2023, 1, 31)},
        {"milepael_id": "NO_DATE", "aftalt_dato": date(2022, 12, 30)},
        {"milepael_id": "GIVEN_UP", "aftalt_dato": date(2022, 1, 1), "status": "bortfaldet"},
        {"milepael_id": "REACHED", "aftalt_dato": date(2022, 1, 1), "naaet_dato": date(2022, 9, 1), "status": "naaet"},
    ]
    with published_tables(plan(milepael=milestones), TODAY) as ask:
        found = ask("opmaerksomhedspunkter", statusdato=STATUSDATO)
    assert picked(found, "punkt_id", "status", "dage", "ny_dato") == [
        ("milepael:LATE_91", "roed", 91, date(2023, 1, 31)),
        ("milepael:NO_DATE", "roed", 1, None),
        ("milepael:LATE_31", "gul", 31, date(2023, 1, 31)),
    ]


def test_a_square_is_left_to_its_line_and_the_whole_is_named_only_for_the_whole_plan():
    posts = [
        *money("NORD", "UDD", "1000", "1120"),  # over by 12 %
        *money("SYD", "UDD", "1000", "1000"),
        *money("SYD", "BES", "9000", "9000"),
    ]
    with published_tables(plan(oekonomi=posts), TODAY) as ask:
        whole = ask("opmaerksomhedspunkter", statusdato=STATUSDATO)
        north = ask("opmaerksomhedspunkter", statusdato=STATUSDATO, omraade=("NORD",))
    money_points = [row for row in whole if row["art"] == "oekonomi"]
    assert picked(money_points, "omraade_id", "indsatsomraade_kode", "status", "beloeb_kr") == [
        ("NORD", "ALLE", "roed", 120),  # not its square again
        ("ALLE", "UDD", "gul", 120),  # 6 % of 2.000
    ]
    assert [row["punkt_id"] for row in north if row["art"] == "oekonomi"] == ["oekonomi:ALLE:UDD", "oekonomi:NORD:ALLE"]


def test_exactly_five_percent_is_on_course():
    with published_tables(plan(oekonomi=money("NORD", "UDD", "1000", "1050")), TODAY) as ask:
        assert ask("opmaerksomhedspunkter", statusdato=STATUSDATO) == []


def test_a_plan_of_one_line_is_named_once():
    with published_tables(plan(oekonomi=money("NORD", "UDD", "1000", "1050.02")), TODAY) as ask:
        found = ask("opmaerksomhedspunkter", statusdato=STATUSDATO)
    assert picked(found, "punkt_id", "status", "beloeb_kr") == [("oekonomi:ALLE:ALLE", "gul", Decimal("50.02"))]


def test_too_little_local_money_is_named_for_the_plan_and_for_no_part_of_it():
    organisations = [
        {"organisation_id": "KOM"},
        {"organisation_id": "FOND", "navn": "Fonden", "kortnavn": "F", "type": "lbf"},
    ]
    posts = [{**row, "bidragyder": "FOND"} for row in money("NORD", "UDD", "1000", "1000")]
    posts += money("NORD", "BES", "200", "200")  # a sixth of 600 is local
    with published_tables(plan(oekonomi=posts, organisation=organisations), TODAY) as ask:
        found = ask("opmaerksomhedspunkter", statusdato=STATUSDATO)
        part = ask("opmaerksomhedspunkter", statusdato=STATUSDATO, omraade=("NORD",))
    assert [(row["status"], round(row["pct"], 6), row["krav_pct"], row["siden_dato"]) for row in found] == [
        ("roed", 16.666667, 25.0, date(2022, 1, 1))
    ]
    assert part == []


def test_attendance_under_target_counts_the_months_it_fell_and_old_figures_say_how_old():
    def held(omraade: str, month: int, people: int) -> Row:
        return {"omraade_id": omraade, "dato": date(2022, month, 10), "fremmoeder": people}

    activity = [
        *[held("NORD", month, people) for month, people in ((8, 10), (9, 30), (10, 20), (11, 15), (12, 10))],
        held("SYD", 7, 100),
    ]
    targets = [{"omraade_id": "NORD", "maal_fremmoeder": 100}, {"omraade_id": "SYD", "maal_fremmoeder": 50}]
    with published_tables(plan(aktivitet=activity, aktivitetsmaal=targets), TODAY) as ask:
        found = ask("opmaerksomhedspunkter", statusdato=STATUSDATO)
    assert picked(found, "art", "omraade_id", "status", "pct", "fald_i_traek", "siden_dato") == [
        ("aktivitet", "NORD", "gul", 85.0, 3, date(2022, 12, 31)),
        ("for_gamle_tal", "SYD", "graa", 200.0, 0, date(2022, 7, 31)),
    ]


def test_an_overdue_decision_and_an_awaited_vote_are_named_and_what_came_later_is_not():
    meeting = [{"moede_id": "M", "organ": "styregruppe", "dato": date(2022, 6, 1), "titel": "Møde"}]
    decision = {"moede_id": "M", "nr": 1, "art": "B", "emne": "Lokaler", "status": "aaben"}
    decisions = [
        {**decision, "beslutning_id": "LATE", "frist_dato": date(2022, 12, 1), "omraade_id": "SYD"},
        {**decision, "beslutning_id": "NOT_YET", "frist_dato": date(2023, 2, 1)},
        {**decision, "beslutning_id": "DONE", "frist_dato": date(2022, 12, 1), "status": "udfoert",
         "udfoert_dato": date(2022, 12, 20)},
    ]  # fmt: skip
    approval = {"genstand": "Planen", "organ": "urafstemning", "omraade_id": "NORD", "udfald": "afventer"}
    approvals = [
        {**approval, "godkendelse_id": "AWAITED", "oplyst_dato": date(2022, 5, 5)},
        {**approval, "godkendelse_id": "WAS_AWAITED", "omraade_id": "SYD", "oplyst_dato": date(2022, 5, 5)},
        {**approval, "godkendelse_id": "GIVEN", "omraade_id": "SYD", "oplyst_dato": date(2022, 9, 5),
         "udfald": "godkendt"},
    ]  # fmt: skip
    with published_with(plan(), TODAY, moede=meeting, beslutning=decisions, godkendelse=approvals) as ask:
        found = ask("opmaerksomhedspunkter", statusdato=STATUSDATO)
    assert picked(found, "punkt_id", "omraade_id", "navn", "dage") == [
        ("beslutning:LATE", "SYD", "Lokaler", 30),
        ("godkendelse:AWAITED", "NORD", "Planen", None),
    ]


def test_who_last_answered_for_a_square_is_responsible_for_it_and_not_for_a_part_of_it():
    meeting = [{"moede_id": "M", "organ": "styregruppe", "dato": date(2022, 6, 1), "titel": "Møde"}]
    told = {"moede_id": "M", "dimension": "oekonomi", "vurderet": "gul", "begrundelse": "Fordi", "rolle": "sekretær"}
    square = {**told, "omraade_id": "NORD", "indsatsomraade_kode": None}
    assessments = [
        {**square, "vurdering_id": "OLD", "dato": date(2022, 6, 1), "ansvarlig_rolle": "projektleder"},
        {**square, "vurdering_id": "NEW", "dato": date(2022, 9, 1), "ansvarlig_rolle": "boligsocial leder"},
        {**square, "vurdering_id": "LATER", "dato": date(2023, 1, 5), "ansvarlig_rolle": "direktør"},
        {
            **told,
            "vurdering_id": "LINE",
            "indsatsomraade_kode": "UDD",
            "dato": date(2022, 9, 1),
            "ansvarlig_rolle": "chef",
        },
    ]
    posts = [*money("NORD", "UDD", "1000", "1120"), *money("SYD", "UDD", "1000", "1000")]
    with published_with(plan(oekonomi=posts), TODAY, moede=meeting, statusvurdering=assessments) as ask:
        whole = {row["punkt_id"]: row["ansvarlig_rolle"] for row in ask("opmaerksomhedspunkter", statusdato=STATUSDATO)}
        part = ask("opmaerksomhedspunkter", statusdato=STATUSDATO, omraade=("NORD",))
    assert whole["oekonomi:NORD:ALLE"] == "boligsocial leder"
    assert {row["punkt_id"]: row["ansvarlig_rolle"] for row in part} == {
        "oekonomi:NORD:ALLE": "boligsocial leder",
        "oekonomi:ALLE:UDD": None,  # the chef answers for the whole line, not for Nordbyen's part of it
    }
