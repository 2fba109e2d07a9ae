"""python -m benchmarks.audit: what the audit of small numbers costs a publish, by cells and by hidden measurements."""

import time
from datetime import date

from overblik.intake.audit import examine
from overblik.settings_limits import Diskretionering
from tests.protection.released import DAY, LARGE, Row, measured, release, share

AREAS = ("NORD", "SYD", "VEST")
START = date(2015, 1, 1)


def cells(indsatser: int, areas: int, months: int) -> dict[str, list[Row]]:
    """Cells of attendance, every third of them small; an activity a month on a day."""
    every = [
        (indsats, area, date(2020 + month // 12, month % 12 + 1, 1))
        for indsats in range(indsatser)
        for area in range(areas)
        for month in range(months)
    ]
    rows = [
        LARGE
        | {"indsats_id": f"I{indsats}", "omraade_id": f"O{area}", "maaned": month}
        | ({"fremmoeder": 5, "fremmoeder_lille": True, "antal_afholdt": None, "registreringer": None} if n % 3 else {})
        for n, (indsats, area, month) in enumerate(every)
    ]
    days = [DAY | {"omraade_id": f"O{area}", "dato": month} for _, area, month in every[: areas * months]]
    return {"aktivitet_maaned": rows, "aktivitet_dag": days}


def measurements(indicators: int, periods: int) -> dict[str, list[Row]]:
    """Indicators with two of three areas hidden: counts that count on from year to year, and shares."""
    described, rows = [], []
    for n in range(indicators):
        counts_on = n % 2 == 1
        key = {"indikator_id": f"K{n}"}
        described.append(
            key | {"indsatsomraade_kode": "UDD", "enhed": "antal" if counts_on else "pct", "personantal": True}
        )
        for year in range(1, periods + 1):
            slut, many = date(2014 + year, 12, 31), 20 * year
            for area, value in (*((area, None) for area in AREAS[:2]), (AREAS[2], 30 + many), ("ALLE", 90 + 3 * many)):
                row = measured(area, value, slut, START) if counts_on else share(area, value, value and 3 * value, slut)
                rows.append(row | key)
    return {"indikator": described, "maaling": rows}


def main() -> None:
    """Prints Markdown, as docs/diskretionering.md tells it."""
    print("| udgivelse | celler | skjulte målinger | sekunder regnetid |\n|---|---:|---:|---:|")
    for label, changed in (("mange celler", cells(200, 25, 48)), ("mange skjulte målinger", measurements(100, 10))):
        tables = release(**changed)
        begun = time.process_time()
        seen = examine(tables, Diskretionering())
        took = f"{time.process_time() - begun:.1f}".replace(".", ",")
        print(f"| {label} | {seen.celler} | {seen.skjulte_maalinger} | {took} |")


if __name__ == "__main__":
    main()
