"""The sheets' lines as rows of the contract's tables: makes keys, dates and statuses.

Keys are made of what a row says, so that the same sheet handed in again gives the same keys.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from overblik.arbejdsbog import ark
from overblik.arbejdsbog.stamdata import NOTHING, Stamdata
from overblik.intake.folding import fold
from overblik.intake.workbook_cells import Line, Problem, lines
from overblik.intake.workbook_reading import Filled, place

FORBRUG: Final = [column.head for column in ark.OEKONOMI.columns].index("Forbrug")
NO_AMOUNT: Final = "er tom, og det er Budget også; mindst det ene beløb skal udfyldes"

Rows = dict[str, list[dict[str, Any]]]
Problems = dict[str, list[Problem]]

LONGEST_KEY: Final = 64
# The table that a sheet's own problems are told of.
TABLE: Final = {
    "Indsatser": "indsats",
    "Milepæle": "milepael",
    "Økonomi": "oekonomi",
    "Aktivitet": "aktivitet",
    "Plan": "helhedsplan",
    "Områder": "boligomraade",
    "Organisationer": "organisation",
    "Indsatsområder": "indsatsomraade",
}


def tables(filled: Sequence[Filled], known: Stamdata, today: date, *, with_reference: bool) -> tuple[Rows, Problems]:
    """Rows by table of the contract, and problems by sheet. `with_reference`: the sheets of reference count, too."""
    given = {each.sheet: each for each in filled}
    rows: Rows = {}
    problems: Problems = {}

    def read(sheet: ark.Sheet) -> list[Line]:
        if sheet.name not in given:
            return []
        taken, wrong = lines(given[sheet.name], sheet, known)
        if sheet is ark.OEKONOMI:
            empty = [line.number for line in taken if line.values["Budget"] is None and line.values["Forbrug"] is None]
            wrong += [Problem("Forbrug", number, place(number, FORBRUG), NO_AMOUNT) for number in empty]
        if wrong:
            problems[sheet.name] = wrong
        return taken

    if with_reference:
        made, wrong = _reference({sheet.name: read(sheet) for sheet in ark.REFERENCE})
        problems |= wrong
        rows |= made
        known = Stamdata(NOTHING.rows | {name: tuple(found) for name, found in made.items()})
    plan = known.plan().get("helhedsplan_id")
    efforts = _indsatser(read(ark.INDSATSER), plan)
    known = replace(known, rows=known.rows | {"indsats": (*known.rows["indsats"], *efforts)})
    rows |= {
        "indsats": efforts,
        "milepael": _milepaele(read(ark.MILEPAELE), plan, today),
        "oekonomi": list(_oekonomi(read(ark.OEKONOMI), plan)),
        "aktivitet": _aktivitet(read(ark.AKTIVITET)),
    }
    if plan is None and any(rows[TABLE[sheet.name]] for sheet in ark.TO_FILL):
        what = "er ikke udfyldt, og ingen plan er udgivet, så rækkerne har ingen plan at høre til"
        problems.setdefault(ark.PLAN.name, []).append(Problem("Nøgle", 2, place(2, 0), what))
    return {name: found for name, found in rows.items() if found}, problems


def key_of(*parts: object) -> str:
    """A key as the contract wants it, made of what a row says; a long one is cut and told apart by a hash."""
    text = "-".join(fold(str(part)).replace("_", "-") for part in parts if part) or "x"
    if len(text) <= LONGEST_KEY:
        return text
    return f"{text[: LONGEST_KEY - 9]}-{hashlib.sha256(text.encode()).hexdigest()[:8]}"


def _reference(read: Mapping[str, Sequence[Line]]) -> tuple[Rows, Problems]:
    plans = [line.values for line in read["Plan"]]
    period = plans[-1]["Bevillingsperiode"] if plans else None
    short = {fold(row["Kortnavn"]): row["Nøgle"] for row in (line.values for line in read["Organisationer"])}
    short |= {fold(row["Navn"]): row["Nøgle"] for row in (line.values for line in read["Organisationer"])}
    pairs, wrong = [], []
    for line in read["Områder"]:
        for named in filter(None, (part.strip() for part in (line.values["Boligorganisationer"] or "").split(","))):
            if (organisation := short.get(fold(named))) is None:
                what = "har et navn, der ikke står i arket Organisationer"
                wrong.append(Problem("Boligorganisationer", line.number, place(line.number, 5), what))
            else:
                pairs.append({"omraade_id": line.values["Nøgle"], "organisation_id": organisation})
    made: Rows = {
        "helhedsplan": [
            {"helhedsplan_id": p["Nøgle"], "navn": p["Navn"], "bevillingsperiode": p["Bevillingsperiode"],
             "start_dato": p["Start"], "slut_dato": p["Slut"]}
            for p in plans
        ],
        "boligomraade": [
            {"omraade_id": row["Nøgle"], "navn": row["Navn"], "by": row["By"], "boliger": row["Boliger"],
             "beboere": row["Beboere"], "beboere_dato": None}
            for row in (line.values for line in read["Områder"])
        ],
        "organisation": [
            {"organisation_id": row["Nøgle"], "navn": row["Navn"], "kortnavn": row["Kortnavn"], "type": row["Type"]}
            for row in (line.values for line in read["Organisationer"])
        ],
        "omraade_organisation": pairs,
        "indsatsomraade": [
            {"bevillingsperiode": period, "indsatsomraade_kode": row["Nøgle"], "navn": row["Navn"],
             "sortering": row["Rækkefølge"], "sensitiv": row["Sensitiv"]}
            for row in (line.values for line in read["Indsatsområder"]) if period
        ],
    }  # fmt: skip
    return made, {"Områder": wrong} if wrong else {}


def _indsatser(read: Iterable[Line], plan: str | None) -> list[dict[str, Any]]:
    rows = [line.values for line in read]
    keys = _distinct(key_of(row["Navn"]) for row in rows)
    return [
        {"indsats_id": key, "helhedsplan_id": plan, "indsatsomraade_kode": row["Indsatsområde"], "navn": row["Navn"],
         "start_dato": row["Start"], "slut_dato": row["Slut"], "status": row["Status"]}
        for key, row in zip(keys, rows, strict=True)
    ]  # fmt: skip


def _milepaele(read: Iterable[Line], plan: str | None, today: date) -> list[dict[str, Any]]:
    """A milestone of the physical track belongs to every plan; reached once it has a date for it."""
    rows = [line.values for line in read]
    keys = _distinct(key_of("mp", row["Område"], row["Indsatsområde"], row["Navn"]) for row in rows)
    return [
        {"milepael_id": key, "spor": row["Spor"], "helhedsplan_id": plan if row["Spor"] == "boligsocial" else None,
         "omraade_id": row["Område"], "indsatsomraade_kode": row["Indsatsområde"], "navn": row["Navn"],
         "aftalt_dato": row["Aftalt"], "forventet_dato": row["Forventet"], "naaet_dato": row["Nået"],
         "status": "naaet" if row["Nået"] else "i_gang" if row["Aftalt"] <= today else "planlagt"}
        for key, row in zip(keys, rows, strict=True)
    ]  # fmt: skip


def _oekonomi(read: Iterable[Line], plan: str | None) -> Iterator[dict[str, Any]]:
    """One row of the contract for each amount that is filled in: the agreed budget, and what is spent."""
    seen: Counter[str] = Counter()
    for row in (line.values for line in read):
        first, last = row["Kvartal"]
        for head, kind in (("Budget", "budget_oprindeligt"), ("Forbrug", "forbrug")):
            if row[head] is not None:
                quarter = f"{first.year}k{(first.month + 2) // 3}"
                key = key_of(kind[:3], quarter, row["Bidragyder"], row["Indsatsområde"], row["Område"], row["Kategori"])
                yield {
                    "post_id": _numbered(key, seen), "helhedsplan_id": plan,
                    "indsatsomraade_kode": row["Indsatsområde"], "omraade_id": row["Område"],
                    "bidragyder": row["Bidragyder"], "form": "kontant",
                    "kategori": row["Kategori"], "type": kind, "periode_start": first, "periode_slut": last,
                    "beloeb_kr": row[head],
                }  # fmt: skip


def _aktivitet(read: Iterable[Line]) -> list[dict[str, Any]]:
    """A month's total, dated on its last day; without attendance it is missing, not zero."""
    seen: Counter[str] = Counter()
    rows = [line.values for line in read]
    keys = [key_of(f"{row['Måned']:%Y-%m}", row["Indsats"], row["Område"], row["Type"]) for row in rows]
    return [
        {"registrering_id": _numbered(key, seen), "indsats_id": row["Indsats"], "omraade_id": row["Område"],
         "dato": row["Måned"], "aktivitetstype": row["Type"],
         "antal_afholdt": row["Antal"], "fremmoeder": row["Fremmøder"],
         "vaerdi_status": "mangler" if row["Fremmøder"] is None else "ok"}
        for key, row in zip(keys, rows, strict=True)
    ]  # fmt: skip


def _distinct(keys: Iterable[str]) -> list[str]:
    seen: Counter[str] = Counter()
    return [_numbered(key, seen) for key in keys]


def _numbered(key: str, seen: Counter[str]) -> str:
    """The key, or with a number behind it where it has been used before."""
    seen[key] += 1
    return key if seen[key] == 1 else f"{key[: LONGEST_KEY - 5]}-{seen[key]}"
