"""Footers that promise what is not there: rows, columns, parts, least and greatest values, types."""

import struct
from collections.abc import Callable, Iterator
from copy import deepcopy

from tests.intake.corpus.damaged import NOISE, REFUSED, UNREADABLE
from tests.intake.corpus.forging import (
    BYTE_ARRAY,
    CHILDREN,
    CHUNKS,
    CODEC,
    COMPRESSED,
    CONVERTED,
    FILE_PATH,
    FIRST_PAGE,
    FIXED,
    GROUP_ROWS,
    GROUPS,
    INT32,
    INT64,
    INT96,
    LOGICAL,
    NAME,
    PAIRS,
    PATH,
    PRECISION,
    REPETITION,
    ROWS,
    SCALE,
    SCHEMA,
    STATISTICS,
    TYPE,
    TYPE_LENGTH,
    UNCOMPRESSED,
    VALUES,
    Case,
    as_parquet,
    base,
    body_of,
    chunks_of,
    closed,
    footer_of,
    refooted,
    statistics,
)
from tests.intake.corpus.thrift import BINARY, I32, LIST, STRUCT, Field, Struct, integer, listing, text, written

ROWS_FALSE = frozenset({"falsk_antal_raekker", "ikke_parquet"})
NAMES = frozenset({"kolonne_to_gange", "kolonne_mangler", "ikke_parquet"})
SHAPE = NOISE | {"fil_tog_for_lang_tid"}
Change = Callable[[Struct], object]


def cases() -> Iterator[Case]:
    yield from _rows()
    yield from _parts()
    yield from _schema()
    yield from _columns()


def _rows() -> Iterator[Case]:
    for number in (2**62, -1, 0, 2, 4, 2**31, 10**9):
        yield Case(f"a footer that counts {number} rows", lambda n=number: refooted(_set(ROWS, n)), ROWS_FALSE)
    for number in (2**62, -1, 10**9):
        yield Case(f"{number} rows everywhere", lambda n=number: refooted(lambda f: _rows_everywhere(f, n)), ROWS_FALSE)
    yield Case("a row more everywhere", lambda: refooted(lambda f: _rows_everywhere(f, 4)), ROWS_FALSE)
    yield Case(
        "a row less everywhere",
        lambda: refooted(lambda f: _rows_everywhere(f, 2)),
        ROWS_FALSE,
        lambda: base(rows=2),
        or_taken=True,
    )
    yield Case("one column with a row more", lambda: refooted(lambda f: _first(f, VALUES, 4)), ROWS_FALSE)
    yield Case(
        "one column with a negative number of rows", lambda: refooted(lambda f: _first(f, VALUES, -3)), ROWS_FALSE
    )
    for what, least, most in (("swapped", b"zzzz", b"aaaa"), ("false", b"xaaa", b"yaaa")):
        yield Case(
            f"least and greatest values {what}", lambda a=least, b=most: refooted(_all_statistics(a, b)), rows=base
        )
    for what, least, most in (
        ("of the wrong length", b"", b"\xff" * 9),
        ("that are no text", b"\xff" * 4, b"\xff" * 4),
    ):
        yield Case(
            f"least and greatest values {what}",
            lambda a=least, b=most: refooted(_all_statistics(a, b)),
            UNREADABLE,
            base,
            or_taken=True,
        )
    yield Case(
        "statistics of a million letters",
        lambda: refooted(_all_statistics(b"a", b"z" * 1_000_000, only="titel")),
        rows=base,
    )
    yield Case(
        "a false number of missing values", lambda: refooted(_all_statistics(b"aaaa", b"zzzz", 10**12)), rows=base
    )


