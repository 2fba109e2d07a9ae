"""What the operating system keeps the web process from, and what it must not be able to do before it starts.

Address space is bounded: DuckDB's own limit of memory leaks (threats.md), and with a hard one a question that asks for
too much is an error, not the end of the machine. Where others log in, the process must not be able to change what it
shows: whoever found a way into it could write figures, or take them away.
"""

import os
import resource
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from overblik.errors import SettingWrong
from overblik.release import earlier_path, manifest_path, object_path, pointer_path, releases_folder

# Virtual, not resident: two hundred threads take 3 GB of it for 180 MB in use. The real limit is the service manager's.
ADDRESS_SPACE: Final = 8 * 2**30


def bound_memory(address_space: int = ADDRESS_SPACE) -> None:
    """Bounds this process's address space for good; a lower limit that stands already is kept."""
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = address_space if hard == resource.RLIM_INFINITY else min(hard, address_space)
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def refuse_to_write_releases(data: Path) -> None:
    """For a server that others log in to. Raises SettingWrong where this process may change the releases it shows."""
    if os.geteuid() == 0:
        raise SettingWrong(
            "the web process runs as root",
            "Webserveren må ikke køre som root, når andre logger ind: root kan ændre de udgivne tal. "
            "Start den som en bruger, der kun må læse mappen udgivelser (docs/drift.md).",
        )
    writable = sum(may_change(place) for place in places(data))
    if writable:
        raise SettingWrong(
            f"the web process may write {writable} places of the releases",
            f"Webserverens bruger kan ændre de udgivne tal ({writable} mapper eller filer), og derfor starter den "
            "ikke. Mappen udgivelser og mapperne over den skal ejes af den bruger, der udgiver, "
            "og må kun læses af webserverens bruger (docs/drift.md).",
        )


def places(data: Path) -> Iterator[Path]:
    """All that readers' figures hang on: the store's folders and files, and the folders that it lies in."""
    folder = releases_folder(data)
    inside = (
        folder,
        object_path(folder, "x").parent,
        manifest_path(folder, "x").parent,
        folder / "borte",
        pointer_path(folder),
        earlier_path(folder),
        *object_path(folder, "x").parent.glob("*"),
        *manifest_path(folder, "x").parent.glob("*"),
    )
    yield from (place for place in inside if place.exists())
    yield from folder.resolve().parents


def may_change(place: Path) -> bool:
    """True where this process may write a file, or put another in the place of what a folder holds."""
    told = place.stat()
    if told.st_uid == os.geteuid():
        return True  # may give itself the right
    # In a sticky folder (/tmp) one may add to it, but not rename what is another's.
    return os.access(place, os.W_OK, effective_ids=True) and not (
        stat.S_ISDIR(told.st_mode) and told.st_mode & stat.S_ISVTX
    )
