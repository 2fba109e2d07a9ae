"""Files whose bytes are not what they were: cut short, overwritten, flipped, of another format, or locked."""

from collections.abc import Iterator
from random import Random

from tests.intake.corpus.forging import (
    CRC,
    ENCRYPTION,
    MAGIC,
    Case,
    File,
    as_parquet,
    base,
    body_of,
    changed,
    closed,
    refooted,
)
from tests.intake.corpus.thrift import BINARY, STRUCT, Field

UNREADABLE = frozenset({"ikke_parquet"})
REFUSED = UNREADABLE | {"beskadiget_kolonne", "falsk_antal_raekker", "falske_dele"}
# Zeroes and noise where there are no checksums can be values too; then they break the contract.
NOISE = REFUSED | {
    "mangler_vaerdi", "uden_for_kalenderen", "ugyldig_noegle", "for_lang_tekst", "forkert_type",
    "kolonne_mangler", "indlejret_kolonne", "fil_kan_ikke_laeses_sikkert", "fil_for_stor_i_hukommelsen",
}  # fmt: skip


def cases() -> Iterator[Case]:
    whole = as_parquet(base())
    for share in (0.01, 0.3, 0.6, 0.9, 0.99):
        yield Case(f"cut short at {share:.0%}", lambda s=share: whole[: int(s * len(whole))], UNREADABLE)
    yield Case("cut short by one byte", lambda: whole[:-1], UNREADABLE)
    yield Case("the beginning is gone", lambda: whole[100:], NOISE)
    yield Case("something behind the end", lambda: whole + b"\n", UNREADABLE)
    yield Case("the file twice, one behind the other", lambda: whole + whole, REFUSED, base, or_taken=True)
    yield Case("nothing at all", lambda: b"", UNREADABLE)
    yield Case("the magic word alone", lambda: MAGIC, UNREADABLE)
    yield Case("two magic words", lambda: MAGIC + MAGIC, UNREADABLE)
    yield Case("another magic word at the end", lambda: whole[:-4] + b"PAR2", UNREADABLE)
    yield Case("another magic word at the beginning", lambda: b"PK\3\4" + whole[4:], UNREADABLE, base, or_taken=True)
    yield Case("the magic word of a locked footer", lambda: b"PARE" + whole[4:-4] + b"PARE", UNREADABLE)
    yield Case("a footer that says the file is locked", lambda: refooted(_locked), UNREADABLE, base, or_taken=True)
    yield Case("a column that is locked", lambda: refooted(_locked_column), REFUSED)
    yield Case("an Excel workbook", lambda: b"PK\3\4" + bytes(400), UNREADABLE)
    yield Case("text with semicolons", lambda: "møde;dato\nA;B\n".encode("latin-1") * 50, UNREADABLE)
    yield Case("an Arrow file", lambda: b"ARROW1\0\0" + bytes(400) + b"ARROW1", UNREADABLE)
    yield Case("a footer of no bytes", lambda: closed(body_of(whole), b""), UNREADABLE)
    yield Case("a footer longer than the file", lambda: whole[:-8] + b"\xff\xff\xff\x7f" + MAGIC, UNREADABLE)
    yield Case("a footer of a negative length", lambda: whole[:-8] + b"\xff\xff\xff\xff" + MAGIC, UNREADABLE)
    yield Case("a footer of noise", lambda: closed(body_of(whole), Random(1).randbytes(700)), UNREADABLE)
    yield Case("a footer of structures in structures", lambda: closed(body_of(whole), b"\x1c" * 200_000), UNREADABLE)
    yield Case("a footer that promises a list of billions", lambda: closed(body_of(whole), _endless()), UNREADABLE)
    yield Case("a footer that stops half-way", lambda: closed(body_of(whole), _half(whole)), UNREADABLE)
    for filler in (b"\0", b"\xff", b"\xa5"):
        for kind in ("none", "snappy", "zstd"):
            yield Case(
                f"every page filled with {filler.hex()}, {kind}",
                lambda f=filler, k=kind: changed(lambda file: _filled(file, f), compression=k), NOISE,
            )  # fmt: skip
    yield Case("every page of noise", lambda: changed(_noise), NOISE)
    yield Case("pages in each other's place", lambda: changed(_swapped), NOISE)
    yield Case("a page's header of noise", lambda: _over_header(whole), NOISE)
    for bit in range(8):
        yield Case(
            f"bit {bit} flipped where pages have checksums",
            lambda b=bit: changed(lambda file: _flipped(file, b), write_page_checksum=True), REFUSED,
        )  # fmt: skip
    yield Case("a checksum that is wrong", lambda: changed(_other_checksum, write_page_checksum=True), REFUSED)


def _locked(footer: dict[int, Field]) -> None:
    footer[ENCRYPTION] = Field(STRUCT, {1: Field(STRUCT, {2: Field(BINARY, b"12345678")})})


def _locked_column(footer: dict[int, Field]) -> None:
    _locked(footer)
    for group in footer[4].value:
        group[1].value[0][8] = Field(STRUCT, {1: Field(STRUCT, {})})


def _endless() -> bytes:
    return b"\x15\x02\x19\xfc\xff\xff\xff\xff\x07"


def _half(whole: bytes) -> bytes:
    end = whole[len(body_of(whole)) : -8]
    return end[: len(end) // 2]


def _filled(file: File, filler: bytes) -> None:
    for pages in file.pages[0]:
        for page in pages:
            page.body = filler * len(page.body)


def _noise(file: File) -> None:
    for pages in file.pages[0]:
        for page in pages:
            page.body = Random(2).randbytes(len(page.body))


def _swapped(file: File) -> None:
    one, other = file.place("moede_id"), file.place("dato")
    file.pages[0][one], file.pages[0][other] = file.pages[0][other], file.pages[0][one]


def _over_header(whole: bytes) -> bytes:
    return whole[:4] + Random(3).randbytes(8) + whole[12:]


def _flipped(file: File, bit: int) -> None:
    page = file.data("titel")
    assert CRC in page.header
    body = bytearray(page.body)
    body[len(body) * bit // 8] ^= 1 << bit
    page.body = bytes(body)


def _other_checksum(file: File) -> None:
    file.data("moede_id").header[CRC].value ^= 1
