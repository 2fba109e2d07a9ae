"""How both command lines answer: text on stdout; or a Danish sentence on stderr and exit code 2, never a traceback."""

import errno
import io
import os
import sys
from collections.abc import Callable

from overblik.errors import OverblikError

REASONS = {
    errno.EACCES: "der er ikke adgang til den",
    errno.EPERM: "der er ikke adgang til den",
    errno.EROFS: "disken kan kun læses",
    errno.ENOENT: "den findes ikke",
    errno.ENOTDIR: "en af mapperne på vejen er en fil",
    errno.EISDIR: "den er en mappe",
    errno.ENOSPC: "disken er fuld",
    errno.EDQUOT: "der er ikke mere plads til brugeren",
    errno.EFBIG: "filen er for stor",
}


def told(work: Callable[[], tuple[str, int]]) -> int:
    """Does the work, which gives what to print and the exit code; gives the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # JSON and CSV are UTF-8 wherever they are made
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        text, code = work()
    except OverblikError as error:
        print(error.notice, file=sys.stderr)
        return 2
    except OSError as error:
        reason = REASONS.get(error.errno or 0, "ukendt fejl")
        print(f"En fil eller mappe kunne ikke læses eller skrives: {reason}.", file=sys.stderr)
        return 2
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader has seen enough; Python would complain once more when it closes stdout
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code
