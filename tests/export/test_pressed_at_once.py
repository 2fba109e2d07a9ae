"""Ten who press the button at once: one file is made once, many are made one at a time, and memory stays where it is."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from overblik.settings import ROOT

# In a process of its own: the most memory while one pack is made, then while ten different ones are asked for at once.
TEN = """
import gc, json, sys, threading
from pathlib import Path
from overblik.answers import Choice, fetch
from overblik.export import made

def most():
    return 1024 * int(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1])

def asked(choices):
    Path("/proc/self/clear_refs").write_text("5")  # the kernel's high-water mark begins anew
    found, troubles = [], []
    def ask(choice):
        try:
            found.append(made.meeting_pdf(None, choice))
        except Exception as error:
            troubles.append(repr(error))
    threads = [threading.Thread(target=ask, args=(choice,)) for choice in choices]
    [each.start() for each in threads]
    [each.join() for each in threads]
    assert not troubles, troubles
    return most(), found

areas = [row["omraade_id"] for row in fetch("valg_omraade").rows()]
codes = [row["indsatsomraade_kode"] for row in fetch("valg_indsatsomraade").rows()]
choices = [Choice(omraade=(area,), indsatsomraade=(code,)) for code in codes for area in areas]
asked(choices[-1:])  # what is loaded once
one, _ = asked(choices[-2:-1])
same, files = asked([Choice()] * 10)
ten, others = asked(choices[:int(sys.argv[1])])
print(json.dumps({"one": one, "same": same, "ten": ten, "made": len(set(map(id, files))),
                  "different": len({each.sha256 for each in others})}))
"""
# What typst remembers of its last ten documents, measured to 230 MB and no more, and the answers that packs rest on.
ROOM = 300_000_000


@pytest.mark.parametrize("different", [2, pytest.param(10, marks=pytest.mark.long)])
def test_the_same_pack_is_made_once_and_others_take_no_more_memory_than_is_told(
    different: int, example_data: Path
) -> None:
    command = [sys.executable, "-c", TEN, str(different)]
    told = json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout)
    assert told["made"] == 1
    assert told["different"] == different
    assert max(told["same"], told["ten"]) < told["one"] + ROOM
