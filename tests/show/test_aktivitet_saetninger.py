"""The sentences about activity hold in every case: nothing, hidden, one line, no target, no year before."""

from datetime import date
from typing import Any

from overblik.show import aktivitet_saetninger as words

MARCH = date(2023, 3, 31)


def line(**given: Any) -> dict[str, Any]:
    nothing = dict.fromkeys(("fremmoeder_aar", "aendring_pct", "maal_pct", "maal_grundlag"))
    return nothing | {"navn": "Ærøgården", "skjulte": 0, "manglende": 0, "skjulte_aar": 0} | given


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_the_headline_says_how_many_against_target_and_year_before():
    full = line(fremmoeder_aar=13073, maal_pct=102.9, maal_grundlag="maal", aendring_pct=5.2152)
    assert plain(words.headline(full, MARCH)) == (
        "13.073 fremmøder i 2023 til og med marts: 103 % af målet til dato "
        "og 5,2 % flere end i de samme måneder året før"
    )
    assert plain(words.headline(line(fremmoeder_aar=1), MARCH)) == "1 fremmøde i 2023 til og med marts"
    fewer = line(fremmoeder_aar=90, aendring_pct=-10.0, maal_pct=90.0, maal_grundlag="aaret_foer")
    assert plain(words.headline(fewer, date(2023, 12, 31))) == (
        "90 fremmøder i 2023: 10,0 % færre end i de samme måneder året før"
    )
    same = line(fremmoeder_aar=90, aendring_pct=0.0)
    assert words.headline(same, MARCH).endswith("lige så mange som i de samme måneder året før")


def test_hidden_is_not_told_as_nothing_registered():
    assert words.headline(line(), MARCH) == "Ingen fremmøder er registreret i 2023 til og med marts"
    hidden = line(fremmoeder_aar_maerke="skjult")
    assert words.headline(hidden, MARCH).startswith("Fremmødet er skjult")
    assert (words.absent(line()), words.absent(hidden)) == ("ikke registreret", "skjult")
    assert words.headline(line(fremmoeder_aar_maerke="mangler"), MARCH).startswith("Fremmødet mangler")


def test_small_numbers_are_told_as_small_and_rounded_ones_as_about():
    assert words.headline(line(fremmoeder_aar_maerke="under_5"), MARCH) == "Under 5 fremmøder i 2023 til og med marts"
    assert words.headline(line(fremmoeder_aar_maerke="faa"), MARCH) == "Få fremmøder i 2023 til og med marts"
    rounded = line(
        fremmoeder_aar=120, fremmoeder_aar_maerke="afrundet", maal_pct=83.0, maal_pct_maerke="afrundet",
        maal_grundlag="maal", aendring_pct=-10.0, aendring_pct_maerke="afrundet",
    )  # fmt: skip
    assert plain(words.headline(rounded, MARCH)) == (
        "Ca. 120 fremmøder i 2023 til og med marts: ca. 83 % af målet til dato "
        "og ca. 10,0 % færre end i de samme måneder året før"
    )
    assert plain(words.most([rounded, line()], MARCH)) == "Flest fremmøder i 2023 til og med marts: Ærøgården, ca. 120"
    assert words.most([line(fremmoeder_aar_maerke="faa"), line()], MARCH) == "Få fremmøder i 2023 til og med marts"


def test_a_share_that_rests_on_small_numbers_alone_is_hidden_not_missing():
    small = line(fremmoeder_aar_maerke="under_5", maal_pct_maerke="skjult", maal_grundlag="maal")
    assert words.measured(small) == ("I forhold til mål", "skjult", "af målet til dato")
    assert words.reaching([small]) == "Fremmødet er for lille til at holde op mod noget, eller skjult"
    assert words.headline(small, MARCH) == "Under 5 fremmøder i 2023 til og med marts"


def test_what_has_no_new_figures_is_named_by_area():
    rows = [
        {"omraade_navn": "Nord", "navn": name, "nyeste_maaned": "2022-10"} for name in ("Gadeplan", "Vandring")
    ] + [{"omraade_navn": "Åby", "navn": "Café", "nyeste_maaned": "2022-09"}]  # fmt: skip
    assert words.gaps(rows) == (
        "Nord: Gadeplan og Vandring har ingen tal efter oktober 2022. Åby: Café har ingen tal efter september 2022. "
        "Summer og sammenligninger, som de indgår i, er for lave."
    )
    assert words.gaps([]) == ""


