"""Which logins the web server has let in, and which have been ended before their time by logging out.

Streamlit's cookie is whole in itself and would be taken again by whoever kept a copy. So its session's name is
remembered here until it would have ended anyway: in this process, and in files where `login_mappe` names a folder,
which several processes on a machine share and which outlives a restart.
"""

import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Final

_let_in: Final[dict[str, float]] = {}
_ended: Final[dict[str, float]] = {}
_turn: Final = threading.Lock()


def let_in(session: str, until: float) -> None:
    """The door has seen this login. A page is shown for no other: without the door there is nobody to show it to."""
    with _turn:
        _forget(_let_in)
        _let_in[session] = until


def was_let_in(session: str) -> bool:
    """True where this login has come by the door of this process."""
    return session in _let_in


def door_is_hung() -> bool:
    """True where anybody has: false in a server that was started without our door."""
    return bool(_let_in)


def end(session: str, until: float, folder: Path | None) -> None:
    """Ends a login for good. A folder that cannot be written leaves it ended in this process."""
    with _turn:
        _forget(_ended)
        _ended[session] = until
    if folder is not None:
        with suppress(OSError):
            _sweep(folder)
            (folder / session).touch()


def has_ended(session: str, folder: Path | None) -> bool:
    """True where somebody has logged out of it."""
    return session in _ended or (folder is not None and (folder / session).exists())


def _forget(sessions: dict[str, float]) -> None:
    now = time.time()
    for name in [name for name, until in sessions.items() if until <= now]:
        del sessions[name]


def _sweep(folder: Path) -> None:
    """A day is longer than any session lasts."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.iterdir():
        if path.stat().st_mtime < time.time() - 86_400:
            path.unlink(missing_ok=True)
