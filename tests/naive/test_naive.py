"""The reference itself against figures worked out by hand: literal rows, each with its reason."""

from datetime import date
from decimal import Decimal

import pytest

from tests.deliveries import exports
from tests.naive import aktivitet, answer
from tests.naive.cases import DAY, PLAN_2022, TODAY, YEAR, month, one, square
from tests.naive.fordeling import spread
from tests.naive.valg import choose

# --- money over months ------------------------------------------------------------------------------------------------


def test_three_oere_over_five_months_end_in_one_below_zero():
    shares = spread(date(2022, 1, 1), date(2022, 5, 31), Decimal("0.03"))
    assert [kroner for _, kroner in shares] == [Decimal(text) for text in ("0.01", "0.01", "0.01", "0.01", "-0.01")]


def test_a_correction_is_spread_as_its_amount_and_turned_round():
    shares = spread(date(2024, 2, 29), date(2024, 3, 1), Decimal("-0.05"))  # half of 5 øre: 2.5 to even, 2; 3 are left
    assert shares == [(date(2024, 2, 1), Decimal("-0.02")), (date(2024, 3, 1), Decimal("-0.03"))]


def test_what_falls_outside_the_plan_counts_in_its_first_and_last_month():
    tables = exports(
        helhedsplan=[{"start_dato": date(2022, 3, 10), "slut_dato": date(2022, 5, 5)}],
        oekonomi=[{"type": "budget_oprindeligt", "beloeb_kr": "365", **YEAR}],  # one krone a day
    )
    rows = answer("oekonomi_pr_maaned", tables, today=TODAY, til="2022-06")
    assert [(row["maaned"], row["budget_kr"], row["budget_akkumuleret_kr"]) for row in rows] == [
        ("2022-03", 31 + 28 + 31, 90),  # January and February too
        ("2022-04", 30, 120),
        ("2022-05", 245, 365),  # and June to December
        ("2022-06", 0, 365),
    ]


def test_forbrug_of_months_after_statusdato_is_not_known():
    tables = exports(
        helhedsplan=[PLAN_2022],
        oekonomi=[{"beloeb_kr": "100", **month(1)}, {"beloeb_kr": "50", **month(2)}, {"beloeb_kr": "7", **month(3)}],
    )
    rows = answer("oekonomi_pr_maaned", tables, today=TODAY, statusdato=date(2022, 2, 28), fra="2022-02", til="2022-03")
    assert [(row["forbrug_kr"], row["forbrug_akkumuleret_kr"]) for row in rows] == [(50, 150), (None, None)]


def test_key_figures_of_a_small_plan():
    tables = exports(
        helhedsplan=[PLAN_2022],
        organisation=[{"organisation_id": "LBF", "type": "lbf"}, {"organisation_id": "KOM", "type": "kommune"}],
        oekonomi=[
            {"type": "budget_oprindeligt", "beloeb_kr": "7300", "bidragyder": "LBF", **YEAR},  # 20 kr. a day
            {"type": "budget_oprindeligt", "beloeb_kr": "3650", "bidragyder": "KOM", **YEAR},  # 10 kr. a day
            {"beloeb_kr": "2000", "bidragyder": "LBF", "kategori": "LOKALER", **month(1)},
            {"beloeb_kr": "500", "bidragyder": "KOM", "kategori": "AKTIVITET", **month(2)},
            {"type": "disponeret", "beloeb_kr": "31", "kategori": "LOKALER", **month(2)},  # not after statusdato
            {"type": "disponeret", "beloeb_kr": "300", "kategori": "LOKALER", **month(4)},
        ],
    )
    figures = one("noegletal", tables)
    assert figures["statusdato"] == date(2022, 2, 28)
    assert figures["tidsprocent"] == pytest.approx(100 * 59 / 365)
    assert figures["budget_kr"] == 10950
    assert figures["budget_til_dato_kr"] == 59 * 30
    assert figures["forbrug_kr"] == 2500
    assert figures["forbrugsprocent"] == pytest.approx(100 * 2500 / 10950)
    assert figures["disponeret_kr"] == 300
    assert figures["restbudget_kr"] == 10950 - 2500 - 300
    assert (figures["prognose_metode"], figures["prognose_kr"]) == (
        "takt",
        2500 + 1250 * 10,
    )  # two months' mean, ten left
    assert figures["prognoseafvigelse_kr"] == 15000 - 10950
    assert figures["forventet_uforbrugt_kr"] == 0
    assert figures["medfinansiering_budget_pct"] == pytest.approx(100 / 3)
    assert figures["medfinansiering_forbrug_pct"] == 20
    assert figures["direkte_arbejde_pct"] == 20
    assert figures["fremmoeder"] is None  # nothing registered is not zero


