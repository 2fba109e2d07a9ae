"""How much one handed-in file may ask for while it is read. A big file may take longer, a small one never."""

from dataclasses import dataclass

MEMORY = 1_200_000_000  # bytes of address space for the process that reads one file
SECONDS = 20.0  # by the clock, for any file …
BYTES_A_SECOND = 4_000_000  # … and a second more for each of these
OUTPUT = 256_000_000  # bytes that the file may become when it is written anew, and …
TIMES_AS_LARGE = 10  # … so many times its own size besides
OPEN_FILES = 64

COLUMNS = 1_000
ROW_GROUPS = 100_000
ROWS = 1_000_000  # any file may have so many, and …
ROWS_A_BYTE = 20  # … so many more for each byte: every row has a key of its own, which takes room
BATCH = 131_072  # rows decoded at a time; a row group of the file that is written
VERDICT = 1_000_000  # bytes that a reader may say about a file


@dataclass(frozen=True)
class Limits:
    """What the process that reads one file may use: address space, seconds by the clock, bytes written."""

    memory: int
    seconds: float
    output: int


def limits_of(size: int) -> Limits:
    """The limits for a file of so many bytes. Its size is the only thing about it that cannot be false."""
    return Limits(MEMORY, SECONDS + size / BYTES_A_SECOND, OUTPUT + TIMES_AS_LARGE * size)


def most_rows(size: int) -> int:
    """As many rows as a file of so many bytes can honestly hold."""
    return ROWS + ROWS_A_BYTE * size
