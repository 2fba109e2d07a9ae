"""The key that small numbers are rounded by: a secret of the installation, made once and never changed.

Who has it and knows the rule can tell a small number from its rounding, so it stays outside releases, manifests and
logs, in `data/hemmeligt/noegle`, readable by the one who publishes alone. With another key the same small numbers would
round otherwise, and two releases side by side would tell more than either: so none is made where one was in use.
"""

import hashlib
import os
import re
import secrets
from pathlib import Path

from overblik.errors import OverblikError

# The invented example is nobody's: its key is public, so that its figures and pictures are the same everywhere.
EXAMPLE_KEY = hashlib.sha256(b"Overblik: det opdigtede eksempel").hexdigest()

_FORM = re.compile(r"[0-9a-f]{64}")


class KeyGone(OverblikError):
    """Releases were made with a key that is no longer there, or that is another one now."""

    notice = (
        "Nøglen, som små tal beskyttes med, mangler eller er en anden end den, de tidligere udgivelser er lavet med. "
        "Læg sikkerhedskopien tilbage som data/hemmeligt/noegle. Uden den udgives intet, "
        "for en ny nøgle ville røbe de små tal; de udgivne tal vises fortsat."
    )


class KeyUnusable(OverblikError):
    """The key's file cannot be read, or holds no key."""

    notice = (
        "Nøglen i data/hemmeligt/noegle kan ikke læses eller er ikke en nøgle (64 tegn, 0-9 og a-f). "
        "Læg sikkerhedskopien tilbage, og sørg for, at den, der udgiver, må læse den."
    )


def key_path(data: Path) -> Path:
    """Where an installation keeps its key."""
    return data / "hemmeligt" / "noegle"


def fingerprint(key: str) -> str:
    """What tells two keys apart in a manifest without telling either: the key has 256 bits that nobody chose."""
    return hashlib.sha256(b"aftryk|" + key.encode("ascii")).hexdigest()[:16]


def installation_key(data: Path, in_use: frozenset[str]) -> str:
    """The key of an installation, made on first use. Call it in a publishing turn.

    `in_use` are the fingerprints of the keys that its releases were made with. Raises KeyGone, KeyUnusable.
    """
    path = key_path(data)
    try:
        key = path.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        if in_use:
            raise KeyGone("the key is gone, and there are releases made with it") from None
        return _make(path)
    except (OSError, UnicodeDecodeError) as error:
        raise KeyUnusable(f"the key cannot be read: {error.__class__.__name__}") from error
    if not _FORM.fullmatch(key):
        raise KeyUnusable("the key's file holds no key")
    if in_use - {fingerprint(key)}:
        raise KeyGone("the key is another one than releases were made with")
    return key


def _make(path: Path) -> str:
    """Writes a new key: whole under its name or not at all, and never readable to others, not for a moment."""
    key = secrets.token_hex(32)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.chmod(path.parent, 0o700)
    scratch = path.with_name(".noegle")
    scratch.unlink(missing_ok=True)  # of a publisher that was killed
    opened = os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(opened, "w", encoding="ascii") as file:
        file.write(key + "\n")
        file.flush()
        os.fsync(file.fileno())
    os.replace(scratch, path)
    for folder in (path.parent, path.parent.parent):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
    return key