def test_registrations_without_a_number_are_counted_by_why():
    assert "15 skjult for at beskytte enkeltpersoner og 32 uden tal" in words.left_out(line(skjulte=15, manglende=32))
    assert "skjult" not in words.left_out(line(manglende=1))
    assert words.left_out(line()) == ""


def months(*values: int | None) -> list[dict[str, Any]]:
    return [
        {"maaned": f"2022-{number:02}", "fremmoeder": value, "skjulte": 0}
        for number, value in enumerate(values, start=1)
    ]


def test_a_series_tells_its_newest_month_and_its_highest():
    said = [
        words.months(months(*values), "fremmoeder", "fremmøde", "fremmøder") for values in ((5, 9, 1), (5, 9), (5,), ())
    ]
    assert said == [
        "1 fremmøde i marts 2022; flest i februar 2022 (9)",
        "9 fremmøder i februar 2022: det højeste i perioden",
        "5 fremmøder i januar 2022",
        "Ingen fremmøder er registreret i perioden",
    ]
    assert words.nothing(months(None)).startswith("Ingen aktivitet")
    hidden, small = ([row | {"fremmoeder_maerke": mark} for row in months(None)] for mark in ("skjult", "under_5"))
    assert "er skjult for at beskytte" in words.months(hidden, "fremmoeder", "fremmøde", "fremmøder")
    assert words.months(small, "fremmoeder", "fremmøde", "fremmøder").startswith("Så få fremmøder")
    assert words.months(months(None, 4, None), "fremmoeder", "fremmøde", "fremmøder") == "4 fremmøder i februar 2022"


def test_who_is_under_the_target_is_named_and_almost_is_not_rounded_up():
    def said(*shares: float | None, basis: str = "maal") -> str:
        rows = [line(navn=f"N{number}", maal_pct=share, maal_grundlag=basis) for number, share in enumerate(shares)]
        return plain(words.reaching(rows))

    assert said(107.0, 83.0) == "Under målet: N1 (83 %); resten når det"
    assert said(107.0, 99.7) == "Under målet: N1 (99,7 %); resten når det"
    assert said(80.0, 83.0) == "Under målet: N0 (80 %) og N1 (83 %)"
    assert said(107.0, 100.0) == "Alle 2, der kan måles, når målet"
    assert said(99.7, None) == "N0: 99,7 % af målet"
    assert said(80.0, 70.0, 60.0, 50.0, 110.0) == "4 af 5 er under målet"
    assert said(None) == "Der er intet registreret fremmøde i år at måle"
    assert said(None, basis="") == "Intet at måle fremmødet mod i år"
    assert said(80.0, 120.0, basis="aaret_foer").startswith("Under niveauet fra året før")


def test_the_share_is_called_what_it_is_a_share_of():
    told = words.measured(line(maal_grundlag="maal", maal_pct=102.9))
    assert [plain(text) for text in told] == ["I forhold til mål", "103 %", "af målet til dato"]
    assert words.measured(line(maal_grundlag="aaret_foer"))[:2] == ("Mod året før", "ikke registreret")
    assert words.measured(line(maal_grundlag="aaret_foer", maal_pct_maerke="skjult"))[1] == "skjult"
    assert words.measured(line())[1] == "intet mål"


def test_the_weekdays_are_told_by_name():
    rows = [
        {"ugedag": 2, "antal_afholdt": 6, "andel_pct": 60.0},
        {"ugedag": 7, "antal_afholdt": 4, "andel_pct": 40.0},
    ]
    assert plain(words.weekdays(rows)) == "Der sker mest om tirsdagen (60,0 %) og mindst om søndagen (40,0 %)"
    assert words.weekdays(rows[:1]) == "Alt, der er registreret på en dag, sker om tirsdagen"
    assert words.weekdays([]) == "Ingen aktiviteter er registreret på en dag i perioden"
    assert words.calendar_alt(rows) == "Afholdte aktiviteter i perioden: tirsdag 6 og søndag 4."


def test_the_period_is_told_in_months():
    assert words.period({"fra": date(2021, 8, 1), "til": MARCH}) == "august 2021 – marts 2023"
    assert words.period({"fra": date(2023, 3, 1), "til": MARCH}) == "marts 2023"
    assert words.period({"fra": date(2023, 8, 1), "til": MARCH}) == "ingen måneder er gået"
