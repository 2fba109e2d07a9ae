"""What happens in the process that reads one handed-in file: it is shut in, reads, writes the file anew, and says so.

`begin` never returns. Whatever goes wrong is told by how the process ends; sandbox.py puts it into words.
"""

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pyarrow as pa

from overblik.contract_types import Table
from overblik.intake.confinement import confine
from overblik.intake.limits import Limits
from overblik.intake.reading import rewrite
from overblik.intake.verdict import to_json

NO_MEMORY, NO_ROOM, TOO_LARGE = 81, 82, 83  # how it ends, beside 0


def begin(file: str, table: Table, folder: str, limits: Limits, source: int, said: int, done: int) -> NoReturn:
    """Reads the file that `source` is open on; `said` gets the verdict, `done` a byte per hundredth of the rows."""
    code = 1
    try:
        os.setsid()
        os.environ.clear()
        os.chdir(folder)
        source, said, done = _only(source, said, done)
        size = os.fstat(source).st_size
        opened = pa.OSFile(f"/dev/fd/{source}")  # by the descriptor, so that nobody can put another file in its place
        confine(limits, Path(folder))
        verdict = rewrite(opened, size, file, table, Path(), _teller(done))
        _write(said, to_json(verdict))
        code = 0
    except MemoryError:
        code = NO_MEMORY
    except OSError as error:
        code = {errno.EFBIG: TOO_LARGE, errno.ENOSPC: NO_ROOM, errno.EDQUOT: NO_ROOM}.get(error.errno or 0, 1)
    finally:
        os._exit(code)


def _only(*wanted: int) -> tuple[int, ...]:
    """Closes everything that is open but these, which become 3, 4, …; nothing is read from or said to a terminal."""
    high = [os.dup2(one, 50 + place) for place, one in enumerate(wanted)]
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in range(3):
        os.dup2(nothing, standard)
    kept = tuple(os.dup2(one, 3 + place) for place, one in enumerate(high))
    os.closerange(3 + len(kept), os.sysconf("SC_OPEN_MAX"))
    sys.stdin = sys.stdout = sys.stderr = None  # they are gone
    return kept


def _teller(done: int) -> Callable[[float], None]:
    told = 0

    def tell(share: float) -> None:
        nonlocal told
        new = min(100, int(100 * share)) - told
        if new > 0:
            told += new
            os.write(done, b"." * new)

    return tell


def _write(said: int, what: bytes) -> None:
    left = memoryview(what)
    while left:
        left = left[os.write(said, left) :]
