"""python -m overblik.intake: judge files, publish what lies in the inbox.

    check FILE…            judges files without publishing
    publish                publishes the inbox; --eksempel the invented example instead,
                           --ellers-eksempel the example where there is no release afterwards
    releases, restore, withdraw, slet, prune, fasthold, slip     see release_commands.py

`--json` prints one object. Exit 0: all taken; 1: something rejected; 2: it could not work.
"""

import argparse
import json
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

from overblik.errors_on_command_line import told
from overblik.intake import release_commands
from overblik.intake.checking import check_files
from overblik.intake.outcome import WAITS, Outcome, as_object
from overblik.intake.publishing import publish_example, publish_inbox
from overblik.release import read_release
from overblik.settings import settings


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; gives the exit code."""
    return told(partial(_work, _parser().parse_args(arguments)))


def _work(chosen: argparse.Namespace) -> tuple[str, int]:
    data = settings().data
    if chosen.command in release_commands.COMMANDS:
        return release_commands.run(chosen, data), 0
    if chosen.command == "check":
        outcome = check_files(chosen.files, data)
    else:
        outcome = publish_example(data) if chosen.eksempel else publish_inbox(data)
        if chosen.ellers_eksempel and outcome.release is None and settings().eksempel:
            shown = publish_example(data)
            outcome = replace(outcome, release=shown.release, accepted=shown.accepted, warnings=shown.warnings)
    told = json.dumps(as_object(outcome), ensure_ascii=False) if chosen.json else as_text(outcome, chosen.command)
    return f"{told}\n", 1 if outcome.rejected else 0


def as_text(outcome: Outcome, command: str) -> str:
    """The outcome in Danish, for the analyst at the keyboard."""
    lines = [f"{'Venter' if each.code in WAITS else 'Afvist'}. {each.message}" for each in outcome.rejected]
    lines += [f"Bemærk. {warning.message}" for warning in outcome.warnings]
    if command == "check":
        lines.append(f"{len(outcome.accepted)} fil(er) kan tages i brug.")
        return "\n".join(lines)
    if outcome.quarantine:
        lines.append(f"De afviste filer ligger sammen med en rapport i afvist/{outcome.quarantine}.")
    if outcome.candidate:
        lines.append(
            f"{len(outcome.accepted)} fil(er) er klar i udgivelse {outcome.candidate[:10]}, som venter på godkendelse: "
            f"python -m overblik.intake release {outcome.candidate[:10]} (eller refuse)."
        )
    elif outcome.accepted:
        release = str(outcome.release)[:10]
        lines.append(f"{len(outcome.accepted)} fil(er) er taget i brug. Udgivelse {release} gælder nu.")
        if read_release(settings().data).is_example:
            lines.append("Det er eksemplet med opdigtede tal, som siderne viser.")
    elif outcome.rejected:
        shown = "fortsat de seneste godkendte tal" if outcome.release else "endnu ingen tal"
        lines.append(f"Intet er udgivet; siderne viser {shown}.")
    else:
        lines.append("Der ligger ingen filer i indbakken.")
    return "\n".join(lines)


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
    for command in (check, publish, *release_commands.add_commands(commands)):
        command.add_argument("--json", action="store_true", help="svar med ét JSON-objekt")
    return parser


if __name__ == "__main__":
    sys.exit(main())
