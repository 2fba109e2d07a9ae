"""Which release a reader gets: the one in force if it is whole, else the last that is; no byte is shown unchecked.

What is open is in memory, checked when it was read: damage on the disk afterwards does not reach it.
"""

from overblik.answers.database import is_open
from overblik.errors import ReleaseDamaged, ReleaseUnknown, ReleaseWithdrawn
from overblik.release import Release, read_release, whole_release
from overblik.release_history import Shown, newest_whole
from overblik.settings import settings

PINNED_DAMAGED = (
    "Den udgivelse, som linket holder fast i, er beskadiget og vises derfor ikke. "
    "Brug de nyeste tal, og sig det til den, der driver Overblik: den kan hentes fra sikkerhedskopien."
)


def current_release(release_id: str | None = None) -> Release:
    """The release in force (or the last whole one, where that is damaged), or the one of an id.

    Raises NoRelease, ReleaseUnknown, ReleaseDamaged, ReleaseWithdrawn.
    """
    if release_id is None:
        return _shown().release
    release = read_release(settings().data, release_id)
    if not is_open(release):
        try:
            whole_release(release.folder, release.id)
        except ReleaseDamaged as error:
            raise ReleaseDamaged(str(error), PINNED_DAMAGED) from error
    return release


def newer_is_damaged(release: Release) -> bool:
    """True where a release is shown in place of the one in force, because that one is damaged."""
    shown = _shown()
    return shown.newer_is_damaged and shown.release == release


def _shown() -> Shown:
    data = settings().data
    try:
        release = read_release(data)
    except (ReleaseDamaged, ReleaseUnknown, ReleaseWithdrawn):
        return newest_whole(data)
    return Shown(release, newer_is_damaged=False) if is_open(release) else newest_whole(data)
