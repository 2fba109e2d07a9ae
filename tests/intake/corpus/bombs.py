"""A few bytes that would become gigabytes, and pages whose headers lie about what comes after them."""

import struct
from collections.abc import Callable, Iterator

import pyarrow as pa

from overblik.intake.limits import MEMORY, Limits
from tests.intake.corpus.damaged import NOISE, REFUSED
from tests.intake.corpus.forging import (
    CODEC,
    DATA_PAGE,
    DATA_PAGE_V2,
    DICTIONARY_PAGE,
    GROUP_ROWS,
    PAGE_COMPRESSED,
    PAGE_TYPE,
    PAGE_UNCOMPRESSED,
    REPETITION,
    ROWS,
    UNCOMPRESSED,
    VALUES,
    Case,
    File,
    apart,
    as_parquet,
    base,
    changed,
    together,
)
from tests.intake.corpus.thrift import FALSE, I32, TRUE, Field, integer

SMALL = Limits(MEMORY, 20.0, 5_000_000)  # as ever, but with little room to write in: the same end sooner
BOMB = frozenset({"fil_for_stor_i_hukommelsen", "fil_fylder_for_meget", "fil_tog_for_lang_tid"})
KILLS = NOISE | BOMB
SNAPPY, GZIP, ZSTD = 1, 2, 6
V2 = {"data_page_version": "2.0", "compression": "snappy"}
CODED = {"use_dictionary": ["organ"]}  # the column that follows a list: words and codes
Change = Callable[[File], object]


def cases() -> Iterator[Case]:
    yield from _expanding()
    yield from _version_two()
    yield from _headers()
    yield from _codes()
    yield from _made_again()


def _expanding() -> Iterator[Case]:
    yield Case(
        "two thousand letters once, for every one of 300.000 rows",
        lambda: _repeated("a" * 2000, 300_000),
        BOMB,
        limits=SMALL,
    )
    yield Case(
        "a megabyte once, for every one of 3.000 rows",
        lambda: _repeated("a" * 1_000_000, 3_000),
        BOMB | {"for_lang_tekst"},
    )
    yield Case("a cell of 1,5 GB in 50 KB", lambda: _one_cell(1_500_000_000), BOMB | REFUSED)
    yield Case("a cell of 100 MB in 3 KB", lambda: _one_cell(100_000_000), BOMB | {"for_lang_tekst"})
    for codec, body in ((SNAPPY, b"\xff\xff\xff\xff\x07"), (GZIP, b"\x1f\x8b\x08"), (ZSTD, _zstd(b"", 2_000_000_000))):
        yield Case(
            f"a page that says it becomes 2 GB, way {codec}",
            lambda c=codec, b=body: changed(lambda file: _grows(file, c, b)), KILLS,
        )  # fmt: skip
    yield Case("billions of rows in one run", lambda: changed(_endless_run, **CODED), KILLS)


def _version_two() -> Iterator[Case]:
    yield Case(
        "a page of version 2 that says it is not compressed, and is", lambda: changed(_not_compressed, **V2), KILLS
    )
    yield Case("the same, and longer than it says", lambda: changed(lambda f: _not_compressed(f, 10), **V2), KILLS)
    yield Case(
        "a page of version 2 that says it is compressed, and is not",
        lambda: changed(_compressed, **V2 | {"compression": "none"}),
        KILLS,
        base,
        or_taken=True,
    )
    for number, what in ((5, "definition"), (6, "repetition")):
        for length in (-1, 2**31 - 1, 10_000):
            yield Case(
                f"{what} levels of {length} bytes",
                lambda n=number, s=length: changed(lambda f: _two(f, n, s), **V2),
                KILLS,
            )
    for number, what in ((1, "values"), (2, "missing values"), (3, "rows")):
        for count in (-1, 2**31 - 1, 1):
            yield Case(
                f"a page of version 2 with {count} {what}",
                lambda n=number, c=count: changed(lambda f: _two(f, n, c), **V2), KILLS, base, or_taken=True,
            )  # fmt: skip


def _headers() -> Iterator[Case]:
    for size in (-1, 0, 5, 2**31 - 1):
        yield Case(
            f"a page that says it becomes {size} bytes",
            lambda n=size: changed(_header(PAGE_UNCOMPRESSED, n)),
            KILLS,
            base,
            or_taken=True,
        )
        yield Case(f"a page that says it is {size} bytes", lambda n=size: _said_size(n), KILLS)
    for count in (-1, 0, 1, 4, 2**31 - 1):
        yield Case(f"a page of {count} values", lambda n=count: changed(_data(1, n)), KILLS, base, or_taken=count > 3)
    for encoding in (1, 2, 3, 4, 5, 6, 7, 8, 9, 99, -1):
        yield Case(f"a page written in way {encoding}", lambda n=encoding: changed(_data(2, n)), KILLS)
    for kind in (1, 2, 9, -1):
        yield Case(f"a page of kind {kind}", lambda n=kind: changed(_header(PAGE_TYPE, n)), KILLS)
    yield Case(
        "a page without a header of its kind", lambda: changed(lambda f: f.data("titel").header.pop(DATA_PAGE)), KILLS
    )
    yield Case("a column without pages", lambda: _without_pages(), KILLS)
    yield Case("a column with a page too many", lambda: changed(_page_again), KILLS, base, or_taken=True)


