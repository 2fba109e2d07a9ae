"""The files that systemd reads, by systemd's own tools; and the folders they make, under the users they make."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from overblik.settings import ROOT

SYSTEMD = ROOT / "drift" / "systemd"
SERVICES = sorted(SYSTEMD.glob("*.service"))
TOOLS = ("systemd-analyze", "systemd-sysusers", "systemd-tmpfiles", "setpriv", "unshare")

needs_systemd = pytest.mark.skipif(
    not all(map(shutil.which, TOOLS)) or os.geteuid() != 0, reason="NOT RUN: systemd's tools or root are missing here"
)

# What a service gives away unless it says otherwise; every one of ours must.
HARDENING = {
    "NoNewPrivileges": "yes",
    "ProtectSystem": "strict",
    "ProtectHome": "yes",
    "PrivateTmp": "yes",
    "PrivateDevices": "yes",
    "ProtectKernelTunables": "yes",
    "ProtectKernelModules": "yes",
    "ProtectControlGroups": "yes",
    "CapabilityBoundingSet": "",
    "SystemCallArchitectures": "native",
    "SystemCallErrorNumber": "EPERM",
    "LimitCORE": "0",
}


def said(unit: Path, name: str) -> list[str]:
    """Every value that a unit gives a setting."""
    return re.findall(rf"^{name}=(.*)$", unit.read_text(encoding="utf-8"), flags=re.MULTILINE)


@needs_systemd
def test_systemd_understands_every_line_of_every_unit(tmp_path: Path) -> None:
    for unit in SYSTEMD.glob("overblik*"):
        if unit.suffix in (".service", ".timer"):
            text = unit.read_text(encoding="utf-8").replace("/opt/overblik/.venv/bin/python", "/usr/bin/true")
            (tmp_path / unit.name.replace("@", "@8501")).write_text(text, encoding="utf-8")
    units = sorted(path for path in tmp_path.iterdir())
    assert len(units) == 6
    told = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *units], capture_output=True, text=True, check=False
    )
    ours = [line for line in told.stderr.splitlines() if "overblik" in line]
    assert (told.returncode, ours) == (0, [])


@pytest.mark.parametrize("unit", SERVICES, ids=lambda unit: unit.name)
def test_every_service_runs_as_a_user_of_its_own_with_no_more_than_it_needs(unit: Path) -> None:
    assert {name: said(unit, name)[0] for name in HARDENING} == HARDENING
    assert said(unit, "User")[0] in ("overblik", "overblik-web")
    assert said(unit, "MemoryMax"), "nothing stops it from taking the machine's memory"
    assert said(unit, "SystemCallFilter")[0].startswith("@system-service")
    for program in said(unit, "ExecStart"):
        assert program.startswith("/opt/overblik/.venv/bin/python -m overblik.")


def test_the_web_process_can_write_to_the_inbox_alone_and_open_neither_originals_nor_key() -> None:
    (unit,) = [each for each in SERVICES if "web@" in each.name]
    assert said(unit, "User") == ["overblik-web"]
    assert said(unit, "ReadWritePaths") == ["/var/lib/overblik/indbakke"]
    assert said(unit, "InaccessiblePaths") == ["/var/lib/overblik/arkiv /var/lib/overblik/hemmeligt"]
    others = [each for each in SERVICES if each != unit]
    assert {said(each, "User")[0] for each in others} == {"overblik"}


def test_the_watcher_has_no_network() -> None:
    (unit,) = [each for each in SERVICES if "watch" in each.name]
    assert (said(unit, "PrivateNetwork"), said(unit, "RestrictAddressFamilies")) == (["yes"], ["AF_UNIX"])


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, dict[str, list[str]]]]:
    """A root folder in which systemd's tools have made users and folders; and how to run as each of them."""
    if not all(map(shutil.which, TOOLS)) or os.geteuid() != 0:
        pytest.skip("NOT RUN: systemd's tools or root are missing here")
    root = Path(tempfile.mkdtemp(prefix="overblik-"))  # pytest keeps its own folders to root
    root.chmod(0o755)
    (root / "etc").mkdir()
    for tool, file in (("sysusers", "overblik.sysusers.conf"), ("tmpfiles", "overblik.tmpfiles.conf")):
        more = ["--create"] if tool == "tmpfiles" else []
        subprocess.run([f"systemd-{tool}", f"--root={root}", *more, SYSTEMD / file], check=True, capture_output=True)
    users = dict(re.findall(r"^([\w-]+):x:(\d+):", (root / "etc" / "passwd").read_text(), flags=re.MULTILINE))
    groups = dict(re.findall(r"^([\w-]+):x:(\d+):", (root / "etc" / "group").read_text(), flags=re.MULTILINE))
    umask = {
        said(unit, "User")[0]: said(unit, "UMask")[0]
        for unit in SERVICES
        if "web@" in unit.name or "watch" in unit.name
    }
    stash = tmp_path_factory.mktemp("stash")
    yield (
        root / "var" / "lib" / "overblik",
        {
            name: [
                *within_reach(stash),
                *(
                    "setpriv",
                    f"--reuid={users[name]}",
                    f"--regid={groups[name]}",
                    f"--groups={groups['overblik-aflever']}",
                ),
                *("--no-new-privs", "sh", "-c", f'umask {umask[name]}; exec "$@"', "sh"),
            ]
            for name in ("overblik", "overblik-web")
        },
    )
    shutil.rmtree(root)


