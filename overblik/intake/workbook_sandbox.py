"""Has a handed-in workbook read in a process that may be killed. Nobody else ever opens it as a workbook."""

import contextlib
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path
from tempfile import mkdtemp

from overblik.intake.breach import Breach, breach
from overblik.intake.limits import Limits, limits_of
from overblik.intake.workbook_reading import Filled
from overblik.intake.workbook_wire import Garbled, from_json
from overblik.settings import ROOT

_START = """
import sys
sys.path.insert(0, sys.argv[1])
from overblik.intake.limits import Limits
from overblik.intake.workbook_child import begin
begin(sys.argv[2], sys.argv[3], Limits(int(sys.argv[4]), float(sys.argv[5]), int(sys.argv[6])))
"""
_AGAIN = "Åbn den i Excel, gem den igen som .xlsx, og aflever den."


def read(path: Path, file: str, scratch: Path, limits: Limits | None = None) -> list[Filled] | Breach:
    """The sheets of a workbook or CSV file, or what is wrong with it. `file` is what messages call it."""
    try:
        opened = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return breach("arbejdsbog_ulaeselig", file, "", None, "Filen kan ikke åbnes", "Aflever selve filen igen.")
    try:
        if not stat.S_ISREG(os.fstat(opened).st_mode):
            return breach(
                "arbejdsbog_ulaeselig", file, "", None, "Det er ikke en almindelig fil", "Aflever selve filen."
            )
        limits = limits or limits_of(os.fstat(opened).st_size)
        said = _said(opened, file, Path(mkdtemp(dir=scratch)).resolve(), limits)
    finally:
        os.close(opened)
    if said is None:
        what = "Arbejdsbogen får det program, der læser den, til at bryde sammen eller bruge for megen tid eller plads"
        return breach("arbejdsbog_ulaeselig", file, "", None, what, _AGAIN)
    try:
        found = from_json(said)
    except Garbled:
        return breach("arbejdsbog_ulaeselig", file, "", None, "Arbejdsbogen kan ikke læses sikkert", _AGAIN)
    return breach("arbejdsbog_ulaeselig", file, "", None, found, _AGAIN) if isinstance(found, str) else found


def _said(opened: int, file: str, folder: Path, limits: Limits) -> bytes | None:
    """What the child said; None where it was killed, hung or ended otherwise than well."""
    answer = folder / "celler.json"
    numbers = [str(limits.memory), str(limits.seconds), str(limits.output)]
    with open(answer, "xb") as target:
        process = subprocess.Popen(
            [sys.executable, "-I", "-c", _START, str(ROOT), Path(file).name, str(folder), *numbers],
            stdin=opened, stdout=target, stderr=subprocess.DEVNULL, env={}, cwd=folder, start_new_session=True,
        )  # fmt: skip
        try:
            code = process.wait(limits.seconds)
        except subprocess.TimeoutExpired:
            code = -signal.SIGKILL
        finally:
            _end(process)
    return answer.read_bytes() if code == 0 else None


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Ends the child and whatever it may have started."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
