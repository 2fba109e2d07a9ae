"""Since the last meeting without a screen: what turned, by name, and what the filters leave."""

from typing import Any

from overblik.answers import Choice, comparing
from overblik.answers.since import Basis
from overblik.show import forside
from overblik.show import siden_saetninger as words


def turned(since: Basis) -> list[dict[str, Any]]:
    """The squares that turned, by name, the worst first."""
    then, now = since.both("status")
    areas = names(since, "valg_omraade", "omraade_id")
    codes = names(since, "valg_indsatsomraade", "indsatsomraade_kode") | {"FYSISK": "Fysisk spor"}
    rows = [
        row
        | {
            "omraade_navn": areas.get(row["omraade_id"], row["omraade_id"]),
            "indsatsomraade_navn": codes.get(row["indsatsomraade_kode"], row["indsatsomraade_kode"]),
        }
        for row in comparing.turned(then.rows(), now.rows())
    ]
    return sorted(rows, key=words.rank)


def part(now: Choice) -> str:
    """What the filters leave, by name; empty for the whole plan, and never empty for less."""
    filtered = now.omraade or now.indsatsomraade or now.organisation
    return forside.chosen_part(now) or ("Det valgte" if filtered else "")


def names(since: Basis, question: str, key: str) -> dict[str, str]:
    """What was called something then and is no more keeps its name."""
    return {row[key]: row["navn"] for answer in since.both(question) for row in answer.rows()}
