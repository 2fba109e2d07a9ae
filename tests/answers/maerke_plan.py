"""A plan of small numbers: one reason a row, each mark somewhere; asked per 30 June 2023.

The key of the tests is fixed, so each small cell always falls the same way: to nought or to its threshold.
"""

from datetime import date
from typing import Any

from tests.deliveries import Row, Tables, exports

TODAY = date(2023, 7, 10)
STATUSDATO = date(2023, 6, 30)
CAFE, BAND, RAAD, TOM = "CAFE", "BAND", "RAAD", "TOM"


def held(indsats: str, month: int, fremmoeder: int | None, year: int = 2023, **more: Any) -> Row:
    return {
        "indsats_id": indsats, "dato": date(year, month, 10), "fremmoeder": fremmoeder,
        "vaerdi_status": "ok", "frivilligtimer": 2.0, **more,
    }  # fmt: skip


def tables() -> Tables:
    return exports(
        indsatsomraade=[
            {"indsatsomraade_kode": "UDD", "navn": "Uddannelse", "sortering": 1},
            {"indsatsomraade_kode": "KRI", "navn": "Forebyggelse", "sortering": 2, "sensitiv": True},
        ],
        indsats=[
            {"indsats_id": CAFE, "navn": "Café"},
            {"indsats_id": BAND, "navn": "Band"},
            {"indsats_id": RAAD, "navn": "Råd", "indsatsomraade_kode": "KRI"},
            {"indsats_id": TOM, "navn": "Tom"},
        ],
        aktivitet=[
            held(CAFE, 1, 3),  # one small cell alone
            held(CAFE, 2, 3), held(BAND, 2, 2),  # two small cells
            held(CAFE, 3, 40, nye_deltagere=2), held(BAND, 3, 2),  # a small one beside a large one
            held(CAFE, 4, 0), held(BAND, 4, 4),  # a nought adds nothing to a small one
            held(CAFE, 5, 0), held(BAND, 5, 60),  # large enough, and nought
            held(RAAD, 6, 7),  # small where the indsatsområde is sensitive, and not elsewhere
            held(CAFE, 6, None, vaerdi_status="skjult"),
            held(TOM, 1, None, vaerdi_status="mangler"),
            held(TOM, 2, None, vaerdi_status="ikke_relevant"),
        ],
        aktivitetsmaal=[
            {"indsats_id": CAFE, "aar": 2023, "maal_fremmoeder": 100},
            {"indsats_id": RAAD, "aar": 2023, "maal_fremmoeder": 100},
        ],
        indikator=[{}],
        maal=[{}],
        maaling=[{"vaerdi": None, "vaerdi_status": "skjult"}],
        oekonomi=[{"periode_start": date(2023, 6, 1), "periode_slut": date(2023, 6, 30), "beloeb_kr": "1.00"}],
    )  # fmt: skip
