"""For each rule of the contract: rows that just keep it, and rows that just break it."""

from datetime import date
from decimal import Decimal

from tests.contract.rows import Row

Changes = dict[str, list[Row]]

OLD_PERIOD = [{}, {"bevillingsperiode": "2015-18", "indsatsomraade_kode": "GML"}]  # GML is of another period
MID_MONTH = [{"start_dato": date(2024, 1, 15), "slut_dato": date(2027, 12, 15)}]  # counts as whole months
LBF = [{}, {"organisation_id": "lbf", "type": "lbf"}]


def post(number: int, type_: str, kroner: str, **more: object) -> Row:
    """A row of oekonomi."""
    return {"post_id": f"post-{number}", "type": type_, "beloeb_kr": Decimal(kroner), **more}


def days(first: str, start: date, last: str, slut: date) -> Row:
    return {first: start, last: slut}


CASES: dict[tuple[str, str], tuple[Changes, Changes]] = {
    ("helhedsplan", "slut_foer_start"): (
        {"helhedsplan": [days("start_dato", date(2024, 1, 1), "slut_dato", date(2024, 1, 1))]},
        {"helhedsplan": [days("start_dato", date(2024, 1, 2), "slut_dato", date(2024, 1, 1))]},
    ),
    ("indsats", "slut_foer_start"): (
        {"indsats": [days("start_dato", date(2024, 1, 1), "slut_dato", date(2024, 1, 1))]},
        {"indsats": [days("start_dato", date(2024, 1, 2), "slut_dato", date(2024, 1, 1))]},
    ),
    ("oekonomi", "slut_foer_start"): (
        {"oekonomi": [days("periode_start", date(2025, 4, 1), "periode_slut", date(2025, 4, 1))]},
        {"oekonomi": [days("periode_start", date(2025, 4, 2), "periode_slut", date(2025, 4, 1))]},
    ),
    ("maaling", "slut_foer_start"): (
        {"maaling": [{"periode_start": None, "periode_slut": date(2025, 4, 1)}]},
        {"maaling": [days("periode_start", date(2025, 4, 2), "periode_slut", date(2025, 4, 1))]},
    ),
    ("indsats", "indsatsomraade_uden_for_perioden"): (
        {"indsatsomraade": OLD_PERIOD},
        {"indsatsomraade": OLD_PERIOD, "indsats": [{"indsatsomraade_kode": "GML"}]},
    ),
    ("oekonomi", "indsatsomraade_uden_for_perioden"): (
        {"indsatsomraade": OLD_PERIOD, "oekonomi": [{"indsatsomraade_kode": "FAELLES"}]},
        {"indsatsomraade": OLD_PERIOD, "oekonomi": [{"indsatsomraade_kode": "GML"}]},
    ),
    ("milepael", "indsatsomraade_uden_for_perioden"): (
        {"indsatsomraade": OLD_PERIOD, "milepael": [{"indsatsomraade_kode": "GML", "helhedsplan_id": None}]},
        {"indsatsomraade": OLD_PERIOD, "milepael": [{"indsatsomraade_kode": "GML"}]},
    ),
    ("oekonomi", "negativt_beloeb"): (
        {"oekonomi": [post(1, "forbrug", "-0.01")]},
        {"oekonomi": [post(1, "disponeret", "-0.01")]},
    ),
    ("milepael", "naaet_i_fremtiden"): (
        {"milepael": [{"naaet_dato": date(2025, 7, 20)}]},
        {"milepael": [{"naaet_dato": date(2025, 7, 21)}]},
    ),
    ("milepael", "naaet_uden_dato"): (
        {"milepael": [{"naaet_dato": None, "status": "i_gang"}]},
        {"milepael": [{"naaet_dato": None, "status": "naaet"}]},
    ),
    ("milepael", "naaet_dato_uden_status"): (
        {"milepael": [{"status": "naaet"}]},
        {"milepael": [{"status": "bortfaldet"}]},
    ),
    ("maaling", "vaerdi_mangler"): (
        {"maaling": [{"vaerdi": None, "vaerdi_status": "mangler"}]},
        {"maaling": [{"vaerdi": None}]},
    ),
    ("maaling", "vaerdi_trods_status"): (
        {"maaling": [{"vaerdi": None, "vaerdi_status": "skjult"}]},
        {"maaling": [{"vaerdi_status": "skjult"}]},
    ),
    ("maaling", "taeller_over_naevner"): (
        {"maaling": [{"taeller": 7, "naevner": 7}]},
        {"maaling": [{"taeller": 8, "naevner": 7}]},
    ),
    ("maaling", "andel_uden_taeller_og_naevner"): (
        {"maaling": [{"naevner": None}], "indikator": [{"personantal": False}]},
        {"maaling": [{"naevner": None}]},
    ),
    ("aktivitet", "fremmoeder_mangler"): (
        {"aktivitet": [{"fremmoeder": None, "vaerdi_status": "ikke_relevant"}]},
        {"aktivitet": [{"fremmoeder": None}]},
    ),
    ("aktivitet", "fremmoeder_trods_status"): (
        {"aktivitet": [{"fremmoeder": None, "vaerdi_status": "mangler"}]},
        {"aktivitet": [{"vaerdi_status": "mangler"}]},
    ),
    ("aktivitet", "flere_nye_end_fremmoeder"): (
        {"aktivitet": [{"nye_deltagere": 62, "fremmoeder": 62}]},
        {"aktivitet": [{"nye_deltagere": 63, "fremmoeder": 62}]},
    ),
    ("aktivitet", "flere_unikke_end_fremmoeder"): (
        {"aktivitet": [{"unikke_deltagere": 62, "fremmoeder": 62}]},
        {"aktivitet": [{"unikke_deltagere": 63, "fremmoeder": 62}]},
    ),
    ("aktivitet", "raadgivning_ikke_maanedstal"): (
        {"aktivitet": [{"aktivitetstype": "raadgivning", "dato": date(2025, 4, 30)}]},
        {"aktivitet": [{"aktivitetstype": "raadgivning", "dato": date(2025, 5, 30)}]},
    ),
    ("beslutning", "udfoert_uden_dato"): (
        {"beslutning": [{"udfoert_dato": None, "status": "aaben"}]},
        {"beslutning": [{"udfoert_dato": None}]},
    ),
    # Warnings
    ("indsats", "uden_for_planperioden"): (
        {"helhedsplan": MID_MONTH, "indsats": [{"start_dato": date(2024, 1, 1)}]},
        {"helhedsplan": MID_MONTH, "indsats": [{"start_dato": date(2023, 12, 31)}]},
    ),
    ("oekonomi", "uden_for_planperioden"): (
        {"helhedsplan": MID_MONTH, "oekonomi": [{"periode_slut": date(2027, 12, 31)}]},
        {"helhedsplan": MID_MONTH, "oekonomi": [{"periode_slut": date(2028, 1, 1)}]},
    ),
    ("milepael", "uden_for_planperioden"): (
        {"milepael": [{"forventet_dato": date(2028, 1, 1), "helhedsplan_id": None}]},
        {"milepael": [{"forventet_dato": date(2028, 1, 1)}]},
    ),
    ("aktivitet", "uden_for_planperioden"): (
        {"aktivitet": [{"dato": date(2027, 12, 31)}]},
        {"aktivitet": [{"dato": date(2028, 1, 1)}]},
    ),
    ("aktivitetsmaal", "uden_for_planperioden"): (
        {"aktivitetsmaal": [{"aar": 2024}]},
        {"aktivitetsmaal": [{"aar": 2023}]},
    ),
    ("oekonomi", "beloeb_over_ti_gange_budgettet"): (
        {"oekonomi": [post(1, "budget_oprindeligt", "1000"), post(2, "disponeret", "10000")]},
        {"oekonomi": [post(1, "budget_oprindeligt", "1000"), post(2, "disponeret", "10000.01")]},
    ),
    ("tilsagn", "beloeb_over_ti_gange_budgettet"): (
        {"oekonomi": [post(1, "budget_korrigeret", "1000")], "tilsagn": [{"beloeb_kr": Decimal("10000")}]},
        {"oekonomi": [post(1, "budget_korrigeret", "1000")], "tilsagn": [{"beloeb_kr": Decimal("10000.01")}]},
    ),
    ("oekonomi", "medfinansiering_under_25_pct"): (
        {"organisation": LBF, "oekonomi": [post(1, "budget_oprindeligt", "25"),
            post(2, "budget_oprindeligt", "75", bidragyder="lbf")]},
        {"organisation": LBF, "oekonomi": [post(1, "budget_oprindeligt", "25"),
            post(2, "budget_oprindeligt", "75.01", bidragyder="lbf")]},
    ),
    ("oekonomi", "forbrug_over_budget"): (
        {"oekonomi": [post(1, "budget_oprindeligt", "100"), post(2, "forbrug", "100")]},
        {"oekonomi": [post(1, "budget_oprindeligt", "100"), post(2, "forbrug", "100.01")]},
    ),
    ("oekonomi", "korrigeret_budget_ufuldstaendigt"): (
        {"organisation": LBF, "oekonomi": [post(1, "budget_oprindeligt", "9", bidragyder="lbf"),
            post(2, "budget_korrigeret", "9"), post(3, "budget_korrigeret", "0", bidragyder="lbf")]},
        {"organisation": LBF, "oekonomi": [post(1, "budget_oprindeligt", "9", bidragyder="lbf"),
            post(2, "budget_korrigeret", "9")]},
    ),
    ("oekonomi", "for_gamle_tal"): (
        {"oekonomi": [{"periode_slut": date(2025, 3, 20)}]},
        {"oekonomi": [{"periode_slut": date(2025, 3, 19)}]},
    ),
    ("maaling", "for_gamle_tal"): (
        {"maaling": [{"periode_slut": date(2025, 3, 20)}]},
        {"maaling": [{"periode_slut": date(2025, 3, 19)}]},
    ),
    ("aktivitet", "for_gamle_tal"): (
        {"aktivitet": [{"dato": date(2025, 3, 20)}]},
        {"aktivitet": [{"dato": date(2025, 3, 19)}]},
    ),
}  # fmt: skip