def _codes() -> Iterator[Case]:
    for count in (0, 2, 2**31 - 1):
        yield Case(
            f"a list of {count} words", lambda n=count: changed(_words(1, n), **CODED), KILLS, base, or_taken=True
        )
    yield Case(
        "a code for a word that is not there",
        lambda: changed(lambda f: _codes_body(f, b"\x02\x03\x03"), **CODED),
        KILLS,
    )
    yield Case("codes of 99 bits", lambda: changed(lambda f: _codes_body(f, b"\x63\x06\x00"), **CODED), KILLS)
    yield Case("codes that end early", lambda: changed(lambda f: _codes_body(f, b"\x01\x02\x00"), **CODED), KILLS)
    yield Case("words that lie about their length", lambda: changed(_long_word, **CODED), KILLS)
    yield Case("words behind the codes", lambda: changed(_words_last, **CODED), KILLS)
    yield Case("two lists of words", lambda: changed(_words_twice, **CODED), KILLS, base, or_taken=True)


def _made_again() -> Iterator[Case]:
    """The kinds of parquet-testing's bad_data."""
    yield Case(
        "bad_data ARROW-RS-GH-6229-DICTHEADER: a negative number of words",
        lambda: changed(_words(1, -1), **CODED),
        KILLS,
    )
    yield Case(
        "bad_data ARROW-RS-GH-6229-LEVELS: too few levels for a list",
        lambda: _list(b"\2\0\0\0\2\0"),
        frozenset({"indlejret_kolonne"}),
    )
    yield Case(
        "bad_data ARROW-GH-45185: levels of a list that begin in a row",
        lambda: _list(b"\2\0\0\0\6\1"),
        frozenset({"indlejret_kolonne"}),
    )
    yield Case(
        "bad_data ARROW-GH-41321: fewer levels than values", lambda: changed(lambda f: _levels(f, b"\x02\x01")), KILLS
    )
    yield Case("bad_data ARROW-GH-41317: columns of different lengths", lambda: _other_length(1), KILLS)
    yield Case("a column that is longer than the others", lambda: _other_length(5), KILLS, base, or_taken=True)
    yield Case(
        "bad_data ARROW-GH-43605: codes of no bits in runs",
        lambda: changed(lambda f: _codes_body(f, b"\x00\x06"), **CODED),
        KILLS,
        base,
        or_taken=True,
    )
    yield Case(
        "bad_data ARROW-GH-47662: missing values where none may be", lambda: changed(_required), KILLS, or_taken=True
    )
    yield Case(
        "bad_data PARQUET-1481: a type that is none",
        lambda: changed(lambda f: f.schema("titel").update({1: integer(-7, I32)})),
        KILLS,
    )
    yield Case(
        "bad_data ARROW-RS-GH-11261-FLBA-DICT: words of no fixed length in a column of one",
        lambda: _fixed_words(),
        KILLS,
        table="oekonomi",
    )
    yield Case("bad_data variants: a variant", lambda: _variant(), frozenset({"indlejret_kolonne"}))


def _repeated(word: str, rows: int) -> bytes:
    table = base().take(pa.array([0] * rows))
    at = table.schema.get_field_index("titel")
    codes = pa.DictionaryArray.from_arrays(pa.array([0] * rows, pa.int32()), [word])
    return as_parquet(
        table.set_column(at, pa.field("titel", codes.type, nullable=False), codes), dictionary_pagesize_limit=10_000_000
    )


def _one_cell(size: int) -> bytes:
    file = apart(as_parquet(base(rows=1), compression="none", use_dictionary=False))
    page = file.data("titel")
    before = struct.pack("<I", size)
    page.body = _zstd(before, size)
    page.header[PAGE_UNCOMPRESSED].value = size + len(before)
    file.chunk("titel")[CODEC].value = ZSTD
    file.chunk("titel")[UNCOMPRESSED].value = size + 100
    return together(file)