def _parts() -> Iterator[Case]:
    yield Case(
        "the same part a thousand times", lambda: refooted(lambda f: _aliased(f, 1000)), frozenset({"falske_dele"})
    )
    yield Case("the same part twice", lambda: refooted(lambda f: _aliased(f, 2)), frozenset({"falske_dele"}))
    yield Case(
        "the same part a thousand times, said to be empty", lambda: refooted(lambda f: _aliased(f, 1000, 0)), REFUSED
    )
    yield Case("more parts than may be", _too_many_parts, frozenset({"for_mange_dele"}))
    yield Case("a column that lies in another file", lambda: refooted(_elsewhere), UNREADABLE, base, or_taken=True)
    for place in (-1, 0, 2**62, 10**6):
        yield Case(
            f"pages at {place}",
            lambda n=place: refooted(lambda f: _first(f, FIRST_PAGE, n), use_dictionary=False),
            NOISE,
        )
    for size in (-1, 0, 2**62, 3):
        yield Case(f"pages of {size} bytes", lambda n=size: refooted(lambda f: _first(f, COMPRESSED, n)), REFUSED)
    yield Case("pages that begin in the footer", lambda: refooted(_pages_in_the_footer, use_dictionary=False), NOISE)
    for codec in (3, 99, -1):
        yield Case(
            f"compressed in a way of number {codec}", lambda n=codec: refooted(lambda f: _first(f, CODEC, n)), NOISE
        )
    yield Case("compressed in another way than said", lambda: refooted(_codecs(6), compression="gzip"), NOISE)
    yield Case(
        "a size of a petabyte", lambda: refooted(lambda f: _first(f, UNCOMPRESSED, 2**50)), REFUSED, base, or_taken=True
    )
    yield Case("no parts but rows", lambda: refooted(_set(GROUPS, [])), ROWS_FALSE)
    yield Case(
        "a part without columns", lambda: refooted(lambda f: f[GROUPS].value[0].update({CHUNKS: listing([])})), NOISE
    )
    yield Case("a part with a column less", lambda: refooted(lambda f: f[GROUPS].value[0][CHUNKS].value.pop()), NOISE)


def _schema() -> Iterator[Case]:
    yield Case(
        "a hundred thousand columns", lambda: _many_columns(100_000), frozenset({"for_mange_kolonner", "ikke_parquet"})
    )
    yield Case(
        "a thousand and one columns", lambda: _many_columns(1_001), frozenset({"for_mange_kolonner", "ikke_parquet"})
    )
    yield Case("groups in groups, 50 deep", lambda: _deep(50), SHAPE)
    yield Case("groups in groups, 100.000 deep", lambda: _deep(100_000), SHAPE)
    yield Case("no columns at all", lambda: refooted(lambda f: _only_root(f, 0)), SHAPE)
    yield Case("a root that promises columns that are not there", lambda: refooted(lambda f: _only_root(f, 6)), SHAPE)
    for number in (-1, 2, 2**31 - 1):
        yield Case(f"a root of {number} columns", lambda n=number: refooted(_root_of(n)), SHAPE)
    yield Case("a root that is not there", lambda: refooted(_set(SCHEMA, [])), SHAPE)
    yield Case("a column that stands twice", lambda: refooted(_renamed("kilde", b"titel")), NAMES)
    yield Case("every column of one name", lambda: refooted(_all_of_one_name), NAMES)
    yield Case("a name in another case beside the right one", lambda: refooted(_renamed("kilde", b"TITEL")), NAMES)
    yield Case("a name that is no text", lambda: refooted(_renamed("titel", b"\xff\xfe\xfd")), NAMES | NOISE)
    yield Case("a name of a megabyte", lambda: refooted(_renamed("titel", b"t" * 1_000_000)), NAMES)
    yield Case("a name of nothing", lambda: refooted(_renamed("titel", b"")), NAMES | NOISE)
    yield Case("a name that ends early", lambda: refooted(_renamed("titel", b"titel\0x")), NAMES)
    yield Case(
        "a name with the order of letters reversed", lambda: refooted(_renamed("titel", "\u202eletit".encode())), NAMES
    )
    yield Case("a path that is not the column's", lambda: refooted(_other_path), NOISE, base, or_taken=True)
    yield Case(
        "a repeated column",
        lambda: refooted(_element("titel", REPETITION, 2)),
        frozenset({"indlejret_kolonne"}) | NOISE,
    )
    yield Case(
        "a repetition of a kind that is not",
        lambda: refooted(_element("titel", REPETITION, 99)),
        NOISE,
        base,
        or_taken=True,
    )
    yield Case(
        "a schema of Arrow that is noise", lambda: refooted(_arrow(b"QUFBQQ==" * 50)), UNREADABLE, base, or_taken=True
    )
    yield Case(
        "a schema of Arrow that is no text", lambda: refooted(_arrow(b"\xff" * 50)), UNREADABLE, base, or_taken=True
    )
    yield Case("ten megabytes of remarks", lambda: refooted(_remark(b"x" * 10_000_000)), rows=base)
    yield Case("a remark that is no text", lambda: refooted(_remark(b"\xff\xfe\0")), rows=base)


