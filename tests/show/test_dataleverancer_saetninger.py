"""Sentences about deliveries: how old, what became of them, what happens right now."""

from datetime import date, datetime

import pytest

from overblik.mailbox import Finding, Outcome, Progress, Refused, State
from overblik.settings import COPENHAGEN
from overblik.show import dataleverancer_saetninger as words
from overblik.show import watcher
from overblik.show.verdicts import Kind, Verdict

TODAY = date(2023, 4, 12)
NOON = "2023-04-12T12:05:00+02:00"


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2023, 4, 13), "i dag"),  # a clock that is ahead of ours is no future
        (date(2023, 4, 12), "i dag"),
        (date(2023, 4, 11), "i går"),
        (date(2023, 4, 7), "for 5 dage siden"),
        (date(2023, 3, 29), "for 2 uger siden"),
        (date(2023, 2, 10), "for 2 måneder siden"),
        (date(2021, 4, 13), "for 23 måneder siden"),
        (date(2021, 4, 12), "for 2 år siden"),
    ],
)
def test_age_is_told_as_one_says_it(day: date, told: str) -> None:
    assert words.age(day, TODAY) == told


def table(navn: str, *, er_kerne: bool, er_leveret: bool) -> dict[str, object]:
    return {"navn": navn, "er_kerne": er_kerne, "er_leveret": er_leveret}


@pytest.mark.parametrize(
    ("tables", "told"),
    [
        ([table("Økonomi", er_kerne=True, er_leveret=True)], "Alle tabeller er leveret"),
        (
            [table("Økonomi", er_kerne=True, er_leveret=False), table("Mål", er_kerne=False, er_leveret=False)],
            "Økonomi mangler",
        ),
        (
            [table("Mål", er_kerne=False, er_leveret=False), table("Møde", er_kerne=False, er_leveret=False)],
            "Alt nødvendigt er leveret; to tabeller, der kan undværes, mangler",
        ),
    ],
)
def test_the_heading_says_first_what_is_missing_of_the_core(tables: list[dict[str, object]], told: str) -> None:
    assert words.headline(tables, [], TODAY) == told
    came = [{"modtaget": "2022-01-01T10:00:00+01:00"}, {"modtaget": "2023-04-11T10:00:00+02:00"}]
    assert words.headline(tables, came, TODAY) == f"{told}, og den seneste fil kom i går"


def test_a_moment_is_told_in_danish_time_whatever_zone_it_was_written_in() -> None:
    assert words.when("2023-04-12T22:30:00+00:00") == "13. april 2023 kl. 0.30"
    assert words.received("2023-04-12T22:30:00Z") == date(2023, 4, 13)


def test_a_step_names_the_file_and_how_far_it_is() -> None:
    assert words.step(Progress("bedømmer", "AB/oekonomi.parquet")) == "Bedømmer AB/oekonomi.parquet"
    assert words.step(Progress("bygger", None, 0.4)).replace("\u00a0", " ") == "Bygger tallene (40 %)"


def test_every_verdict_has_its_own_words() -> None:
    told = {words.verdict("moede.parquet", Verdict(kind)) for kind in Kind}
    assert len(told) == len(Kind)
    assert "✓ moede.parquet: taget i brug" in told
    waiting = Verdict(Kind.WAITING, why="milepael.parquet: Venter på indsats.parquet.")
    assert words.verdict("milepael.parquet", waiting) == "– milepael.parquet: Venter på indsats.parquet."


def finding(code: str) -> Finding:
    return Finding(code, "oekonomi", None, 0, "")


def test_an_outcome_tells_taken_refused_and_waiting_apart() -> None:
    refused = (Refused("a", (finding("ukendt_noegle"),)), Refused("b", (finding("venter"),)))
    told = words.outcome(Outcome("id", ("c", "d"), refused, (), NOON))
    assert told == (
        "To filer er taget i brug, én fil er afvist og én fil venter på en anden fil (12. april 2023 kl. 12.05)."
    )
    assert words.outcome(Outcome(None, (), (), (), NOON)).startswith("Der var intet nyt i indbakken")


def test_personal_data_is_said_with_the_day_it_is_erased() -> None:
    assert words.personal_data("2023-04-19", None).endswith("Den slettes 19. april 2023.")
    assert words.personal_data("2023-04-19", NOON).endswith("er slettet 12. april 2023.")


def test_a_file_in_use_whose_successor_was_refused_says_so() -> None:
    source = {"fil": "moede.parquet"}
    assert words.standing(source, NOON, 2) == "✕ ny levering afvist 12. april 2023"
    assert words.standing(source, None, 2) == "! taget i brug, 2 bemærkninger"
    assert words.standing(source, None, 0) == "✓ taget i brug"


def test_a_watcher_is_alive_while_its_heart_beats() -> None:
    now = datetime.now(COPENHAGEN)
    assert watcher.is_alive(State(slag=now.isoformat()))
    assert not watcher.is_alive(State(slag="2023-04-12T12:05:00+02:00"))
    assert not watcher.is_alive(State())