def _zstd(before: bytes, size: int) -> bytes:
    """A frame of Zstandard that becomes `before` and so many times the letter a: four bytes for each 128 KiB."""
    blocks = [struct.pack("<I", len(before) << 3)[:3] + before] if before else []
    lengths = [131_072] * (size // 131_072) + [size % 131_072]
    for number, length in enumerate(lengths):
        last = number == len(lengths) - 1
        blocks.append(struct.pack("<I", length << 3 | 1 << 1 | last)[:3] + b"a")
    return b"\x28\xb5\x2f\xfd" + b"\x80\x68" + struct.pack("<I", size + len(before))[:4] + b"".join(blocks)


def _grows(file: File, codec: int, body: bytes) -> None:
    page = file.data("titel")
    page.body = body
    page.header[PAGE_UNCOMPRESSED].value = 2_000_000_000
    file.chunk("titel")[CODEC].value = codec


def _endless_run(file: File) -> None:
    for chunk in (file.chunk(name) for name in ("organ",)):
        chunk[VALUES].value = 2**31 - 1
    file.footer[ROWS].value = file.group()[GROUP_ROWS].value = 2**31 - 1
    file.data("organ").header[DATA_PAGE].value[1].value = 2**31 - 1
    file.data("organ").body = b"\x01" + b"\xfe\xff\xff\xff\x0f" + b"\0"


def _not_compressed(file: File, more: int = 0) -> None:
    header = file.data("titel").header
    header[DATA_PAGE_V2].value[7] = Field(FALSE, False)
    header[PAGE_UNCOMPRESSED].value += more * 1000


def _compressed(file: File) -> None:
    for pages in file.pages[0]:
        for page in pages:
            page.header[DATA_PAGE_V2].value[7] = Field(TRUE, True)
    for chunk in file.group()[1].value:
        chunk[3].value[CODEC].value = SNAPPY


def _two(file: File, number: int, value: int) -> None:
    file.data("titel").header[DATA_PAGE_V2].value[number] = integer(value, I32)


def _header(number: int, value: int) -> Change:
    return lambda file: file.data("titel").header.update({number: integer(value, I32)})


def _data(number: int, value: int) -> Change:
    return lambda file: file.data("titel").header[DATA_PAGE].value.update({number: integer(value, I32)})


def _words(number: int, value: int) -> Change:
    return lambda file: file.words("organ").header[DICTIONARY_PAGE].value.update({number: integer(value, I32)})


def _said_size(size: int) -> bytes:
    file = apart(as_parquet(base(), compression="none", use_dictionary=False))
    file.data("titel").header[PAGE_COMPRESSED].value = size
    return together(file, sizes=False)


def _without_pages() -> bytes:
    file = apart(as_parquet(base(), compression="none", use_dictionary=False))
    file.pages[0][file.place("titel")] = []
    return together(file)


def _page_again(file: File) -> None:
    file.pages[0][file.place("titel")] *= 2


def _codes_body(file: File, body: bytes) -> None:
    file.data("organ").body = body


def _long_word(file: File) -> None:
    page = file.words("organ")
    page.body = struct.pack("<I", 2**31 - 1) + page.body[4:]


def _words_last(file: File) -> None:
    file.pages[0][file.place("organ")].reverse()


def _words_twice(file: File) -> None:
    file.pages[0][file.place("organ")].insert(0, file.words("organ"))


def _list(levels: bytes) -> bytes:
    lists = base().append_column("liste", pa.array([[1, 2], [3], [4]]))
    file = apart(as_parquet(lists, compression="none", use_dictionary=False))
    page = file.pages[0][-1][0]
    page.body = levels + page.body[6:]
    return together(file)


def _levels(file: File, runs: bytes) -> None:
    page = file.data("kilde")  # one that may be without values, and so has levels
    (size,) = struct.unpack("<I", page.body[:4])
    page.body = struct.pack("<I", len(runs)) + runs + page.body[4 + size :]


def _other_length(rows: int) -> bytes:
    one, more = (apart(as_parquet(base(rows=n), compression="none", use_dictionary=False)) for n in (3, rows))
    at = one.place("titel")
    one.pages[0][at] = more.pages[0][at]
    return together(one)


def _required(file: File) -> None:
    # The levels are read as a text: nothing in such a file tells it from one that means it. It must be read safely.
    titel, kilde = file.place("titel"), file.place("kilde")
    file.pages[0][titel] = file.pages[0][kilde]
    assert file.schema("titel")[REPETITION].value == 0


def _fixed_words() -> bytes:
    file = apart(as_parquet(base("oekonomi"), compression="none"))
    file.words("beloeb_kr").body = struct.pack("<I", 7) + bytes(6) + b"\x01"
    return together(file)


def _variant() -> bytes:
    kind = pa.struct(
        [pa.field("metadata", pa.binary(), nullable=False), pa.field("value", pa.binary(), nullable=False)]
    )
    cells = [{"metadata": b"\x01\xff\xff\xff\xff", "value": b"\x03\xff\xff\xff\x7f" * 600}] * 3
    return as_parquet(base().append_column("v", pa.array(cells, kind)))