def _columns() -> Iterator[Case]:
    for kind in (INT32, INT64, INT96, FIXED, 0, 99, -1):
        yield Case(f"text that is said to be stored as {kind}", lambda k=kind: refooted(_physical("titel", k)), NOISE)
    yield Case("dates that are said to be text", lambda: refooted(_physical("dato", BYTE_ARRAY)), NOISE)
    for converted in (5, 6, 7, 9, 15, 99, -1):
        yield Case(f"text that is said to mean {converted}", lambda c=converted: refooted(_meaning("titel", c)), NOISE)
    yield Case("dates that are said to be text in meaning", lambda: refooted(_meaning("dato", 0)), NOISE)
    yield Case("dates that are only numbers", lambda: refooted(_meaning("dato", None)), frozenset({"forkert_type"}))
    yield Case("text that is only bytes", lambda: refooted(_meaning("titel", None)), frozenset({"forkert_type"}))
    yield Case("a meaning nobody knows", lambda: refooted(_unknown_meaning), NOISE, base, or_taken=True)
    for length in (-1, 0, 2**31 - 1, None):
        yield Case(
            f"kroner of {length} bytes each", lambda n=length: refooted(_length(n), "oekonomi"), NOISE, table="oekonomi"
        )
    for precision, scale in ((4, 2), (0, 0), (-1, 2), (15, 99), (200, 2), (15, -1)):
        yield Case(
            f"kroner of {precision} digits, {scale} decimals",
            lambda p=precision, s=scale: refooted(_digits(p, s), "oekonomi"), NOISE | {"for_stort_tal"}, table="oekonomi",
        )  # fmt: skip


def _set(number: int, value: object) -> Change:
    def change(footer: Struct) -> None:
        footer[number].value = value

    return change


def _rows_everywhere(footer: Struct, rows: int) -> None:
    footer[ROWS].value = rows
    footer[GROUPS].value[0][GROUP_ROWS].value = rows
    for chunk in chunks_of(footer):
        chunk[VALUES].value = rows


def _first(footer: Struct, number: int, value: int) -> None:
    next(iter(chunks_of(footer)))[number].value = value


def _all_statistics(least: bytes, most: bytes, nulls: int = 0, only: str = "") -> Change:
    def change(footer: Struct) -> None:
        for chunk in chunks_of(footer):
            if not only or chunk[PATH].value == [only.encode()]:
                chunk[STATISTICS] = statistics(least, most, nulls)

    return change


def _aliased(footer: Struct, times: int, size: int | None = None) -> None:
    if size is not None:
        for chunk in chunks_of(footer):
            chunk[COMPRESSED].value = size
    footer[GROUPS].value = [written(footer[GROUPS].value[0])] * times
    footer[ROWS].value *= times


def _too_many_parts() -> bytes:
    content = as_parquet(base().slice(0, 0))
    footer = footer_of(content)
    whole = as_parquet(base())
    group = deepcopy(footer_of(whole)[GROUPS].value[0])
    footer[GROUPS] = listing([written(group)] * 100_001)
    footer[ROWS].value = 300_003
    return closed(body_of(whole), footer)


def _elsewhere(footer: Struct) -> None:
    for group in footer[GROUPS].value:
        for chunk in group[CHUNKS].value:
            chunk[FILE_PATH] = text(b"/etc/passwd")


def _pages_in_the_footer(footer: Struct) -> None:
    for chunk in chunks_of(footer):
        chunk[FIRST_PAGE].value = 2_000


def _codecs(codec: int) -> Change:
    def change(footer: Struct) -> None:
        for chunk in chunks_of(footer):
            chunk[CODEC].value = codec

    return change


