"""python -m overblik.intake: judge files, publish what lies in the inbox.

    check FILE…            judges files without publishing
    publish                publishes the inbox; --eksempel the invented example instead,
                           --ellers-eksempel the example where there is no release afterwards
    releases               lists the releases, newest first

`--json` prints one object. Exit 0: all taken; 1: something rejected; 2: it could not work.
"""

import argparse
import json
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

from overblik.errors_on_command_line import told
from overblik.intake.breach import Breach
from overblik.intake.checking import check_files
from overblik.intake.publishing import Outcome, publish_example, publish_inbox
from overblik.release import Release, read_release
from overblik.settings import settings


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; gives the exit code."""
    return told(partial(_work, _parser().parse_args(arguments)))


def _work(chosen: argparse.Namespace) -> tuple[str, int]:
    data = settings().data
    if chosen.command == "releases":
        return _releases(data, as_json=chosen.json), 0
    if chosen.command == "check":
        outcome = check_files(chosen.files, data)
    else:
        outcome = publish_example(data) if chosen.eksempel else publish_inbox(data)
        if chosen.ellers_eksempel and outcome.release is None and settings().eksempel:
            outcome = replace(publish_example(data), rejected=outcome.rejected)
    told_as = as_json if chosen.json else as_text
    return f"{told_as(outcome, chosen.command)}\n", 1 if outcome.rejected else 0


def as_json(outcome: Outcome, command: str) -> str:
    """The outcome as other programs read it (architecture.md, Command line).

    `release` is the release that this very command put in force; null where it put none.
    """
    files = dict.fromkeys(breach.file for breach in outcome.rejected)
    found: dict[str, object] = {
        "release": outcome.release if command == "publish" and outcome.accepted else None,
        "accepted": list(outcome.accepted),
        "rejected": [
            {"file": file, "breaches": [_told(breach) for breach in outcome.rejected if breach.file == file]}
            for file in files
        ],
        "warnings": [{"file": warning.file} | _told(warning) for warning in outcome.warnings],
    }
    return json.dumps(found, ensure_ascii=False)


def _told(breach: Breach) -> dict[str, object]:
    return {name: getattr(breach, name) for name in ("code", "table", "column", "rows", "message")}


def as_text(outcome: Outcome, command: str) -> str:
    """The outcome in Danish, for the analyst at the keyboard."""
    lines = [f"Afvist. {breach.message}" for breach in outcome.rejected]
    lines += [f"Bemærk. {warning.message}" for warning in outcome.warnings]
    if outcome.rejected and command == "publish":
        shown = "eksemplet" if outcome.accepted else "fortsat de seneste godkendte tal"
        lines.append(f"Filerne i indbakken er ikke udgivet; siderne viser {shown}.")
    elif command == "check":
        lines.append(f"{len(outcome.accepted)} fil(er) kan tages i brug.")
    elif outcome.accepted:
        release = str(outcome.release)[:10]
        lines.append(f"{len(outcome.accepted)} fil(er) er taget i brug. Udgivelse {release} gælder nu.")
    else:
        lines.append("Der ligger ingen filer i indbakken.")
    return "\n".join(lines)


def _releases(data: Path, *, as_json: bool) -> str:
    chain: list[Release] = [read_release(data)]
    while parent := chain[-1].manifest["parent"]:
        chain.append(read_release(data, parent))
    if as_json:
        return json.dumps([{"release": each.id, "created": each.created} for each in chain]) + "\n"
    return "".join(f"{each.id[:10]}  {each.created}\n" for each in chain)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m overblik.intake", description="Bedøm og udgiv dataleverancer.")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="bedøm filer uden at udgive")
    check.add_argument("files", nargs="+", type=Path)
    publish = commands.add_parser("publish", help="udgiv det, der ligger i indbakken")
    publish.add_argument("--eksempel", action="store_true", help="udgiv det opdigtede eksempel i stedet")
    publish.add_argument(
        "--ellers-eksempel", action="store_true", help="udgiv eksemplet, hvis der stadig ikke er nogen udgivelse"
    )
    releases = commands.add_parser("releases", help="vis udgivelserne, den nyeste først")
    for command in (check, publish, releases):
        command.add_argument("--json", action="store_true", help="svar med ét JSON-objekt")
    return parser


if __name__ == "__main__":
    sys.exit(main())
