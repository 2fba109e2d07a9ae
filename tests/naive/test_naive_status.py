"""The colours of the reference against squares judged by hand."""

from datetime import date

import pytest

from tests.deliveries import Row, exports
from tests.naive import answer
from tests.naive.cases import DAY, PLAN_2022, TODAY, YEAR, month, square


@pytest.mark.parametrize(
    ("milestone", "found"),
    [
        ({"aftalt_dato": date(2022, 6, 1), "forventet_dato": date(2022, 7, 1)}, ("groen", "til_tiden")),  # 30 days
        ({"aftalt_dato": date(2022, 6, 1), "forventet_dato": date(2022, 7, 2)}, ("gul", "forsinket")),  # 31
        ({"aftalt_dato": date(2022, 6, 1), "forventet_dato": date(2022, 8, 30)}, ("gul", "forsinket")),  # 90
        ({"aftalt_dato": date(2022, 6, 1), "forventet_dato": date(2022, 8, 31)}, ("roed", "forsinket")),  # 91
        ({"aftalt_dato": date(2022, 6, 30)}, ("roed", "ingen_ny_dato")),  # due today
        ({"aftalt_dato": date(2022, 7, 1)}, ("groen", "til_tiden")),
        ({"aftalt_dato": date(2022, 1, 1), "naaet_dato": DAY, "status": "naaet"}, ("groen", "alle_naaet")),
        ({"aftalt_dato": date(2022, 1, 1), "status": "bortfaldet"}, ("graa", "ingen_milepaele")),
    ],
)
def test_fremdrift_is_as_its_worst_open_milestone(milestone: Row, found: tuple[str, str]):
    assert square(exports(milepael=[milestone]), "fremdrift", "NORD", "UDD", statusdato=DAY) == found


@pytest.mark.parametrize(
    ("rest", "found"),
    [
        ("950", ("groen", "inden_for")),  # 1050 of 1000: exactly 5 %
        ("950.01", ("gul", "merforbrug")),
        ("1000", ("gul", "merforbrug")),  # exactly 10 %
        ("1000.01", ("roed", "merforbrug")),
        ("850", ("groen", "inden_for")),
        ("849.99", ("gul", "mindreforbrug")),
        ("799.99", ("roed", "mindreforbrug")),
    ],
)
def test_oekonomi_is_two_sided_and_its_thresholds_belong_to_the_better_colour(rest: str, found: tuple[str, str]):
    tables = exports(
        helhedsplan=[PLAN_2022],
        oekonomi=[
            {"type": "budget_oprindeligt", "beloeb_kr": "1000", **YEAR},
            {"beloeb_kr": "100", **month(6)},
            {"type": "restprognose", "beloeb_kr": rest, **month(7)},
        ],
    )
    assert square(tables, "oekonomi", "NORD", "UDD") == found
    assert square(tables, "oekonomi", "ALLE", "ALLE") == found


def test_a_pace_needs_three_months_and_figures_must_not_be_old():
    tables = exports(
        helhedsplan=[PLAN_2022],
        oekonomi=[{"type": "budget_oprindeligt", "beloeb_kr": "1200", **YEAR}, {"beloeb_kr": "100", **month(1)}],
    )
    assert square(tables, "oekonomi", "NORD", "UDD", statusdato=date(2022, 2, 28)) == ("graa", "for_kort_takt")
    assert square(tables, "oekonomi", "NORD", "UDD", statusdato=date(2022, 3, 31)) == ("roed", "mindreforbrug")
    assert square(tables, "oekonomi", "NORD", "UDD", statusdato=date(2022, 5, 31)) == ("roed", "mindreforbrug")
    assert square(tables, "oekonomi", "NORD", "UDD", statusdato=date(2022, 6, 30)) == ("graa", "for_gamle_tal")


