"""The process that opens one handed-in workbook: shut in like the one that reads Parquet, it says what the cells hold.

Started by workbook_sandbox.py with the file as its standard input and a file of our own as its standard output.
"""

import codecs
import io
import os
import sys
from pathlib import Path

from openpyxl import Workbook, load_workbook

from overblik.intake.confinement import confine
from overblik.intake.limits import Limits
from overblik.intake.workbook_reading import NotAWorkbook, read
from overblik.intake.workbook_wire import refusal, to_json


def begin(name: str, folder: str, limits: Limits) -> None:
    """Reads the workbook on standard input; says on standard output what it holds, or why it is none."""
    _load()
    confine(limits, Path(folder))
    try:
        said = to_json(read(os.fdopen(0, "rb"), name))
    except NotAWorkbook as error:
        said = refusal(str(error))
    os.write(1, said) if len(said) < 1 << 16 else sys.stdout.buffer.write(said)
    sys.stdout.buffer.flush()


def _load() -> None:
    """What is loaded on first use is loaded now: once shut in, nothing can be opened any more."""
    target = io.BytesIO()
    Workbook().save(target)
    load_workbook(target, read_only=True, data_only=True)
    for name in ("utf-8-sig", "cp1252"):
        codecs.lookup(name)
