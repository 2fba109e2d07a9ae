"""Shuts a process in before it reads bytes that nobody has judged: limits, no network, no files but its own folder.

The limits hold everywhere. Namespaces and Landlock are what a Linux host may refuse; then they are done without.
"""

import ctypes
import os
import resource
from pathlib import Path

from overblik.intake.limits import OPEN_FILES, Limits

_NEW_USER, _NEW_NETWORK = 0x1000_0000, 0x4000_0000
_NO_NEW_PRIVILEGES = 38
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446  # Landlock's system calls, the same on all processors
_VERSION, _BENEATH = 1, 1
_FILES = {1: 0x1FFF, 2: 0x3FFF, 3: 0x7FFF, 4: 0x7FFF, 5: 0xFFFF}  # what each version can forbid: from 5 on all there is
_TCP = 0b11


def confine(limits: Limits, folder: Path) -> None:
    """From here on this process can write in `folder` alone, and has only what the limits leave it."""
    _limit(limits)
    system = ctypes.CDLL(None, use_errno=True)
    if hasattr(system, "unshare"):
        system.unshare(_NEW_USER | _NEW_NETWORK)
    if hasattr(system, "prctl"):
        _lock_files(system, folder)


def _limit(limits: Limits) -> None:
    processor = int(2 * limits.seconds) + 1  # two threads at work
    wanted = {
        resource.RLIMIT_AS: limits.memory,
        resource.RLIMIT_CPU: processor,
        resource.RLIMIT_FSIZE: limits.output,
        resource.RLIMIT_NOFILE: OPEN_FILES,
        resource.RLIMIT_CORE: 0,
    }
    for kind, most in wanted.items():
        allowed = resource.getrlimit(kind)[1]  # the host may allow less than we would
        most = most if allowed == resource.RLIM_INFINITY else min(most, allowed)
        resource.setrlimit(kind, (most, most))


def _lock_files(system: ctypes.CDLL, folder: Path) -> None:
    """Landlock: nothing but `folder` can be opened, made or removed any more, and no TCP is spoken."""
    version = system.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), _VERSION)
    if version < 1:
        return
    files = _FILES[min(version, 5)]
    forbidden = (ctypes.c_uint64 * 2)(files, _TCP)
    size = ctypes.c_size_t(16 if version >= 4 else 8)
    ruleset = system.syscall(_CREATE_RULESET, forbidden, size, 0)
    if ruleset < 0:
        return
    place = os.open(folder, os.O_PATH | os.O_DIRECTORY)
    rule = ctypes.create_string_buffer(files.to_bytes(8, "little") + place.to_bytes(4, "little"), 12)
    system.syscall(_ADD_RULE, ruleset, _BENEATH, rule, 0)
    system.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    system.syscall(_RESTRICT_SELF, ruleset, 0)
    os.close(place)
    os.close(ruleset)
