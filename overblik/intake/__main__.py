"""python -m overblik.intake: judge files, publish what lies in the inbox.

    check FILE…            judges files without publishing
    publish                publishes the inbox; --eksempel the invented example instead,
                           --ellers-eksempel the example where there is no release afterwards
    watch                  does so as files settle, and what pages ask for, until it is stopped
    candidates, release, refuse     see candidate_commands.py
    skabelon, konverter             see workbook_commands.py
    releases, restore, withdraw, slet, prune, fasthold, slip     see release_commands.py
    backup, recover                 see backup_commands.py

`--json` prints one object. Exit 0: all taken; 1: something rejected; 2: it could not work.
"""

import argparse
import json
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

from overblik import log
from overblik.errors_on_command_line import told
from overblik.intake import backup_commands, candidate_commands, deeds, release_commands, workbook_commands
from overblik.intake.checking import check_files
from overblik.intake.outcome import as_object
from overblik.intake.outcome_text import as_text
from overblik.intake.progress import at_terminal, line_done
from overblik.intake.publishing import publish_example, publish_inbox
from overblik.intake.watching import watch
from overblik.settings import settings


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; gives the exit code."""
    return told(partial(_work, _parser().parse_args(arguments)))


def _work(chosen: argparse.Namespace) -> tuple[str, int]:
    data = settings().data
    if chosen.command in release_commands.COMMANDS:
        return release_commands.run(chosen, data), 0
    if chosen.command in candidate_commands.COMMANDS:
        return candidate_commands.run(chosen, data), 0
    if chosen.command in workbook_commands.COMMANDS:
        return workbook_commands.run(chosen, data)
    if chosen.command in backup_commands.COMMANDS:
        return backup_commands.run(chosen, data)
    if chosen.command == "watch":
        log.to_standard_output()
        watch(data, example=chosen.ellers_eksempel)
        return "", 0
    tell = at_terminal()
    if chosen.command == "check":
        outcome = check_files(chosen.files, data, tell)
    else:
        outcome = publish_example(data) if chosen.eksempel else publish_inbox(data, hvem=chosen.hvem, tell=tell)
        if chosen.ellers_eksempel and outcome.release is None and settings().eksempel:
            shown = publish_example(data)
            outcome = replace(outcome, release=shown.release, accepted=shown.accepted, warnings=shown.warnings)
    if chosen.command == "publish":
        taken, refused = len(outcome.accepted), len(outcome.rejected)
        deeds.note(data, "publish", release=outcome.candidate or outcome.release, files=taken, refused=refused)
    line_done(tell)
    told = json.dumps(as_object(outcome), ensure_ascii=False) if chosen.json else as_text(outcome, chosen.command, data)
    return f"{told}\n", 1 if outcome.rejected else 0


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
    publish.add_argument("--hvem", default="", help="den rolle, der udgiver; kommer til at stå i udgivelsen")
    watched = commands.add_parser("watch", help="udgiv filerne i indbakken, efterhånden som de falder til ro")
    watched.add_argument("--ellers-eksempel", action="store_true", help="udgiv eksemplet, hvis der ingen udgivelse er")
    of_candidates, of_workbooks = (each.add_commands(commands) for each in (candidate_commands, workbook_commands))
    of_releases, of_backups = (each.add_commands(commands) for each in (release_commands, backup_commands))
    for command in (check, publish, *of_candidates, *of_workbooks, *of_releases, *of_backups):
        command.add_argument("--json", action="store_true", help="svar med ét JSON-objekt")
    return parser


if __name__ == "__main__":
    # PyArrow would load it with the first value it makes, a fifth of a second that no command needs.
    sys.modules["pandas"] = None  # type: ignore[assignment]  # this is how Python says: there is none
    sys.exit(main())