def test_one_corrected_budget_row_anywhere_in_the_plan_sets_the_first_budget_aside():
    tables = exports(
        boligomraade=[{}, {"omraade_id": "SYD"}],
        oekonomi=[
            {"type": "budget_oprindeligt", "beloeb_kr": "100", "omraade_id": "NORD"},
            {"type": "budget_korrigeret", "beloeb_kr": "40", "omraade_id": "SYD"},
        ],
    )
    assert one("noegletal", tables, omraade=["NORD"])["budget_kr"] == 0
    assert one("noegletal", tables)["budget_kr"] == 40


def test_a_restprognose_after_statusdato_beats_the_pace_in_every_scope():
    tables = exports(
        helhedsplan=[PLAN_2022],
        boligomraade=[{}, {"omraade_id": "SYD"}],
        oekonomi=[
            {"beloeb_kr": "100", **month(6)},
            {"type": "restprognose", "beloeb_kr": "1000", **month(6)},  # of a month that is over
            {"type": "restprognose", "beloeb_kr": "40", "omraade_id": "SYD", **month(7)},
        ],
    )
    assert one("noegletal", tables)["prognose_kr"] == 140
    assert one("noegletal", tables, omraade=["NORD"])["prognose_kr"] == 100
    july = one("noegletal", tables, statusdato=date(2022, 7, 31))
    assert (july["prognose_metode"], july["prognose_kr"]) == ("takt", Decimal("183.33"))  # 100 + 100 × 5 / 6


def test_a_pace_below_zero_counts_as_none_and_no_forbrug_gives_no_forecast():
    tables = exports(
        helhedsplan=[PLAN_2022],
        boligomraade=[{}, {"omraade_id": "SYD"}],
        oekonomi=[
            {"beloeb_kr": "-10", **month(6)},
            {"type": "budget_oprindeligt", "beloeb_kr": "5", "omraade_id": "SYD"},
        ],
    )
    assert one("noegletal", tables)["prognose_kr"] == -10
    syd = one("noegletal", tables, omraade=["SYD"])
    assert (syd["prognose_kr"], syd["prognoseafvigelse_kr"], syd["forventet_uforbrugt_kr"]) == (None, None, None)


def test_money_without_an_area_or_shared_is_a_line_of_its_own():
    tables = exports(
        oekonomi=[
            {"beloeb_kr": "1", "omraade_id": None},
            {"beloeb_kr": "2", "indsatsomraade_kode": "FAELLES"},
        ]
    )
    by_area = answer("oekonomi_pr_omraade", tables, today=TODAY)
    assert [(row["omraade_id"], row["navn"], row["forbrug_kr"]) for row in by_area] == [
        ("NORD", "Nordbyen", 2),
        (None, None, 1),
    ]
    by_code = answer("oekonomi_pr_indsatsomraade", tables, today=TODAY)
    assert [(row["indsatsomraade_kode"], row["navn"], row["forbrug_kr"]) for row in by_code] == [
        ("FAELLES", None, 2),
        ("UDD", "Uddannelse og livschancer", 1),
    ]
    assert one("noegletal", tables, omraade=["NORD"])["forbrug_kr"] == 2
    assert one("noegletal", tables, indsatsomraade=["UDD"])["forbrug_kr"] == 1
    assert one("noegletal", tables, organisation=["KOM"])["forbrug_kr"] == 0  # KOM is tied to no area


# --- plan and statusdato ----------------------------------------------------------------------------------------------

TWO_PLANS = [
    {"helhedsplan_id": "A", "start_dato": date(2018, 2, 10), "slut_dato": date(2022, 2, 9)},
    {"helhedsplan_id": "B", "start_dato": date(2022, 2, 10), "slut_dato": date(2026, 2, 9)},
]