def _many_columns(count: int) -> bytes:
    footer = footer_of(as_parquet(base()))
    (group,) = footer[GROUPS].value
    one, chunk = footer[SCHEMA].value[-1], written(group[CHUNKS].value[-1])
    more = [written(one | {NAME: text(f"k{number}".encode())}) for number in range(count - 6)]
    footer[SCHEMA].value[0][CHILDREN].value = count
    footer[SCHEMA].value += more
    group[CHUNKS].value += [chunk] * (count - 6)
    return closed(body_of(as_parquet(base())), footer)


def _deep(levels: int) -> bytes:
    content = as_parquet(base())
    footer = footer_of(content)
    nest = {NAME: text(b"n"), CHILDREN: integer(1, I32), REPETITION: integer(1, I32)}
    footer[SCHEMA].value[0][CHILDREN].value += 1
    footer[SCHEMA].value += [*[written(nest)] * levels, footer[SCHEMA].value[-1]]
    return closed(body_of(content), footer)


def _only_root(footer: Struct, children: int) -> None:
    footer[SCHEMA].value = footer[SCHEMA].value[:1]
    footer[SCHEMA].value[0][CHILDREN].value = children


def _root_of(children: int) -> Change:
    return lambda footer: footer[SCHEMA].value[0][CHILDREN].__setattr__("value", children)


def _named(footer: Struct, name: str) -> Struct:
    found: Struct = next(one for one in footer[SCHEMA].value if one[NAME].value == name.encode())
    return found


def _renamed(name: str, to: bytes) -> Change:
    def change(footer: Struct) -> None:
        _named(footer, name)[NAME].value = to
        for chunk in chunks_of(footer):
            if chunk[PATH].value == [name.encode()]:
                chunk[PATH].value = [to]

    return change


def _all_of_one_name(footer: Struct) -> None:
    for one in footer[SCHEMA].value[1:]:
        one[NAME].value = b"titel"
    for chunk in chunks_of(footer):
        chunk[PATH].value = [b"titel"]


def _other_path(footer: Struct) -> None:
    next(iter(chunks_of(footer)))[PATH].value = [b"titel", b"x", b"y"]


def _element(name: str, number: int, value: int) -> Change:
    return lambda footer: _named(footer, name).update({number: integer(value, I32)})


def _arrow(content: bytes) -> Change:
    pair = {1: text(b"ARROW:schema"), 2: text(content)}
    return lambda footer: footer.update({PAIRS: Field(LIST, [pair], STRUCT)})


def _remark(content: bytes) -> Change:
    pair = {1: text(b"bem"), 2: text(content)}
    return lambda footer: footer.update({PAIRS: Field(LIST, [pair], STRUCT)})


def _physical(name: str, kind: int) -> Change:
    def change(footer: Struct) -> None:
        _named(footer, name)[TYPE].value = kind
        for chunk in chunks_of(footer):
            if chunk[PATH].value == [name.encode()]:
                chunk[1].value = kind

    return change


def _meaning(name: str, converted: int | None) -> Change:
    def change(footer: Struct) -> None:
        element = _named(footer, name)
        element.pop(LOGICAL, None)
        element.pop(CONVERTED, None)
        if converted is not None:
            element[CONVERTED] = integer(converted, I32)

    return change


def _unknown_meaning(footer: Struct) -> None:
    _named(footer, "titel")[LOGICAL] = Field(STRUCT, {99: Field(STRUCT, {1: Field(BINARY, struct.pack("<I", 7))})})


def _length(length: int | None) -> Change:
    def change(footer: Struct) -> None:
        element = _named(footer, "beloeb_kr")
        element.pop(TYPE_LENGTH)
        if length is not None:
            element[TYPE_LENGTH] = integer(length, I32)

    return change


def _digits(precision: int, scale: int) -> Change:
    def change(footer: Struct) -> None:
        element = _named(footer, "beloeb_kr")
        element |= {PRECISION: integer(precision, I32), SCALE: integer(scale, I32)}
        element[LOGICAL] = Field(STRUCT, {5: Field(STRUCT, {1: integer(scale, I32), 2: integer(precision, I32)})})

    return change
