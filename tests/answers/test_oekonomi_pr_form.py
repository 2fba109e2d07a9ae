"""oekonomi_pr_form: kontant and naturalier, of the local contribution and of the rest."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from overblik.answers import fetch
from tests.answers.engine import published_tables
from tests.answers.plain import example_choice
from tests.answers.test_medfinansiering_pr_aar import PARTIES, close, post
from tests.deliveries import Row, exports
from tests.naive.fordeling import shares_in_scope
from tests.naive.oekonomi import budget, forbrug, local, total, until
from tests.naive.valg import Valg, percent


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


def expected(valg: Valg) -> dict[tuple[bool, str], Row]:
    """The question once more, slowly."""
    shares = shares_in_scope(valg)
    found = {}
    for er_lokal in (True, False):
        own_ids = {id(share) for share in local(shares, valg)}
        party = [share for share in shares if (id(share) in own_ids) == er_lokal]
        for form in {share.row["form"] for share in party}:
            own = [share for share in party if share.row["form"] == form]
            found[er_lokal, form] = {
                "budget_kr": total(budget(own, valg)),
                "budget_til_dato_kr": total(until(budget(own, valg), valg)),
                "forbrug_kr": total(forbrug(own, valg)),
                "andel_budget_pct": close(percent(total(budget(own, valg)), total(budget(party, valg)))),
                "andel_forbrug_pct": close(percent(total(forbrug(own, valg)), total(forbrug(party, valg)))),
            }
    return found


def test_the_example_gives_the_same_both_ways(example_data: Path):
    rows = fetch("oekonomi_pr_form").rows()
    wanted = expected(example_choice())
    found = {(row["er_lokal"], row["form"]): row for row in rows}
    assert {key: {column: found[key][column] for column in row} for key, row in wanted.items()} == wanted
    assert len(rows) == len(wanted)
