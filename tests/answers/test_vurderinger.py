"""vurderinger: what people said of the status, about which square, and who still owes an answer."""

from datetime import date
from pathlib import Path

from overblik.answers import fetch
from tests.answers.engine import published_tables
from tests.answers.optional import picked, published_with
from tests.answers.plain import example_tables
from tests.deliveries import Row, exports

STATUSDATO = date(2022, 6, 30)
MEETINGS = [
    {"moede_id": "WINTER", "organ": "styregruppe", "dato": date(2022, 2, 1), "titel": "Vinter"},
    {"moede_id": "SPRING", "organ": "styregruppe", "dato": date(2022, 5, 1), "titel": "Forår"},
    {"moede_id": "AUTUMN", "organ": "styregruppe", "dato": date(2022, 9, 1), "titel": "Efterår"},
]


def said(key: str, meeting: str, **more: object) -> Row:
    usual = {"dimension": "fremdrift", "vurderet": "gul", "begrundelse": "Opdigtet.", "rolle": "leder",
             "dato": date(2022, 2, 1), "ansvarlig_rolle": "leder"}  # fmt: skip
    return {"vurdering_id": key, "moede_id": meeting, **usual, **more}


def test_an_answer_is_owed_until_a_later_meeting_has_assessed_the_same_square():
    june = date(2022, 6, 20)
    rows = [
        said("ANSWERED", "WINTER", omraade_id="NORD", svar_frist_dato=june),
        said("OWED", "SPRING", omraade_id="NORD", svar_frist_dato=june),
        said("OTHER_DIMENSION", "WINTER", omraade_id="NORD", dimension="oekonomi", svar_frist_dato=june),
        said("DUE_TODAY", "WINTER", svar_frist_dato=STATUSDATO),
        said("NO_DEADLINE", "SPRING", dimension="aktivitet"),
        said("LATER", "AUTUMN", omraade_id="NORD", dimension="oekonomi", dato=date(2022, 9, 1)),  # not by statusdato
    ]
    with published_with(exports(milepael=[{}]), date(2022, 10, 10), moede=MEETINGS, statusvurdering=rows) as ask:
        found = ask("vurderinger", statusdato=STATUSDATO)
        here = ask("vurderinger", statusdato=STATUSDATO, omraade=("NORD",))
    assert picked(found, "vurdering_id", "omraade_id", "indsatsomraade_kode", "dage_over") == [
        ("LATER", "NORD", "ALLE", None),
        ("NO_DEADLINE", "ALLE", "ALLE", None),
        ("OWED", "NORD", "ALLE", 10),
        ("DUE_TODAY", "ALLE", "ALLE", None),
        ("ANSWERED", "NORD", "ALLE", None),
        ("OTHER_DIMENSION", "NORD", "ALLE", 10),
    ]
    # What concerns all areas is no area's own.
    assert {row["vurdering_id"] for row in here} == {"LATER", "OWED", "ANSWERED", "OTHER_DIMENSION"}


def test_there_is_nothing_where_the_table_is_not_delivered():
    with published_tables(exports(), date(2022, 6, 10)) as ask:
        assert ask("vurderinger") == []


def test_the_example_gives_the_same_both_ways(example_data: Path):
    delivered = example_tables()["statusvurdering"]
    days = {row["moede_id"]: row["dato"] for row in example_tables()["moede"]}
    answer = fetch("vurderinger")
    statusdato = answer.params["statusdato"]

    def square(row: Row) -> tuple[object, ...]:
        return row["dimension"], row["omraade_id"] or "ALLE", row["indsatsomraade_kode"] or "ALLE"

    def owed(row: Row) -> int | None:
        if row["svar_frist_dato"] is None or row["svar_frist_dato"] >= statusdato:
            return None
        later = [
            one for one in delivered
            if square(one) == square(row) and days[row["moede_id"]] < days[one["moede_id"]] <= statusdato
        ]  # fmt: skip
        return None if later else (statusdato - row["svar_frist_dato"]).days

    expected = {row["vurdering_id"]: (*square(row), days[row["moede_id"]], owed(row)) for row in delivered}
    columns = ("dimension", "omraade_id", "indsatsomraade_kode", "moede_dato", "dage_over")
    assert {row["vurdering_id"]: tuple(row[column] for column in columns) for row in answer.rows()} == expected
    assert any(days_over for *_, days_over in expected.values())
