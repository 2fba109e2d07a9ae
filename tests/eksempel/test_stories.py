"""The stories of the example, told by its files: what the pages are to show, worked out in plain Python."""

from collections import Counter, defaultdict
from datetime import date

import pytest

from tests.eksempel.example_rows import (
    STATUSDATO,
    Row,
    afvigelse_pct,
    forsinkelse,
    kode_of,
    kroner,
    maalopfyldelse_pct,
    one,
    rows,
    square,
)

OMRAADER, KODER = ("MOT", "RIN", "SYD"), ("UDD", "BES", "KRI", "SAM")


def test_the_budget_is_33_1_million_and_31_percent_of_it_is_local():
    budget = kroner("budget_korrigeret")
    local = kroner("budget_korrigeret", lambda row: row["bidragyder"] != "LBF")
    assert float(budget) == pytest.approx(33_100_000, abs=200_000)
    assert kroner("budget_oprindeligt") == 33_136_000
    assert kroner("budget_oprindeligt", lambda row: row["bidragyder"] == "LBF") == 22_500_000
    assert 100 * local / budget == pytest.approx(31, abs=1)


def test_forbrug_is_12_6_million_a_little_behind_the_budget_to_date():
    forbrug, til_dato = kroner("forbrug", after=False), kroner("budget_korrigeret", after=False)
    assert float(forbrug) == pytest.approx(12_600_000, abs=100_000)
    assert 0 < til_dato - forbrug < 700_000
    assert kroner("forbrug", after=True) == 0


def test_local_contributors_pay_over_a_quarter_in_every_calendar_year():
    for aar in (2021, 2022, 2023):
        year = [row for row in rows("oekonomi") if row["type"] == "forbrug" and row["periode_slut"].year == aar]
        local = sum(row["beloeb_kr"] for row in year if row["bidragyder"] != "LBF")
        assert local / sum(row["beloeb_kr"] for row in year) > 0.27


def test_one_contributor_is_behind_what_it_agreed():
    def share(bidragyder: str) -> float:
        def mine(row: Row) -> bool:
            return bool(row["bidragyder"] == bidragyder)

        return float(kroner("forbrug", mine, after=False) / kroner("budget_korrigeret", mine, after=False))

    assert share("SB") < 0.7
    assert all(share(other) > 0.9 for other in ("LBF", "SLAGELSE", "BOLIGKORSOER", "FOB"))


def test_the_whole_plan_keeps_its_budget_and_motalavej_spends_7_percent_less():
    assert abs(afvigelse_pct()) < 5
    assert afvigelse_pct(lambda row: row["omraade_id"] == "MOT") == pytest.approx(-7.1, abs=0.05)


def test_three_squares_are_off_budget_and_none_by_more_than_10_percent():
    squares = {(row["omraade_id"], row["indsatsomraade_kode"]) for row in rows("oekonomi")} - {("SYD", "KRI")}
    off = {key: round(afvigelse_pct(square(*key)), 1) for key in squares if abs(afvigelse_pct(square(*key))) > 5}
    assert off == {("MOT", "BES"): -8.5, ("MOT", "SAM"): -9.8, ("RIN", "BES"): 9.2}


def test_sydbyen_crime_prevention_has_no_budget_no_activity_and_no_target_this_year():
    assert kroner("budget_korrigeret", square("SYD", "KRI")) == 0
    assert kroner("budget_oprindeligt", square("SYD", "KRI")) > 0
    assert not [row for row in rows("aktivitet") if row["omraade_id"] == "SYD" and kode_of(row["indsats_id"]) == "KRI"]


def test_jobcafe_in_sydbyen_is_112_days_late_without_a_new_date():
    milepael = one("milepael", navn="Jobcafé åbner", omraade_id="SYD")
    assert (forsinkelse(milepael), milepael["forventet_dato"]) == (112, None)
    assert milepael["ansvarlig_rolle"] == "boligsocial leder"