@pytest.mark.parametrize(
    ("today", "plan"),
    [
        (date(2017, 1, 1), "A"),  # none has begun: the first to come
        (date(2022, 2, 9), "A"),
        (date(2022, 2, 10), "B"),
        (date(2030, 1, 1), "B"),
    ],
)
def test_the_plan_is_the_newest_that_has_begun(today: date, plan: str):
    assert choose(exports(helhedsplan=TWO_PLANS), today=today).plan["helhedsplan_id"] == plan


@pytest.mark.parametrize(
    ("forbrug_until", "today", "statusdato"),
    [
        (date(2022, 3, 31), date(2026, 1, 1), date(2022, 3, 31)),
        (date(2022, 3, 30), date(2026, 1, 1), date(2022, 2, 28)),  # March is not whole
        (date(2022, 3, 31), date(2022, 3, 31), date(2022, 3, 31)),
        (date(2022, 3, 31), date(2022, 3, 30), date(2022, 2, 28)),  # March is not over
        (date(2024, 12, 31), date(2026, 1, 1), date(2024, 5, 31)),  # the plan ends on 10 May
        (None, date(2022, 3, 30), date(2022, 2, 28)),
        (None, date(2026, 1, 1), date(2024, 5, 31)),
    ],
)
def test_statusdato_is_the_newest_whole_month_of_forbrug(forbrug_until: date | None, today: date, statusdato: date):
    spent = {"beloeb_kr": "1", "periode_start": date(2022, 1, 5), "periode_slut": forbrug_until}
    tables = exports(
        helhedsplan=[{"start_dato": date(2021, 1, 1), "slut_dato": date(2024, 5, 10)}],
        oekonomi=[spent] if forbrug_until else [],
    )
    assert choose(tables, today=today).statusdato == statusdato


def test_a_statusdato_within_a_month_is_refused():
    with pytest.raises(ValueError, match="month's end"):
        answer("noegletal", exports(), today=TODAY, statusdato=date(2023, 2, 27))


def test_time_gone_counts_both_ends_and_the_leap_day():
    tables = exports(helhedsplan=[{"start_dato": date(2024, 2, 20), "slut_dato": date(2024, 3, 20)}])  # 30 days
    gone = [
        one("noegletal", tables, statusdato=date(2024, n, d))["tidsprocent"] for n, d in ((1, 31), (2, 29), (3, 31))
    ]
    assert gone == [0, pytest.approx(100 * 10 / 30), 100]


# --- milestones -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("aftalt", "forventet", "naaet", "late", "overdue"),
    [
        (date(2022, 6, 1), None, date(2022, 6, 11), 10, False),  # reached late
        (date(2022, 6, 1), None, date(2022, 5, 11), 0, False),  # reached early
        (date(2022, 6, 1), None, None, 29, True),  # overdue, no new date: to statusdato
        (date(2022, 6, 1), date(2022, 6, 15), None, 29, True),  # the new date has passed too
        (date(2022, 6, 1), date(2022, 7, 15), None, 44, True),  # the new date lies ahead
        (date(2022, 6, 1), None, date(2022, 7, 1), 29, True),  # reached after statusdato
        (date(2022, 6, 30), None, None, 0, True),  # due on the day itself
        (date(2022, 7, 1), date(2022, 7, 31), None, 30, False),  # will be late
        (date(2022, 7, 31), date(2022, 7, 1), None, 0, False),  # will be early
        (date(2022, 7, 1), None, None, 0, False),
        (date(2022, 7, 1), None, date(2022, 6, 30), 0, False),  # reached before its time
    ],
)
def test_how_late_a_milestone_is(aftalt: date, forventet: date | None, naaet: date | None, late: int, overdue: bool):
    row = {"aftalt_dato": aftalt, "forventet_dato": forventet, "naaet_dato": naaet}
    found = one("milepaele", exports(milepael=[row]), statusdato=DAY)
    assert (found["forsinkelse_dage"], found["overskredet"]) == (late, overdue)


