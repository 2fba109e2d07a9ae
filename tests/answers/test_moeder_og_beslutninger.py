"""moeder and beslutninger: the last meeting, the next one, what is open, what is overdue, what is to be discussed."""

from datetime import date

from tests.answers.optional import picked, published_with
from tests.deliveries import exports

STATUSDATO = date(2022, 6, 30)
MEETINGS = [
    {"moede_id": "A", "organ": "styregruppe", "dato": date(2022, 2, 1), "titel": "Vinter"},
    {"moede_id": "B", "organ": "styregruppe", "dato": date(2022, 6, 30), "titel": "Sommer", "data_laas_dato": date(2022, 5, 31)},
    {"moede_id": "C", "organ": "styregruppe", "dato": date(2022, 9, 1), "titel": "Efterår"},
    {"moede_id": "D", "organ": "styregruppe", "dato": date(2022, 12, 1), "titel": "Jul"},
]  # fmt: skip


def test_the_last_meeting_is_on_statusdato_or_before_and_its_figures_end_when_data_were_locked():
    with published_with(exports(), date(2022, 8, 1), moede=MEETINGS) as ask:
        found = ask("moeder", statusdato=STATUSDATO)
    assert picked(found, "moede_id", "statusdato", "er_sidste", "er_naeste") == [
        ("D", date(2022, 11, 30), False, False),
        ("C", date(2022, 8, 31), False, True),
        ("B", date(2022, 5, 31), True, False),  # locked on a month's last day: that month counts
        ("A", date(2022, 1, 31), False, False),
    ]


def test_a_decision_is_open_until_the_day_it_is_carried_out_and_the_next_meeting_is_what_is_discussed():
    decision = {"moede_id": "A", "nr": 1, "art": "B", "emne": "Emne", "status": "aaben"}
    decisions = [
        {**decision, "beslutning_id": "OVERDUE", "frist_dato": date(2022, 6, 29)},
        {**decision, "beslutning_id": "DUE_TODAY", "frist_dato": STATUSDATO},
        {**decision, "beslutning_id": "DONE_LATER", "status": "udfoert", "udfoert_dato": date(2022, 7, 1)},
        {**decision, "beslutning_id": "DONE", "status": "udfoert", "udfoert_dato": STATUSDATO},
        {**decision, "beslutning_id": "DROPPED", "status": "bortfaldet", "frist_dato": date(2022, 1, 1)},
        {**decision, "beslutning_id": "NEXT", "moede_id": "C"},
    ]
    with published_with(exports(), date(2022, 8, 1), moede=MEETINGS, beslutning=decisions) as ask:
        found = {row["beslutning_id"]: row for row in ask("beslutninger", statusdato=STATUSDATO)}
    told = {name: (row["er_aaben"], row["er_forsinket"], row["er_til_naeste"]) for name, row in found.items()}
    assert told == {
        "OVERDUE": (True, True, False),
        "DUE_TODAY": (True, False, False),
        "DONE_LATER": (True, False, False),
        "DONE": (False, False, False),
        "DROPPED": (False, False, False),
        "NEXT": (True, False, True),
    }
    assert next(iter(found)) == "OVERDUE"
    assert {name for name, row in found.items() if row["dage_over"] is not None} == {"OVERDUE"}
    assert found["OVERDUE"]["dage_over"] == 1