def test_one_square_is_red_on_progress_and_three_are_yellow():
    late: dict[tuple[str, str], int] = defaultdict(int)
    for row in rows("milepael"):
        if row["status"] in ("planlagt", "i_gang"):
            key = (row["omraade_id"], row["indsatsomraade_kode"] or row["spor"])
            late[key] = max(late[key], forsinkelse(row))
    assert {key: days for key, days in late.items() if days > 30} == {
        ("SYD", "BES"): 112,
        ("MOT", "KRI"): 70,
        ("RIN", "UDD"): 72,
        ("SYD", "fysisk"): 63,
    }


def test_every_overdue_milestone_but_one_has_a_new_date():
    overdue = [
        row
        for row in rows("milepael")
        if row["aftalt_dato"] <= STATUSDATO and row["status"] != "bortfaldet" and not row["naaet_dato"]
    ]
    assert len(overdue) == 6
    assert [row["navn"] for row in overdue if not row["forventet_dato"]] == ["Jobcafé åbner"]
    assert all(row["forventet_dato"] > STATUSDATO for row in overdue if row["forventet_dato"])


def test_attendance_reaches_its_target_in_all_squares_but_one():
    def of(omraade: str, kode: str) -> float:
        return maalopfyldelse_pct(lambda row: row["omraade_id"] == omraade and kode_of(row["indsats_id"]) == kode)

    grey = {("MOT", "KRI"), ("SYD", "KRI")}
    others = {(o, k): of(o, k) for o in OMRAADER for k in KODER if (o, k) not in grey}
    assert round(others.pop(("SYD", "SAM"))) == 83
    assert min(others.values()) > 101
    assert max(others.values()) < 115
    assert 100 < maalopfyldelse_pct(lambda row: True) < 106


def test_sydbyen_attendance_falls_three_months_running():
    months: Counter[tuple[int, int]] = Counter()
    for row in rows("aktivitet"):
        if row["omraade_id"] == "SYD" and kode_of(row["indsats_id"]) == "SAM":
            months[row["dato"].year, row["dato"].month] += row["fremmoeder"] or 0
    november, december, january, february, march = (months[key] for key in sorted(months)[-5:])
    assert november < december > january > february > march


def test_one_organisations_figures_stop_in_october_2022():
    newest: dict[tuple[str, str], date] = {}
    for row in rows("aktivitet"):
        key = (row["omraade_id"], kode_of(row["indsats_id"]))
        newest[key] = max(newest.get(key, row["dato"]), row["dato"])
    assert (newest.pop(("MOT", "KRI")).year, newest_month(newest)) == (2022, {(2023, 3)})


def newest_month(newest: dict[tuple[str, str], date]) -> set[tuple[int, int]]:
    return {(day.year, day.month) for day in newest.values()}


def test_mentoring_has_one_to_four_attendances_a_month():
    months: Counter[tuple[str, int, int]] = Counter()
    for row in rows("aktivitet"):
        if row["indsats_id"] == "KRI-02":
            months[row["omraade_id"], row["dato"].year, row["dato"].month] += row["fremmoeder"] or 0
    assert set(months.values()) <= {1, 2, 3, 4}
    assert min(months.values()) == 1


def test_an_indicator_rises_for_a_year_and_then_turns():
    indikator = one("indikator", navn="Unge med fritidsjob")
    for omraade in ("ALLE", *OMRAADER):
        values = [
            row["vaerdi"]
            for row in rows("maaling")
            if (row["indikator_id"], row["omraade_id"]) == (indikator["indikator_id"], omraade)
        ]
        top = values.index(max(values))
        assert 2 <= top <= len(values) - 3
        assert values[: top + 1] == sorted(values[: top + 1])
        assert values[top:] == sorted(values[top:], reverse=True)


def test_some_decisions_are_open_and_overdue():
    overdue = [
        row["emne"]
        for row in rows("beslutning")
        if row["status"] == "aaben" and row["frist_dato"] and row["frist_dato"] <= STATUSDATO
    ]
    assert len(overdue) == 3