def test_a_milestone_given_up_is_never_late_and_not_counted():
    tables = exports(
        milepael=[
            {"aftalt_dato": date(2022, 1, 1), "status": "bortfaldet"},
            {"aftalt_dato": date(2022, 1, 1), "naaet_dato": date(2022, 2, 1), "status": "naaet", "spor": "fysisk"},
            {"aftalt_dato": date(2022, 1, 1), "helhedsplan_id": None},  # belongs to every plan
            {"aftalt_dato": date(2022, 7, 1), "naaet_dato": date(2022, 2, 1), "status": "naaet"},  # not due yet
        ]
    )
    given_up = answer("milepaele", tables, today=TODAY, statusdato=DAY)[0]
    assert (given_up["forsinkelse_dage"], given_up["overskredet"]) == (None, False)
    figures = one("noegletal", tables, statusdato=DAY)
    counted = [figures[f"milepaele_{name}"] for name in ("til_dato", "naaet", "overskredet")]
    assert counted == [2, 1, 1]


# --- activity ---------------------------------------------------------------------------------------------------------


def test_nothing_counted_is_not_zero():
    tables = exports(
        aktivitet=[
            {"dato": date(2022, 1, 15), "fremmoeder": 3, "frivilligtimer": 0.5},
            {"dato": date(2022, 1, 31), "vaerdi_status": "skjult", "nye_deltagere": 0},
            {"dato": date(2022, 2, 1), "vaerdi_status": "mangler"},
        ]
    )
    rows = answer("aktivitet_pr_maaned", tables, today=TODAY, fra="2022-01", til="2022-02")
    assert rows == [
        {
            "maaned": "2022-01", "fremmoeder": 3, "fremmoeder_maerke": None, "nye_deltagere": 0,
            "nye_deltagere_maerke": None, "frivilligtimer": 0.5, "medarbejdertimer": None,
        },
        {
            "maaned": "2022-02", "fremmoeder": None, "fremmoeder_maerke": "mangler", "nye_deltagere": None,
            "nye_deltagere_maerke": None, "frivilligtimer": None, "medarbejdertimer": None,
        },
    ]  # fmt: skip


def test_a_year_target_is_shared_over_the_months_of_the_plan_in_that_year():
    tables = exports(
        helhedsplan=[{"start_dato": date(2022, 8, 15), "slut_dato": date(2024, 7, 31)}],  # five months of 2022
        aktivitet=[
            {"dato": date(2022, 7, 31), "fremmoeder": 1},  # this year, before the plan: counted against the target only
            {"dato": date(2022, 9, 30), "fremmoeder": 29},
            {"dato": date(2022, 10, 1), "fremmoeder": 500},  # after statusdato
        ],
        aktivitetsmaal=[{"aar": 2022, "maal_fremmoeder": 100}, {"aar": 2023, "maal_fremmoeder": 9}],
    )
    found = one("aktivitet_pr_indsats", tables, statusdato=date(2022, 9, 30))
    assert (found["fremmoeder"], found["fremmoeder_aar"], found["maal_aar"]) == (29, 30, 100)
    assert found["maal_pct"] == 75  # 30 of 100 × 2/5
    assert square(tables, "aktivitet", "NORD", "UDD", statusdato=date(2022, 9, 30)) == ("roed", "under_maal")
    assert square(tables, "aktivitet", "NORD", "UDD", statusdato=date(2022, 9, 30), aktivitet_gul_pct=75)[0] == "gul"


def test_only_series_with_a_target_count_when_there_is_any():
    tables = exports(
        helhedsplan=[PLAN_2022],
        boligomraade=[{}, {"omraade_id": "SYD"}],
        aktivitet=[
            {"dato": date(2022, 6, 30), "fremmoeder": 50},
            {"dato": date(2022, 6, 30), "fremmoeder": 900, "omraade_id": "SYD"},
        ],
        aktivitetsmaal=[{"aar": 2022, "maal_fremmoeder": 100}],
    )
    assert square(tables, "aktivitet", "ALLE", "UDD", statusdato=DAY) == ("groen", "naar_maal")  # 50 of 100 × 6/12
    assert square(tables, "aktivitet", "SYD", "UDD", statusdato=DAY) == ("graa", "intet_at_sammenligne")


@pytest.mark.parametrize(("start", "found"), [(date(2021, 1, 31), "gul"), (date(2021, 2, 1), "graa")])
def test_without_targets_the_same_months_a_year_before_are_compared(start: date, found: str):
    tables = exports(
        helhedsplan=[{"start_dato": start, "slut_dato": date(2023, 12, 31)}],
        aktivitet=[
            {"dato": date(2021, 6, 30), "fremmoeder": 100},
            {"dato": date(2021, 7, 1), "fremmoeder": 900},
            {"dato": date(2022, 2, 28), "fremmoeder": 80},
        ],
    )
    assert square(tables, "aktivitet", "NORD", "UDD", statusdato=DAY)[0] == found


