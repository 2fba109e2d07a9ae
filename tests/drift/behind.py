"""drift/nginx.conf itself, over web processes of ours on ports of this machine; only names, ports and paths are changed."""

import os
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from http.client import HTTPConnection, HTTPSConnection
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from overblik.settings import COPENHAGEN, ROOT

CONF = ROOT / "drift" / "nginx.conf"
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
NAME = "overblik.localhost"  # browsers take every name below localhost for this machine
SECONDS = 60

# Another user than the one who publishes, as drift/systemd has it. Tests' folders are closed to others, so it may read all.
READS_ALONE = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
READS_ALONE += ["--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"]


@dataclass
class Web:
    """One web process on its port; it can be killed and started again."""

    port: int
    data: Path
    environment: dict[str, str] = field(default_factory=dict)
    process: "subprocess.Popen[bytes] | None" = None

    @property
    def address(self) -> str:
        """Where it answers, with no proxy between."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def pid(self) -> int:
        """The running process."""
        assert self.process is not None
        return self.process.pid

    def start(self) -> None:
        """Returns when it answers."""
        told = {"OVERBLIK_DATA": str(self.data), "OVERBLIK_PORT": str(self.port), "OVERBLIK_AABN": "nej"}
        self.process = subprocess.Popen(
            [*(READS_ALONE if os.geteuid() == 0 else []), sys.executable, "-m", "overblik.web"],
            cwd=ROOT,
            env=os.environ | self.environment | told,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        wait_until_answered(HTTPConnection("127.0.0.1", self.port, timeout=5), "/_stcore/health", self.process)

    def kill(self, how: signal.Signals = signal.SIGKILL) -> None:
        """Ends it as a power cut would, or as told."""
        if self.process is not None:
            self.process.send_signal(how)
            self.process.wait(20)
            self.process = None


@dataclass(frozen=True)
class Proxy:
    """A running nginx: its address, what it has logged, and how to speak to it."""

    https: int
    http: int
    folder: Path

    @property
    def address(self) -> str:
        """What a reader types."""
        return f"https://{NAME}:{self.https}"

    def asks(self, **options: object) -> HTTPSConnection:
        """A connection of its own that believes our certificate alone."""
        context = ssl.create_default_context(cafile=str(self.folder / "fuldkaede.pem"))
        for name, value in options.items():
            setattr(context, name, value)
        return _Here(NAME, self.https, timeout=20, context=context)

    def logged(self) -> list[list[str]]:
        """Lines of the log, each in its words; the last is the process that answered."""
        return [line.split() for line in (self.folder / "overblik.log").read_text(encoding="utf-8").splitlines()]


class _Here(HTTPSConnection):
    """Python asks the system for a name below localhost, and not every system knows it."""

    def connect(self) -> None:
        plain = socket.create_connection(("127.0.0.1", self.port), self.timeout)
        self.sock = self._context.wrap_socket(plain, server_hostname=self.host)  # type: ignore[attr-defined]


@contextmanager
def behind_nginx(proxy: Proxy, webs: list[Web]) -> Iterator[Proxy]:
    """Starts the web processes and nginx before them. Skips loudly where there is no nginx."""
    if NGINX is None:
        pytest.skip("NOT RUN: nginx is missing here (apt-get install nginx-light)")
    folder = proxy.folder
    write_certificate(folder)
    (folder / "overblik.conf").write_text(our_conf(proxy, [web.port for web in webs]), encoding="utf-8")
    (folder / "nginx.conf").write_text(AROUND.format(folder=folder), encoding="utf-8")
    started: subprocess.Popen[bytes] | None = None
    try:
        for web in webs:
            web.start()
        started = subprocess.Popen([NGINX, "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")])
        wait_until_answered(proxy.asks(), "/_stcore/health", started)
        yield proxy
    finally:
        for process in (started, *(web.process for web in webs)):
            if process is not None and process.poll() is None:
                process.terminate()
                process.wait(20)


def our_conf(proxy: Proxy, ports: list[int]) -> str:
    """drift/nginx.conf with this test's ports, name and paths; a place that is no longer there is an error."""
    text = CONF.read_text(encoding="utf-8")
    changes = {
        "server 127.0.0.1:8501": f"server 127.0.0.1:{ports[0]}",
        "server 127.0.0.1:8502": f"server 127.0.0.1:{ports[1]}",
        "listen 443 ": f"listen 127.0.0.1:{proxy.https} ",
        "listen 80;": f"listen 127.0.0.1:{proxy.http};",
        "overblik.example.dk": NAME,
        "/etc/ssl/overblik/": f"{proxy.folder}/",
        "/var/log/nginx/": f"{proxy.folder}/",
    }
    for old, new in changes.items():
        assert old in text, f"drift/nginx.conf no longer says {old!r}"
        text = text.replace(old, new)
    return text


def write_certificate(folder: Path) -> None:
    """A certificate for our name, signed by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    now = datetime.now(COPENHAGEN)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "fuldkaede.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    form = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "noegle.pem").write_bytes(key.private_bytes(*form))


def wait_until_answered(connection: HTTPConnection, path: str, process: "subprocess.Popen[bytes]") -> None:
    """Asks until the answer is 200, for a minute at most, and while the process runs."""
    until = time.monotonic() + SECONDS
    said = "nothing"
    while True:
        assert process.poll() is None, "the server ended at once"
        try:
            connection.request("GET", path)
            if connection.getresponse().status == 200:
                return
        except OSError as error:
            said = repr(error)
        finally:
            connection.close()
        assert time.monotonic() < until, f"nobody answers {path}: {said}"
        time.sleep(0.2)


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


# What Debian's /etc/nginx/nginx.conf gives, in a folder of the test's own.
AROUND = """
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
    include /etc/nginx/mime.types;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/overblik.conf;
}}
"""
