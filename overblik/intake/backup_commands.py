"""The commands about backups: take one, and put one in place on a machine that has nothing.

backup FOLDER --noegle FOLDER      one file with all that figures rest on; the key in another folder
recover FILE --noegle FILE         puts it into an empty data folder, once all of it has been checked
"""

import argparse
import json
from pathlib import Path

from overblik.intake.backup import SETTINGS, back_up
from overblik.intake.breach import danish
from overblik.intake.recovering import recover

COMMANDS = ("backup", "recover")


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    """Adds the commands to the command line; gives them."""
    kept = commands.add_parser("backup", help="tag en sikkerhedskopi af udgivelser, arkiv og indstillinger")
    kept.add_argument("mappe", type=Path, help="mappen, kopien lægges i")
    kept.add_argument("--noegle", type=Path, metavar="MAPPE", help="en anden mappe, nøglen kopieres til")
    recovered = commands.add_parser("recover", help="genskab en sikkerhedskopi i en tom datamappe")
    recovered.add_argument("fil", type=Path, help="sikkerhedskopien")
    recovered.add_argument("--noegle", type=Path, metavar="FIL", help="kopien af nøglen")
    return [kept, recovered]


def run(chosen: argparse.Namespace, data: Path) -> tuple[str, int]:
    """Does what was asked for; gives what to print, and 1 where something damaged is not in the backup."""
    if chosen.command == "recover":
        release = recover(chosen.fil, chosen.noegle, data)
        beside = f" Indstillingerne ligger i {SETTINGS} i datamappen." if (data / SETTINGS).exists() else ""
        text = f"Genskabt og kontrolleret. Udgivelse {release[:10]} gælder.{beside}\n"
        return (f"{json.dumps({'release': release})}\n" if chosen.json else text), 0
    kept = back_up(data, chosen.mappe, chosen.noegle)
    if chosen.json:
        told = {"file": str(kept.file), "files": kept.files, "damaged": kept.damaged, "key": bool(kept.key)}
        return f"{json.dumps(told)}\n", 1 if kept.damaged else 0
    lines = [f"{kept.file.name}: {danish(kept.files)} filer."]
    if kept.damaged:
        lines.append(f"{danish(len(kept.damaged))} filer er beskadiget og er IKKE med: {', '.join(kept.damaged)}")
    lines.append(f"Nøglen: {kept.key.name}." if kept.key else "Nøglen er IKKE med (--noegle MAPPE).")
    return "\n".join([*lines, ""]), 1 if kept.damaged else 0