def test_figures_more_than_four_months_old_turn_grey():
    tables = exports(
        helhedsplan=[PLAN_2022],
        aktivitet=[{"dato": date(2022, 2, 1), "fremmoeder": 100}],
        aktivitetsmaal=[{"aar": 2022, "maal_fremmoeder": 100}],
    )
    assert square(tables, "aktivitet", "NORD", "UDD", statusdato=date(2022, 6, 30)) == ("groen", "naar_maal")
    assert square(tables, "aktivitet", "NORD", "UDD", statusdato=date(2022, 7, 31)) == ("graa", "for_gamle_tal")


# --- indicators -------------------------------------------------------------------------------------------------------


def test_an_indicator_that_should_fall_is_fulfilled_as_it_falls():
    tables = exports(
        indikator=[{"retning": "ned"}],
        maal=[
            {"maal_dato": date(2022, 5, 31), "nul_vaerdi": 40.0, "maal_vaerdi": 30.0},  # past
            {"maal_dato": date(2022, 6, 30), "nul_vaerdi": 40.0, "maal_vaerdi": 20.0},  # on the day: the one
            {"maal_dato": date(2025, 6, 30), "nul_vaerdi": 40.0, "maal_vaerdi": 10.0},
        ],
        maaling=[
            {"periode_slut": date(2022, 3, 31), "vaerdi": 38.0},
            {"periode_slut": date(2022, 6, 30), "vaerdi": 35.0},
            {"periode_slut": date(2022, 7, 1), "vaerdi": 1.0},
        ],
    )
    found = one("indikatorer", tables, statusdato=DAY)
    assert (found["maal_vaerdi"], found["seneste_vaerdi"], found["maalopfyldelse_pct"]) == (20, 35, 25)
    assert one("indikatorer", tables, statusdato=date(2026, 1, 31))["maal_vaerdi"] == 10  # none ahead: the last


def test_a_hidden_newest_measurement_is_not_replaced_by_an_older_one():
    tables = exports(
        indikator=[{}],
        maal=[{}],
        maaling=[
            {"periode_slut": date(2022, 3, 31)},
            {"periode_slut": date(2022, 6, 30), "vaerdi": None, "vaerdi_status": "skjult"},
            {"omraade_id": "ALLE", "periode_slut": date(2022, 6, 30)},  # no target
        ],
    )
    everywhere, north = answer("indikatorer", tables, today=TODAY, statusdato=DAY)
    assert (north["seneste_vaerdi"], north["seneste_periode_slut"], north["seneste_status"]) == (None, DAY, "skjult")
    assert north["maalopfyldelse_pct"] is None
    assert (everywhere["seneste_vaerdi"], everywhere["maal_vaerdi"], everywhere["maalopfyldelse_pct"]) == (
        50,
        None,
        None,
    )


def test_small_cells_are_told_as_small_and_what_rests_on_them_alone_is_not_told():
    def cell(fremmoeder: int, small: bool = True, graense: int = 5) -> dict[str, object]:
        return {"fremmoeder": fremmoeder, "fremmoeder_lille": small, "graense": graense, "vaerdi_status": "ok"}

    assert aktivitet.marked([cell(5)], "fremmoeder") == {"fremmoeder": None, "fremmoeder_maerke": "under_5"}
    assert aktivitet.mark([cell(0), cell(0, small=False)], "fremmoeder") == "under_5"  # a nought adds nothing
    assert aktivitet.mark([cell(0), cell(0)], "fremmoeder") == "faa"
    assert aktivitet.marked([cell(0), cell(5)], "fremmoeder") == {"fremmoeder": 5, "fremmoeder_maerke": "afrundet"}
    assert aktivitet.share([cell(0), cell(5)], 10, []) == (None, "skjult")
    assert aktivitet.share([cell(5), cell(20, small=False)], 50, []) == (50.0, "afrundet")
    assert aktivitet.share([cell(20, small=False)], 5, [cell(5)]) == (None, "skjult")
