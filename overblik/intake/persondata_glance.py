"""Which columns of a file may hold personal data at all: seen while their rows are written anew, when they are at hand.

Most hold nothing, and are not searched again. A column that is pointed at here is searched by the whole rule
(persondata.py); one that is not, that rule would not have looked into any further (a test compares them).
"""

from collections.abc import Iterable

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from overblik.intake.casting_checks import surely_within
from overblik.intake.persondata_patterns import ANY_FORM, ANYTHING, named
from overblik.intake.persondata_told import Examined

SMALLEST = 10_000_000  # a number below this is no CPR number that has lost its zeros, and no telephone number
_FORM = bytes(range(256)).translate(bytes.maketrans(b"123456789", b"000000000"))  # what each byte's form is


class Glance:
    """Looks at columns batch by batch. `suspects` are the names of those that may hold anything, in no order."""

    def __init__(self, columns: Iterable[Examined]) -> None:
        self.suspects: set[str] = set()
        self._columns = {column.name: column for column in columns}

    def look(self, name: str, values: pa.Array) -> None:
        """Some rows of a column, as they are written: text, codes and words, or numbers."""
        column = self._columns.get(name)
        if name in self.suspects or column is None:
            return
        words = values.dictionary if pa.types.is_dictionary(values.type) else values
        if not pa.types.is_string(words.type):
            found = _is_large(words)
        elif named(column.said):
            found = words.null_count < len(words)
        else:
            found = in_keys(words) if column.kind == "key" else in_texts(words)
        if found:
            self.suspects.add(name)


def in_texts(texts: pa.Array) -> bool:
    """Whether any of them may hold something."""
    return bool(pc.any(pc.match_substring_regex(texts, ANYTHING)).as_py())


def in_keys(keys: pa.Array) -> bool:
    """The same, quicker where many have one form: each form is looked at once, and the keys only if one is doubtful."""
    return bool(pc.any(pc.match_substring_regex(_forms(keys), ANY_FORM)).as_py()) and in_texts(keys)


def _forms(keys: pa.Array) -> pa.Array:
    """The different forms of the keys: each with 0 for every digit."""
    _, offsets, data = keys.buffers()
    if not len(keys) or data is None:
        return keys.slice(0, 0)
    ends = np.frombuffer(offsets, np.int32)[keys.offset : keys.offset + len(keys) + 1]
    signs = data.slice(int(ends[0]), int(ends[-1] - ends[0])).to_pybytes().translate(_FORM)
    width = len(signs) // len(keys)
    if width and (np.diff(ends) == width).all() and signs == signs[:width] * len(keys):
        return pa.array([signs[:width].decode()])  # a number that is filled up with zeros
    return pc.unique(pa.StringArray.from_buffers(len(keys), pa.py_buffer(ends - ends[0]), pa.py_buffer(signs)))


def _is_large(numbers: pa.Array) -> bool:
    if surely_within(numbers, None, SMALLEST - 1):
        return False
    greatest = pc.max(numbers).as_py()
    return greatest is not None and not greatest < SMALLEST
