"""Tells how far a publish has come while it runs."""

import sys
from collections.abc import Callable
from typing import Final

from overblik.mailbox import Progress

Tell = Callable[[Progress], None]

COPIES: Final = "kopierer"
READS: Final = "læser"
JUDGES: Final = "bedømmer"
BUILDS: Final = "bygger"
AUDITS: Final = "kontrollerer"
RELEASES: Final = "udgiver"
STEPS: Final = (COPIES, READS, JUDGES, BUILDS, AUDITS, RELEASES)


def quietly(_: Progress) -> None:
    """Tells nobody."""


def on_one_line(progress: Progress) -> None:
    """Tells whoever sits at a terminal, on one line that is written over."""
    share = f" {progress.andel:.0%}".replace("%", " %") if progress.andel is not None else ""
    file = f" {progress.fil}" if progress.fil else ""
    print(f"\r\033[K{progress.trin.capitalize()}{file}{share} …", end="", file=sys.stderr, flush=True)


def line_done(tell: Tell) -> None:
    """Leaves the line empty for what is said next."""
    if tell is on_one_line:
        print("\r\033[K", end="", file=sys.stderr, flush=True)


def at_terminal() -> Tell:
    """The way to tell the person at the keyboard, if there is one."""
    return on_one_line if sys.stderr.isatty() else quietly
