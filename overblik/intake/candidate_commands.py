"""The commands about the candidate, where releases wait for approval (setting `udgivelse = godkendes`).

candidates    shows the one that waits: what is new in it
release ID    approves it: its figures come in force
refuse ID     refuses it: its new files are set aside with a report
"""

import argparse
import json
from pathlib import Path

from overblik.intake import approval
from overblik.intake.deeds import note
from overblik.settings import today

COMMANDS = ("candidates", "release", "refuse")


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    """Adds the commands to the command line; gives them."""
    listed = commands.add_parser("candidates", help="vis den udgivelse, der venter på godkendelse")
    released = commands.add_parser("release", help="godkend den udgivelse, der venter")
    refused = commands.add_parser("refuse", help="afvis den udgivelse, der venter; dens nye filer lægges til side")
    for each in (released, refused):
        each.add_argument("id", help="udgivelsens id, eller mindst dets otte første tegn")
        each.add_argument("--hvem", default="", help="den rolle, der afgør det; kommer til at stå i udgivelsen")
    return [listed, released, refused]


def run(chosen: argparse.Namespace, data: Path) -> str:
    """Does what was asked for; gives what to print. Raises OverblikError."""
    if chosen.command == "candidates":
        return _waiting(data, as_json=chosen.json)
    release: str | None = None
    if chosen.command == "release":
        release = approval.approve(data, chosen.id, chosen.hvem)
        note(data, "release", release=release)
        said = f"Udgivelse {release[:10]} gælder nu."
    else:
        files = approval.refuse(data, chosen.id, chosen.hvem, today())
        note(data, "refuse", id=chosen.id, files=len(files))
        said = f"Udgivelsen er ikke godkendt. {len(files)} fil(er) er lagt til side i afvist med en rapport."
    told: dict[str, object] = {"release": release, "accepted": [], "rejected": [], "warnings": []}
    return f"{json.dumps(told) if chosen.json else said}\n"


def _waiting(data: Path, *, as_json: bool) -> str:
    candidate = approval.waiting_candidate(data)
    if as_json:
        found = [] if candidate is None else [candidate]
        lines = [{"release": each.id, "created": each.created, "files": each.manifest["nye"]} for each in found]
        return json.dumps(lines, ensure_ascii=False) + "\n"
    if candidate is None:
        return "Der venter ingen udgivelse på godkendelse.\n"
    files = "".join(f"  {name}\n" for name in candidate.manifest["nye"])
    return f"{candidate.id[:10]}  {candidate.created}\n{files}"
