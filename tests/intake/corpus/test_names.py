"""Names that other programs take for a pattern or a command are only names."""

from pathlib import Path

import pytest

from overblik.intake.publishing import publish_inbox
from overblik.release import read_release
from tests.intake.drops import drop, drop_all, post, spent

NAMES = (
    "oekonomi__[1].parquet", "oekonomi__*.parquet", "oekonomi__?.parquet", "oekonomi__{1,2}.parquet", "oekonomi__'.parquet",
    "oekonomi__a b.parquet", "oekonomi__$HOME.parquet", "oekonomi__;--.parquet", "oekonomi__æøå.parquet",
    "kommune=999/oekonomi.parquet", "post_id=x/oekonomi__1.parquet", "oekonomi__s3:bucket.parquet",
)  # fmt: skip


def test_names_that_look_like_patterns_are_read_as_themselves(in_use: Path):
    drop_all(in_use, oekonomi=[post("a", 1)])
    drop(in_use, "oekonomi__1.parquet", post("en", 2))  # what [1], * and ? would match
    for number, name in enumerate(NAMES):
        drop(in_use, name, post(f"p-{number}", 1000))
    outcome = publish_inbox(in_use)
    assert outcome.rejected == ()
    assert set(outcome.accepted) >= set(NAMES)
    assert {source["fil"] for source in read_release(in_use).manifest["sources"]} >= set(NAMES)
    assert spent() == f"{3 + 1000 * len(NAMES)}.00"


@pytest.mark.parametrize("name", ["\u202eoekonomi.parquet", "oekonomi\u200b.parquet", "oekonomi__\x1b[31m.parquet"])
def test_names_that_do_not_show_what_they_are_get_an_answer(name: str, in_use: Path):
    drop_all(in_use, oekonomi=[post("a", 1)])
    path = drop(in_use, "oekonomi__x.parquet", post("b", 2))
    path.rename(path.parent / name)
    outcome = publish_inbox(in_use)
    (told,) = [one for one in outcome.rejected if one.file not in outcome.accepted]
    assert told.message.isprintable()
    assert told.code in {"ulaeseligt_filnavn", "ukendt_tabel"}
