"""The slow, obvious second implementation: every published figure in plain Python straight from the raw exports.

It shares nothing with overblik: no code, no SQL, no settings. Money is Decimal, shares are Fractions to the very end.
"""

from collections.abc import Callable

from tests.naive import aktivitet, forloeb, indikatorer, milepaele, oekonomi, status
from tests.naive.beskyttelse import protected
from tests.naive.exports import Row, Tables, read
from tests.naive.valg import Valg, choose

__all__ = ["QUESTIONS", "answer", "answer_all", "protected", "read"]


def noegletal(valg: Valg) -> list[Row]:
    """All key figures, in one row."""
    return [oekonomi.noegletal(valg) | aktivitet.noegletal(valg) | milepaele.noegletal(valg)]


QUESTIONS: dict[str, Callable[[Valg], list[Row]]] = {
    "noegletal": noegletal,
    "oekonomi_pr_maaned": oekonomi.pr_maaned,
    "oekonomi_pr_omraade": oekonomi.pr_omraade,
    "oekonomi_pr_indsatsomraade": oekonomi.pr_indsatsomraade,
    "oekonomi_pr_bidragyder": oekonomi.pr_bidragyder,
    "oekonomi_pr_kategori": oekonomi.pr_kategori,
    "oekonomi_forloeb": forloeb.forloeb,
    "oekonomi_pr_aar": forloeb.pr_aar,
    "oekonomi_pr_form": forloeb.pr_form,
    "medfinansiering_pr_aar": forloeb.medfinansiering_pr_aar,
    "direkte_arbejde": forloeb.direkte_arbejde,
    "aktivitet_pr_maaned": aktivitet.pr_maaned,
    "aktivitet_pr_indsats": aktivitet.pr_indsats,
    "milepaele": milepaele.milepaele,
    "milepaele_pr_spor": milepaele.pr_spor,
    "milepaele_forsinkede": milepaele.forsinkede,
    "indikatorer": indikatorer.indikatorer,
    "indikatorer_pr_niveau": indikatorer.pr_niveau,
    "status": status.status,
}


def answer(name: str, tables: Tables, **params: object) -> list[Row]:
    """The rows that a question should give on these exports; `today` is required, everything else has its default."""
    return QUESTIONS[name](choose(tables, **params))


def answer_all(tables: Tables, **params: object) -> dict[str, list[Row]]:
    """Every question's rows for the same choices."""
    valg = choose(tables, **params)
    return {name: rows(valg) for name, rows in QUESTIONS.items()}
