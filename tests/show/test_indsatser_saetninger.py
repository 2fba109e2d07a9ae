"""The sentences about indsatser: the list, kernedrift, milestones, attendance and money in every case."""

from datetime import date
from decimal import Decimal
from typing import Any

from overblik.show import indsatser_saetninger as words

MARCH = date(2023, 3, 31)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def indsats(**given: Any) -> dict[str, Any]:
    usual = {
        "navn": "Lektiecafé", "status": "i_gang", "milepaele_til_dato": 0, "milepaele_naaet": 0,
        "milepaele_overskredet": 0, "fremmoeder_aar": None, "maal_pct": None, "maal_grundlag": None, "skjulte_aar": 0,
        "kernedrift": None,
    }  # fmt: skip
    return usual | given


def test_the_list_in_a_line():
    late, under = indsats(milepaele_overskredet=1), indsats(maal_pct=80.0, maal_grundlag="maal")
    assert words.headline([late, under, under]) == (
        "3 indsatser: én har overskredne milepæle, og to er under målet for fremmødet"
    )
    small = indsats(maal_pct_maerke="skjult", maal_grundlag="maal")
    assert words.headline([small]).endswith("under målet for fremmødet; for én vises andelen af målet ikke")
    assert words.headline([indsats()]) == "1 indsats: ingen har overskredne milepæle eller er under målet for fremmødet"
    assert words.headline([]) == "Ingen indsatser i det valgte"


def kernedrift(unsettled: int, settled: int, untold: int) -> list[dict[str, Any]]:
    return [
        {"kernedrift": "uafklaret", "antal": unsettled},
        {"kernedrift": "ingen_overlap", "antal": settled},
        {"kernedrift": None, "antal": untold},
    ]


def test_kernedrift_names_what_is_unsettled_and_counts_what_is_not_told():
    rows = [indsats(navn="A", kernedrift="uafklaret"), indsats(navn="B", kernedrift="uafklaret"), indsats(navn="C")]
    assert words.kernedrift(kernedrift(2, 16, 0), rows) == (
        "To af 18 indsatser er uafklarede i forhold til kernedriften: A og B"
    )
    assert words.kernedrift(kernedrift(1, 0, 1), rows[1:]) == (
        "Én af 2 indsatser er uafklaret i forhold til kernedriften: B; for én er det ikke oplyst"
    )
    assert words.kernedrift(kernedrift(0, 3, 0), []) == "Ingen indsats er uafklaret i forhold til kernedriften"
    assert words.kernedrift(kernedrift(0, 0, 0), []) == "Ingen indsatser i det valgte"


def test_milestones_and_attendance_in_a_few_words():
    assert words.milestones(indsats()) == ("ingen milepæle til dato", "")
    some = indsats(milepaele_til_dato=4, milepaele_naaet=3, milepaele_overskredet=1)
    assert words.milestones(some) == ("3 af 4 milepæle nået", "1 overskredet")
    assert words.attendance(indsats()) == ("ikke registreret", "")
    assert words.attendance(indsats(fremmoeder_aar_maerke="skjult")) == ("skjult", "")
    small = indsats(fremmoeder_aar_maerke="under_10", maal_grundlag="maal", maal_pct_maerke="skjult")
    assert words.attendance(small) == ("under 10 fremmøder", "andelen er skjult")
    assert words.attendance(indsats(status="planlagt")) == ("endnu ikke begyndt", "")
    assert words.attendance(indsats(fremmoeder_aar=1)) == ("1 fremmøde", "intet mål")
    against = indsats(fremmoeder_aar=1886, maal_pct=103.9, maal_grundlag="maal")
    assert [plain(text) for text in words.attendance(against)] == ["1.886 fremmøder", "104 % af målet"]


def money(spent: str, budget: str, share: float | None) -> str:
    row = {"forbrug_kr": Decimal(spent), "budget_kr": Decimal(budget), "forbrugsprocent": share}
    return plain(words.money(row))


def test_money_is_told_also_where_there_is_none():
    assert money("476750", "1233700", 38.64) == "Der er brugt 476.750 kr. af 1,2 mio. kr. (38,6 %)"
    assert money("0", "0", None) == "Der er ikke ført penge på indsatsen for sig"
    assert money("100", "0", None) == "Der er brugt 100 kr.; der er ikke ført et budget på indsatsen"
    assert money("-50", "100", -50.0) == "Der er brugt −50 kr. af 100 kr. (−50,0 %)"


def milestone(**given: Any) -> dict[str, Any]:
    usual = {"er_til_dato": True, "er_naaet": False, "overskredet": False, "status": "planlagt"}
    return usual | {"aftalt_dato": date(2023, 8, 14)} | given


def test_progress_counts_what_was_due():
    assert words.progress([]) == "Ingen milepæle nævner indsatsen"
    assert words.progress([milestone(er_til_dato=False)]) == "Den første milepæl er aftalt til 14. august 2023"
    assert words.progress([milestone(er_til_dato=False, status="bortfaldet")]) == "Milepælene er bortfaldet"
    rows = [milestone(er_naaet=True), milestone(overskredet=True)]
    assert words.progress(rows) == "1 af 2 milepæle til dato er nået; én har overskredet fristen"


def test_what_has_not_begun_says_when_it_does():
    later, begun = {"start_dato": date(2023, 8, 1)}, {"start_dato": date(2021, 8, 1)}
    assert words.begun(later, [], MARCH).startswith("Indsatsen begynder 1. august 2023")
    assert words.begun(begun, [], MARCH) == "Ingen aktivitet er registreret i det valgte."
    assert words.begun(begun, [{"skjulte": 1}], MARCH).startswith("Fremmødet i perioden er skjult")