def within_reach(stash: Path) -> list[str]:
    """Runs a command where others than root can reach Python and the code, which on this machine may lie below /root.

    In mounts of its own: what others see is not changed.
    """
    needed = {Path(sys.base_prefix), Path(sys.prefix), ROOT}
    closed = {above for place in needed for above in place.parents if not above.stat().st_mode & 0o001}
    outermost = {above for above in closed if closed.isdisjoint(above.parents)}
    steps = []
    kept = {place: stash / str(number) for number, place in enumerate(needed)}
    for place, aside in kept.items():
        aside.mkdir(exist_ok=True)
        steps.append(f"mount --bind '{place}' '{aside}'")
    for above in outermost:
        steps.append(f"mount -t tmpfs -o mode=755 tmpfs '{above}'")
        steps += [
            f"mkdir -p '{place}'; mount --bind '{aside}' '{place}'"
            for place, aside in kept.items()
            if place.is_relative_to(above)
        ]
    return ["unshare", "--mount", "--propagation=private", "sh", "-ec", "\n".join([*steps, 'exec "$@"']), "sh"]


def as_user(machine: tuple[Path, dict[str, list[str]]], user: str, program: str) -> subprocess.CompletedProcess[str]:
    """Runs a piece of Python as one of the two users, over the data folder."""
    data, who = machine
    return subprocess.run(
        [*who[user], sys.executable, "-c", program],
        cwd=ROOT,
        env=os.environ | {"OVERBLIK_DATA": str(data), "PYTHONDONTWRITEBYTECODE": "1", "HOME": "/nonexistent"},
        capture_output=True,
        text=True,
        check=False,
    )


HAND_IN = """
from overblik.mailbox_delivery import hand_in
from overblik.mailbox_requests import put_request
from overblik.settings import EKSEMPEL, settings
for path in sorted(EKSEMPEL.rglob("*.parquet")):
    folder = path.parent.name if path.parent != EKSEMPEL else ""
    hand_in(settings().data, folder, path.name, path.read_bytes())
put_request(settings().data, "kontroller", "", "analytiker")
"""

PUBLISH = """
from overblik.intake.publishing import publish_inbox
from overblik.mailbox_requests import requests, requests_folder
from overblik.settings import settings
data = settings().data
(asked,) = requests(data)
(requests_folder(data) / f"{asked.uuid}.json").unlink()
outcome = publish_inbox(data)
assert outcome.release and not outcome.rejected, outcome
assert not list((data / "indbakke").rglob("*.parquet")), "what is published stays in the inbox"
"""

SHOW = """
from overblik.answers import fetch
assert fetch("noegletal").rows()
"""

# Everything that the web process must not be able to do, whoever has taken it over.
BREAK_IN = """
import os
from pathlib import Path
data = Path(os.environ["OVERBLIK_DATA"])
def refused(what):
    try:
        what()
    except PermissionError:
        return True
    except FileNotFoundError:
        pass  # an attempt before this one got through
    return False
releases = data / "udgivelser"
attempts = {
    "read the key": lambda: (data / "hemmeligt" / "noegle").read_bytes(),
    "list the originals": lambda: list((data / "arkiv").iterdir()),
    "write the pointer": lambda: (releases / "aktuel").write_text("0" * 64),
    "replace the pointer": lambda: os.replace(data / "indbakke" / "x", releases / "aktuel"),
    "add an object": lambda: (releases / "objekter" / "x").write_bytes(b""),
    "change an object": lambda: next((releases / "objekter").iterdir()).open("r+b"),
    "open an object's mode": lambda: next((releases / "objekter").iterdir()).chmod(0o666),
    "remove a manifest": lambda: next((releases / "manifest").iterdir()).unlink(),
    "move the releases": lambda: os.rename(releases, data / "indbakke" / "udgivelser"),
    "write the watcher's state": lambda: (releases / "tilstand.json").write_text("{}"),
    "put a folder beside": lambda: (data / "ny").mkdir(),
    "write a report": lambda: (data / "afvist" / "x").write_text(""),
}
(data / "indbakke" / "x").write_text("0" * 64)
through = [name for name, attempt in attempts.items() if not refused(attempt)]
assert not through, through
"""


def test_the_web_user_hands_in_the_other_publishes_and_the_web_user_shows_it_and_can_do_nothing_else(
    machine: tuple[Path, dict[str, list[str]]],
) -> None:
    for user, program in (
        ("overblik-web", HAND_IN),
        ("overblik", PUBLISH),
        ("overblik-web", SHOW),
        ("overblik-web", BREAK_IN),
    ):
        told = as_user(machine, user, program)
        assert told.returncode == 0, told.stderr[-2000:]


def test_the_attempts_do_succeed_for_one_who_may(machine: tuple[Path, dict[str, list[str]]]) -> None:
    told = as_user(machine, "overblik", BREAK_IN)
    assert told.returncode != 0
    assert "['read the key', 'list the originals', 'write the pointer'" in told.stderr
