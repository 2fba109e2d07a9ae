"""A server in *fælles* and a real OIDC provider (npm `oidc-provider`) that vouches for whoever is picked on its page.

`inside` logs in over plain HTTP, redirect by redirect, as a browser does; tests that must see a page use Chromium.
"""

import fcntl
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import httpx
import pytest

from tests.browser import free_port, serving

HERE: Final = Path(__file__).parent / "oidc"
NODE, NPM = shutil.which("node"), shutil.which("npm")

REQUEST_KEY: Final = "kun til test, den anden nøgle, som vagten også har"
COOKIE_KEY: Final = "kun til test, men lang nok til at være en nøgle"
KLIENT: Final = "overblik"

SHORT_SECONDS: Final = 30  # long enough to draw a page on a busy machine

ACCOUNTS: Final[dict[str, dict[str, Any]]] = {
    "laeser": {"groups": ["g-laeser"]},
    "analytiker": {"groups": ["g-fob"]},
    "udgiver": {"groups": ["g-udgiver"]},
    "administrator": {"groups": ["g-administrator", "g-noget-andet"]},
    "ukendt": {"groups": ["g-noget-andet"]},
    "ingen": {},
    "kort": {"groups": ["g-laeser"], "seconds": SHORT_SECONDS},
    "fremmed": {"groups": ["g-laeser"], "audience": "et-andet-program"},
}


@dataclass
class Provider:
    """The provider's process; it can go down and come back, with new keys and no memory."""

    arguments: dict[str, Any]
    process: "subprocess.Popen[str] | None" = field(default=None)

    @property
    def metadata(self) -> str:
        """The address of its configuration."""
        return f"http://localhost:{self.arguments['port']}/.well-known/openid-configuration"

    def start(self) -> None:
        """Starts it, and waits until it answers."""
        assert NODE is not None
        command = [NODE, str(HERE / "provider.mjs"), json.dumps(self.arguments)]
        self.process = subprocess.Popen(command, cwd=HERE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert self.process.stdout is not None
        assert self.process.stdout.readline().strip() == "klar"

    def stop(self) -> None:
        """Takes it down."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            assert self.process.stdout is not None
            self.process.stdout.close()
            self.process = None


@dataclass(frozen=True)
class Faelles:
    """A running server that people log in to, its provider, and the folder that ended sessions are remembered in."""

    address: str
    provider: Provider
    data: Path

    def client(self) -> httpx.Client:
        """A stranger, who follows no redirect by itself."""
        return httpx.Client(base_url=self.address, timeout=60, headers={"accept": "text/html"})

    @contextmanager
    def inside(self, account: str) -> Iterator[httpx.Client]:
        """Logged in, as far as the account gets: over HTTP, by every redirect there is."""
        with self.client() as client:
            follow(client, f"{self.address}/login/ind", account)
            yield client


def follow(client: httpx.Client, address: str, account: str) -> httpx.Response:
    """Goes where it is sent, picks the account when asked, and gives where it ends."""
    for _ in range(20):
        answer = client.get(address)
        if answer.is_redirect:
            address = str(answer.next_request.url) if answer.next_request else ""
        elif "/vaelg/" in str(answer.url):
            address = f"{answer.url}/{account}"
        else:
            return answer
    raise AssertionError(f"sent round in a ring, last to {address}")


def login_settings(port: int, metadata: str) -> dict[str, str]:
    """The environment of a server in *fælles*."""
    return {
        "OVERBLIK_PORT": str(port),
        "OVERBLIK_ADRESSE": f"http://127.0.0.1:{port}",
        "OVERBLIK_LOGIN_METADATA": metadata,
        "OVERBLIK_LOGIN_KLIENT": KLIENT,
        "OVERBLIK_LOGIN_HEMMELIGHED": "klientens hemmelighed",
        "OVERBLIK_LOGIN_COOKIE": COOKIE_KEY,
        "OVERBLIK_ANMODNING_NOEGLE": REQUEST_KEY,
        "OVERBLIK_ROLLE_LAESER": "g-laeser",
        "OVERBLIK_ROLLE_ANALYTIKER": "g-fob=FOB",
        "OVERBLIK_ROLLE_UDGIVER": "g-udgiver",
        "OVERBLIK_ROLLE_ADMINISTRATOR": "g-administrator",
        "OVERBLIK_OVERVAAG": "nej",
    }


@contextmanager
def faelles_server(data: Path, log: Path | None = None, **more: str) -> Iterator[Faelles]:
    """A provider and a server that trusts it; `log` as in tests.browser.serving."""
    port, provider_port = free_port(), free_port()
    provider = Provider(
        {
            "port": provider_port,
            "client_id": KLIENT,
            "client_secret": "klientens hemmelighed",
            "redirect_uri": f"http://127.0.0.1:{port}/oauth2callback",
            "accounts": ACCOUNTS,
        }
    )
    provider.start()
    try:
        with serving(data, log, **(login_settings(port, provider.metadata) | more)) as address:
            yield Faelles(address, provider, data)
    finally:
        provider.stop()


@pytest.fixture(scope="session")
def oidc_installed() -> None:
    """npm's oidc-provider; the test is skipped, loudly, where there is no node or nothing to fetch it from."""
    if os.geteuid() != 0 or shutil.which("setpriv") is None:
        pytest.skip(
            "NOT RUN: a server that others log in to must not own the releases; only root can start it as another"
        )
    if NODE is None or NPM is None:
        pytest.skip("NOT RUN: node and npm are missing here (apt-get install nodejs npm)")
    with open(HERE / "package-lock.json", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # two test processes would clear away what the other one installs
        if not (HERE / "node_modules" / ".package-lock.json").is_file():
            command = [NPM, "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--silent"]
            if subprocess.run(command, cwd=HERE, capture_output=True, check=False).returncode != 0:
                pytest.skip("NOT RUN: npm could not fetch oidc-provider (tests/web/oidc)")


@pytest.fixture(scope="module")
def faelles(oidc_installed: None, published_example: Path) -> Iterator[Faelles]:
    """One for all tests of a file: what one ends or stops, it starts again."""
    with faelles_server(published_example) as running:
        yield running
