"""python -m overblik.export: what leaves the dashboard on paper, made from one release.

    bilag --moede ID --out F        the meeting pack as PDF, or as slides where F ends in .pptx; without --moede
                                    the next meeting's, else the last's
    aarsstatus --aar 2022 --out F   the status of a calendar year as PDF
    send pakke|nyt|status [--vis]   mails the pack, or that there are new figures or that a status has turned;
                                    --vis says what would be sent
    laesefil --out F                the release as one HTML file that opens offline

All take --param navn=værdi (omraade, indsatsomraade, organisation, statusdato, plan) and --release ID.
Exit 0: made; 2: it could not be, with a Danish sentence.
"""

import argparse
import sys
from functools import partial
from pathlib import Path

from overblik.answers import Choice, current_release
from overblik.answers.__main__ import read_params
from overblik.errors import ChoiceWrong
from overblik.errors_on_command_line import told
from overblik.export import made, sending
from overblik.settings import settings


def main(arguments: list[str] | None = None) -> int:
    """Makes one file; gives the exit code."""
    return told(partial(_work, _parser().parse_args(arguments)))


def _work(chosen: argparse.Namespace) -> tuple[str, int]:
    if chosen.command == "send":
        return _send(chosen), 0
    params = read_params(chosen.param)
    if unknown := sorted(set(params) - set(Choice.__dataclass_fields__)):
        raise ChoiceWrong(f"no such choice: {unknown}", f"Et bilag har ikke valget {', '.join(unknown)}.")
    choice = Choice(release=chosen.release and current_release(chosen.release).id, **params)
    if chosen.command == "laesefil":
        file = made.reading_file(choice)
    elif chosen.command == "aarsstatus":
        file = made.year_pdf(chosen.aar, choice)
    else:
        file = (made.meeting_slides if chosen.out.suffix == ".pptx" else made.meeting_pdf)(chosen.moede, choice)
    chosen.out.write_bytes(file.content)
    inner = f"Indholdets SHA-256: {file.indhold}\n" if file.indhold else ""
    return f"{chosen.out.name} er dannet af udgivelse {file.release[:12]}.\nSHA-256: {file.sha256}\n{inner}", 0


def _send(chosen: argparse.Namespace) -> str:
    data, release = settings().data, current_release()  # one that comes while we send is told of the next time
    found = sending.mails(chosen.hvad, data, release, chosen.moede)
    if chosen.vis:
        return sending.in_words(found)
    sending.send(found)
    sending.remember(chosen.hvad, data, release)
    if not found:
        return sending.in_words(found)
    return f"Sendt til {', '.join(mail.liste for mail in found)}.\n"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m overblik.export", description="Dan bilag af tallene.")
    commands = parser.add_subparsers(dest="command", required=True)
    pack = commands.add_parser("bilag", help="mødebilag som PDF eller PowerPoint")
    pack.add_argument("--moede", metavar="ID", help="mødets id; uden det næste møde, ellers det sidste")
    year = commands.add_parser("aarsstatus", help="årsstatus pr. indsatsområde som PDF")
    year.add_argument("--aar", type=int, required=True, metavar="ÅÅÅÅ")
    readable = commands.add_parser("laesefil", help="udgivelsen som én HTML-fil, der åbnes uden server")
    for command in (pack, year, readable):
        command.add_argument("--out", type=Path, required=True, metavar="FIL")
        command.add_argument("--param", action="append", default=[], metavar="navn=værdi", help="kan gentages")
        command.add_argument("--release", metavar="ID", help="en bestemt udgivelse i stedet for den gældende")
    mail = commands.add_parser("send", help="send mødebilag eller besked om nye tal til listerne i indstillingerne")
    mail.add_argument("hvad", choices=sending.KINDS)
    mail.add_argument("--vis", action="store_true", help="vis, hvad der ville blive sendt")
    mail.add_argument("--moede", metavar="ID", help="mødets id; uden det næste møde, ellers det sidste")
    return parser


if __name__ == "__main__":
    sys.exit(main())
