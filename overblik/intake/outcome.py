"""What became of a drop, and how other programs are told of it."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime

from overblik import mailbox
from overblik.intake.breach import Breach
from overblik.settings import COPENHAGEN

WAITS = ("venter", "ikke_klar")  # breaches of files that stay in the inbox and are judged again


@dataclass(frozen=True)
class Outcome:
    """What became of a publish: the id in force afterwards (None: none), files taken, breaches, warnings.

    `rejected` holds what waits too, with a code of WAITS. `candidate`: the release that now waits for approval, with
    the files taken in it. `quarantine`: the folder of `afvist/` that the bad files went to.
    """

    release: str | None
    accepted: tuple[str, ...]
    rejected: tuple[Breach, ...]
    warnings: tuple[Breach, ...]
    candidate: str | None = None
    quarantine: str | None = None

    @property
    def published(self) -> str | None:
        """The release that this very publish put in force, if it did."""
        return self.release if self.accepted and not self.candidate else None


def told(outcome: Outcome) -> mailbox.Outcome:
    """The outcome as the mailbox holds it, as of now."""
    return mailbox.Outcome(
        outcome.published,
        outcome.accepted,
        by_file(outcome.rejected),
        tuple(mailbox.Noticed(each.file, *_words(each)) for each in outcome.warnings),
        datetime.now(COPENHAGEN).isoformat(timespec="seconds"),
    )


def by_file(breaches: Iterable[Breach]) -> tuple[mailbox.Refused, ...]:
    """Breaches grouped by file, in the order they were found."""
    grouped: dict[str, list[mailbox.Finding]] = {}
    for each in breaches:
        grouped.setdefault(each.file, []).append(mailbox.Finding(*_words(each)))
    return tuple(mailbox.Refused(file, tuple(found)) for file, found in grouped.items())


def as_object(outcome: Outcome) -> dict[str, object]:
    """The object of `--json`: its shape is a promise to other programs (README)."""
    found = asdict(told(outcome))
    del found["hvornaar"]
    return found


def _words(breach: Breach) -> tuple[str, str, str | None, int, str]:
    return breach.code, breach.table, breach.column, breach.rows, breach.message
