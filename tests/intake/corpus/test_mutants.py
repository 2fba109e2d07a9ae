"""Good files with a few random bytes changed: always a verdict, never other rows where pages have checksums."""

from pathlib import Path
from random import Random

import pytest

from tests.intake.corpus.forging import apart, as_parquet, base, together
from tests.intake.corpus.reading import told_of

WAYS = (
    {"write_page_checksum": True},
    {"write_page_checksum": True, "compression": "none", "use_dictionary": False},
    {"data_page_version": "2.0", "compression": "zstd"},
    {"compression": "none", "store_schema": True, "version": "1.0"},
    {"compression": "gzip", "row_group_size": 7, "use_deprecated_int96_timestamps": True},
)


def mutant(seed: int) -> bytes:
    """A file of 20 rows with one to eight changes anywhere: bits, bytes, numbers, pieces gone, doubled or moved."""
    chance = Random(seed)
    content = bytearray(as_parquet(base(rows=20), **WAYS[seed % len(WAYS)]))
    for _ in range(chance.choice((1, 1, 2, 4, 8))):
        # Half of the changes in the footer, which is the smaller part and the one that can promise most.
        place = chance.randrange(chance.choice((0, max(0, len(content) - 2_500))), len(content))
        length = chance.choice((1, 2, 4, 8, 64))
        piece = content[place : place + length]
        content[place : place + length] = chance.choice(
            (
                bytes([piece[0] ^ 1 << chance.randrange(8)]) + piece[1:],
                chance.randbytes(len(piece)),
                bytes(len(piece)),
                b"\xff" * len(piece),
                b"",
                bytes(piece) * 2,
                bytes(reversed(piece)),
            )
        )
    return bytes(content)


@pytest.mark.parametrize("seed", range(60))
def test_a_mutant_gets_a_verdict(seed: int, tmp_path: Path):
    told_of(mutant(seed), tmp_path)


@pytest.mark.long
@pytest.mark.parametrize("hundred", range(30))
def test_three_thousand_mutants_get_a_verdict(hundred: int, tmp_path: Path):
    for seed in range(1_000 + 100 * hundred, 1_100 + 100 * hundred):
        told_of(mutant(seed), tmp_path)


@pytest.mark.parametrize("compression", ["none", "snappy", "zstd"])
def test_no_flipped_bit_in_a_page_with_a_checksum_gives_rows(compression: str, tmp_path: Path):
    for column, seed in [(column, seed) for column in base().schema.names for seed in range(3)]:
        file = apart(as_parquet(base(rows=20), write_page_checksum=True, compression=compression))
        chance = Random(f"{column}{seed}")
        page = file.pages[0][file.place(column)][chance.randrange(2)]
        body = bytearray(page.body)
        body[chance.randrange(len(body))] ^= 1 << chance.randrange(8)
        page.body = bytes(body)
        assert told_of(together(file), tmp_path).codes, (column, seed)
