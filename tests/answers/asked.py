"""Every question, ready to be asked of any release: parameters of its own get a value that the release has."""

from typing import Any

from overblik.answers import Answer, Choice, fetch, questions

STANDARD = frozenset({"plan", "omraade", "indsatsomraade", "organisation", "fra", "til", "statusdato"})


def asked(name: str, choice: Choice | None = None) -> list[Answer]:
    """The answers to one question: one, or one for each indsats or indikator it can be asked about (three at most)."""
    own = set(questions()[name].params) - STANDARD
    if not own:
        return [fetch(name, choice)]
    if own == {"indsats"}:
        values = [{"indsats": row["indsats_id"]} for row in fetch("indsatser", choice).rows()]
    else:
        assert own == {"indikator", "sted"}, f"{name}: say here how to ask with {own}"
        rows = fetch("indikatorer", choice).rows()
        values = [{"indikator": row["indikator_id"], "sted": row["omraade_id"]} for row in rows]
    nothing: list[dict[str, Any]] = [dict.fromkeys(own, "")]
    return [fetch(name, choice, **value) for value in (values or nothing)[:: max(1, len(values) // 3)][:3]]
