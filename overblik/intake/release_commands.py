"""The commands about releases: list and compare, restore, withdraw a file, erase one, clear old ones away.

releases                        the releases, newest first; --forskel A B what two of them differ in
restore ID                      puts an earlier release in force again
withdraw FIL                    a release without a delivered file
slet FIL                        erases a file for good, by its name or its sha256
prune --behold N                clears away what is older than the newest N and held by nothing
fasthold ID / slip ID           holds a release fast against prune, or lets it go
"""

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from overblik.intake.breach import danish
from overblik.intake.deeds import note
from overblik.intake.differences import Differences, differences
from overblik.intake.erasing import erase
from overblik.intake.pruning import hold_fast, let_go, prune
from overblik.intake.restoring import restore
from overblik.intake.withdrawing import withdraw
from overblik.release import Release, read_release
from overblik.release_history import history

COMMANDS = ("releases", "restore", "withdraw", "slet", "prune", "fasthold", "slip")


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    """Adds the commands to the command line; gives them."""
    listed = commands.add_parser("releases", help="vis udgivelserne, den nyeste først")
    listed.add_argument("--forskel", nargs=2, metavar=("A", "B"), help="hvad to udgivelser er forskellige i")
    restored = commands.add_parser("restore", help="sæt en tidligere udgivelse i kraft igen")
    restored.add_argument("id")
    withdrawn = commands.add_parser("withdraw", help="lav en udgivelse uden en afleveret fil")
    withdrawn.add_argument("fil", help="navnet, som filen blev afleveret under, fx FOB/oekonomi.parquet")
    erased = commands.add_parser("slet", help="slet en fil for altid, og træk udgivelserne med den tilbage")
    erased.add_argument("fil", help="navnet, som filen blev afleveret under, eller dens sha256")
    pruned = commands.add_parser("prune", help="ryd gamle udgivelser væk")
    pruned.add_argument("--behold", type=int, required=True, metavar="N", help="behold de N nyeste")
    held = commands.add_parser("fasthold", help="hold fast i en udgivelse, så den ikke ryddes væk")
    held.add_argument("id")
    free = commands.add_parser("slip", help="hold ikke længere fast i en udgivelse")
    free.add_argument("id")
    return [listed, restored, withdrawn, erased, pruned, held, free]


def run(chosen: argparse.Namespace, data: Path) -> str:
    """Does what was asked for; gives what to print. Raises OverblikError."""
    match chosen.command:
        case "releases" if chosen.forskel:
            return _difference(data, *chosen.forskel, as_json=chosen.json)
        case "releases":
            return _list(data, as_json=chosen.json)
        case "restore":
            release = restore(data, chosen.id)
            note(data, "restore", id=release.manifest["gendannet"], release=release.id)
            told = f"Tallene fra udgivelse {release.manifest['gendannet'][:10]} gælder igen som {release.id[:10]}."
            return _told(told, release.id, as_json=chosen.json)
        case "withdraw":
            release = withdraw(data, chosen.fil)
            note(data, "withdraw", file=chosen.fil, release=release.id)
            told = f"Filen er ikke længere med. Udgivelse {release.id[:10]} gælder nu."
            return _told(told, release.id, as_json=chosen.json)
        case "slet":
            erased = erase(data, chosen.fil)
            note(data, "erase", files=erased.files, withdrawn=len(erased.withdrawn), release=erased.in_force)
            now = f"Udgivelse {erased.in_force[:10]} gælder nu." if erased.in_force else "Ingen udgivelse gælder nu."
            told = (
                f"{danish(erased.files)} fil(er) er slettet, og {danish(len(erased.withdrawn))} udgivelse(r) er "
                f"trukket tilbage. {now} Sikkerhedskopier skal slettes for sig."
            )
            return _told(told, erased.in_force, as_json=chosen.json, withdrawn=list(erased.withdrawn))
        case "prune":
            gone = prune(data, chosen.behold)
            note(data, "prune", keep=chosen.behold, releases=len(gone.releases))
            told = f"{danish(len(gone.releases))} udgivelse(r) er ryddet væk."
            return _told(told, None, as_json=chosen.json, cleared=list(gone.releases))
        case "fasthold":
            held = hold_fast(data, chosen.id)
            return _told(f"Udgivelse {held[:10]} holdes fast.", None, as_json=chosen.json, held=held)
        case _:
            free = let_go(data, chosen.id)
            return _told(f"Udgivelse {free[:10]} holdes ikke længere fast.", None, as_json=chosen.json, free=free)


def _told(text: str, release: str | None, *, as_json: bool, **more: object) -> str:
    """A sentence, or the object that all commands print, with what is a command's own."""
    if not as_json:
        return f"{text}\n"
    return json.dumps({"release": release, "accepted": [], "rejected": [], "warnings": [], **more}) + "\n"


def _list(data: Path, *, as_json: bool) -> str:
    lines: list[dict[str, Any]] = []
    for each in history(data):
        if isinstance(each, Release):
            restored = each.manifest.get("gendannet")
            lines.append({"release": each.id, "created": each.created, "restored": restored, "gone": None})
        else:
            why = "trukket tilbage" if each.withdrawn else "ryddet væk"
            created = each.in_force_from.isoformat()
            lines.append({"release": each.id, "created": created, "restored": None, "gone": why})
    if as_json:
        return json.dumps(lines, ensure_ascii=False) + "\n"
    return "".join(f"{line['release'][:10]}  {line['created']}{_note(line)}\n" for line in lines)


def _note(line: dict[str, Any]) -> str:
    if line["gone"]:
        return f"  {line['gone']}"
    return f"  gendannet fra {line['restored'][:10]}" if line["restored"] else ""


def _difference(data: Path, before: str, after: str, *, as_json: bool) -> str:
    found = differences(read_release(data, before), read_release(data, after))
    if as_json:
        return json.dumps(asdict(found), ensure_ascii=False) + "\n"
    return "".join(f"{line}\n" for line in _lines(found)) or "De to udgivelser er ens.\n"


def _lines(found: Differences) -> list[str]:
    lines = [
        f"{each.table}: {_rows(each.before)} → {_rows(each.after)} ({danish(each.gone)} udgået, {danish(each.new)} nye)"
        for each in found.tables
    ]
    lines += [f"Fil ikke længere med: {name}" for name in found.files_gone]
    lines += [f"Ny fil: {name}" for name in found.files_new]
    return lines + [f"Nyt indhold: {name}" for name in found.files_changed]


def _rows(number: int | None) -> str:
    return "ingen tabel" if number is None else f"{danish(number)} rækker"
