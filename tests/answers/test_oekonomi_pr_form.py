"""oekonomi_pr_form: kontant and naturalier, of the local contribution and of the rest."""

from datetime import date
from decimal import Decimal

from tests.answers.engine import published_tables
from tests.answers.test_medfinansiering_pr_aar import PARTIES, post
from tests.deliveries import exports


def test_naturalier_are_a_share_of_what_the_local_parties_give():
    posts = [
        post("forbrug", "KOM", date(2022, 1, 1), "30"),
        post("forbrug", "KOM", date(2022, 1, 1), "90", "naturalier"),
        post("forbrug", "LBF", date(2022, 1, 1), "500"),
        post("budget_oprindeligt", "LBF", date(2022, 12, 1), "700"),  # after statusdato: in the budget, not to date
    ]
    with published_tables(exports(organisation=PARTIES, oekonomi=posts), date(2022, 10, 10)) as ask:
        rows = ask("oekonomi_pr_form", statusdato=date(2022, 3, 31))
    assert [(row["er_lokal"], row["navn"], row["forbrug_kr"], row["andel_forbrug_pct"]) for row in rows] == [
        (True, "Kontant", Decimal("30.00"), 25.0),
        (True, "Naturalier", Decimal("90.00"), 75.0),
        (False, "Kontant", Decimal("500.00"), 100.0),
    ]
    assert [(row["budget_kr"], row["budget_til_dato_kr"], row["andel_budget_pct"]) for row in rows] == [
        (Decimal("0.00"), Decimal("0.00"), None),
        (Decimal("0.00"), Decimal("0.00"), None),
        (Decimal("700.00"), Decimal("0.00"), 100.0),
    ]
