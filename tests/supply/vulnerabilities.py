"""Asks pip-audit whether what we ship has known vulnerabilities: python -m tests.supply.vulnerabilities

pip-audit says "No known vulnerabilities found" and exits 0 where it could look up nothing at all. So its exit code is not
believed: what it could not look up is counted, and told loudly.
"""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.supply.pins import RUNTIME

PIP_AUDIT = Path(sys.prefix) / "audit" / "bin" / "pip-audit"  # the Makefile puts it in an environment of its own
_SECONDS = 300


@dataclass(frozen=True)
class Audit:
    """What came of it: packages looked up, those that could not be, and what was found (package, version, id)."""

    looked_up: int
    left_out: tuple[str, ...]
    found: tuple[str, ...]


def judge(report: str) -> Audit:
    """Reads what pip-audit writes with `-f json`. Raises ValueError, KeyError where it is something else."""
    told = json.loads(report)["dependencies"]
    looked_up = [one for one in told if "vulns" in one]
    found = [f"{one['name']} {one['version']}: {hole['id']}" for one in looked_up for hole in one["vulns"]]
    left_out = [one["name"] for one in told if "vulns" not in one]
    return Audit(len(looked_up), tuple(left_out), tuple(found))


def words(audit: Audit | None) -> tuple[str, int]:
    """What to say, and the exit code: 1 where something was found. None: it could not be run."""
    if audit is None or not audit.looked_up:
        return (
            "### SÅRBARHEDER ER IKKE UNDERSØGT: pip-audit kunne ikke slå noget op her. Kør make check, hvor der er net.",
            0,
        )
    lines = [f"### SÅRBARHED: {one}" for one in audit.found]
    if audit.left_out:
        lines.append(f"### IKKE UNDERSØGT: {', '.join(audit.left_out)}")
    lines.append(f"{audit.looked_up} pakker er slået op, {len(audit.found)} kendte sårbarheder.")
    return "\n".join(lines), 1 if audit.found else 0


def run() -> Audit | None:
    """Lets pip-audit look up every pin; None where it is not here, or says nothing that can be read."""
    command = [PIP_AUDIT, "--no-deps", "--disable-pip", "--progress-spinner=off", "-f", "json", "-r", RUNTIME]
    try:
        told = subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS, check=False)
        return judge(told.stdout)
    except (OSError, subprocess.TimeoutExpired, ValueError, KeyError):
        return None


if __name__ == "__main__":
    sentence, code = words(run())
    print(sentence)
    sys.exit(code)