@pytest.mark.parametrize(
    ("last_year", "this_year", "statusdato", "found"),
    [
        (("75", "25"), ("75", "25"), date(2023, 6, 30), ("groen", "inden_for")),
        (("76", "24"), ("74", "26"), date(2023, 6, 30), ("roed", "medfinansiering")),  # a closed year was too low
        (("75", "25"), ("76", "24"), date(2023, 6, 30), ("gul", "medfinansiering")),  # this year is, so far
        (("75", "25"), ("76", "24"), date(2023, 12, 31), ("roed", "medfinansiering")),  # the year is closed
        (("0", "0"), ("75", "25"), date(2023, 6, 30), ("groen", "inden_for")),  # nothing spent: no rule
    ],
)
def test_too_little_cofinancing_worsens_the_whole_plan_only(
    last_year: tuple[str, str], this_year: tuple[str, str], statusdato: date, found: tuple[str, str]
):
    spent = [
        {
            "beloeb_kr": amount,
            "bidragyder": contributor,
            "periode_start": date(year, 6, 1),
            "periode_slut": date(year, 6, 9),
        }
        for year, amounts in ((2022, last_year), (2023, this_year))
        for contributor, amount in zip(("LBF", "KOM"), amounts, strict=True)
    ]
    total = sum(int(amount) for amount in (*last_year, *this_year))
    tables = exports(
        helhedsplan=[{"start_dato": date(2022, 1, 1), "slut_dato": date(2024, 12, 31)}],
        organisation=[{"organisation_id": "LBF", "type": "lbf"}, {"organisation_id": "KOM", "type": "kommune"}],
        oekonomi=[
            *spent,
            {"type": "budget_oprindeligt", "beloeb_kr": str(total)},
            {
                "type": "restprognose",
                "beloeb_kr": "0",
                "periode_start": date(2024, 12, 1),
                "periode_slut": date(2024, 12, 1),
            },
        ],
    )
    if statusdato == date(2023, 12, 31):  # the money is six months old, and the rule wins over grey
        assert square(tables, "oekonomi", "NORD", "UDD", statusdato=statusdato) == ("graa", "for_gamle_tal")
    assert square(tables, "oekonomi", "ALLE", "ALLE", statusdato=statusdato) == found
    assert square(tables, "oekonomi", "ALLE", "UDD", statusdato=statusdato)[1] != "medfinansiering"
    filtered = square(tables, "oekonomi", "ALLE", "ALLE", statusdato=statusdato, omraade=["NORD"])
    assert filtered[1] != "medfinansiering"


def test_every_area_meets_every_indsatsomraade_and_the_rest_only_where_there_is_something():
    tables = exports(
        boligomraade=[{}, {"omraade_id": "SYD"}, {"omraade_id": "UBRUGT"}],
        indsatsomraade=[
            {},
            {"indsatsomraade_kode": "BES"},
            {"indsatsomraade_kode": "TRY", "bevillingsperiode": "2015-18"},
        ],
        milepael=[
            {"omraade_id": "SYD", "spor": "fysisk", "aftalt_dato": DAY},  # in the column Fysisk, whatever its code
            {"omraade_id": None, "indsatsomraade_kode": None, "aftalt_dato": date(2022, 7, 1)},
        ],
        oekonomi=[{"beloeb_kr": "1", "indsatsomraade_kode": "FAELLES"}],
    )
    rows = answer("status", tables, today=TODAY, statusdato=DAY)
    places = {
        dimension: {(row["omraade_id"], row["indsatsomraade_kode"]) for row in rows if row["dimension"] == dimension}
        for dimension in ("fremdrift", "oekonomi", "aktivitet")
    }
    always = {(area, code) for area in ("NORD", "SYD") for code in ("UDD", "BES")}
    totals = {("NORD", "ALLE"), ("SYD", "ALLE"), ("ALLE", "UDD"), ("ALLE", "BES"), ("ALLE", "ALLE")}
    assert places["aktivitet"] == always | totals
    assert places["oekonomi"] == always | totals | {("NORD", "FAELLES"), ("ALLE", "FAELLES")}
    physical = {("SYD", "FYSISK"), ("ALLE", "FYSISK")}
    shared = {("FAELLES", "FAELLES"), ("FAELLES", "ALLE"), ("ALLE", "FAELLES")}
    assert places["fremdrift"] == always | totals | physical | shared
    whole = next(
        row
        for row in rows
        if (row["omraade_id"], row["indsatsomraade_kode"], row["dimension"]) == ("ALLE", "ALLE", "fremdrift")
    )
    counts = [whole[f"antal_{colour}"] for colour in ("groen", "gul", "roed", "graa")]
    assert (whole["status"], counts) == (None, [1, 0, 1, 4])
    only_syd = answer("status", tables, today=TODAY, statusdato=DAY, omraade=["SYD"], indsatsomraade=["BES"])
    assert {(row["omraade_id"], row["indsatsomraade_kode"]) for row in only_syd if row["dimension"] == "fremdrift"} == {
        ("SYD", "BES"),
        ("SYD", "ALLE"),
        ("ALLE", "BES"),
        ("ALLE", "ALLE"),
    }
