"""Mails go to the lists and nowhere else, over TLS, to a real SMTP server; and a timer tells a thing once."""

import datetime
import shutil
import socket
import ssl
from collections.abc import Iterator
from datetime import date
from email import message_from_bytes
from email.message import Message
from email.policy import default
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from overblik.answers import Choice
from overblik.errors import SettingWrong
from overblik.export import made
from overblik.export.__main__ import main
from overblik.settings import read_settings, settings
from overblik.show import forside
from tests.answers.releases import publish_next
from tests.deliveries import Tables, exports

LISTS = "styregruppen=formand@bo.example,direktoer@kom.example;bestyrelsen=bestyrelse@bo.example"


class Inbox:
    """Keeps what the server is given: who it is to, and the message."""

    def __init__(self) -> None:
        self.kept: list[tuple[list[str], Message]] = []

    async def handle_DATA(self, server: Any, session: Session, envelope: Any) -> str:
        assert session.ssl, "nothing is said before the connection is encrypted"
        self.kept.append((envelope.rcpt_tos, message_from_bytes(envelope.content, policy=default)))
        return "250 OK"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate for this machine and its key."""
    folder = tmp_path_factory.mktemp("tls")
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.datetime.now(datetime.UTC)
    made_out = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "cert.pem").write_bytes(made_out.public_bytes(serialization.Encoding.PEM))
    (folder / "key.pem").write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return folder / "cert.pem", folder / "key.pem"


def served(certificate: tuple[Path, Path] | None, inbox: Inbox) -> Controller:
    """A real SMTP server that takes mail from user overblik alone; without a certificate it cannot encrypt."""
    context = None
    if certificate:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(*certificate)

    def who(server: Any, session: Any, envelope: Any, mechanism: str, login: Any) -> AuthResult:
        right = login.login == b"overblik" and login.password == b"hemmelig"
        return AuthResult(success=right, handled=False)  # not handled: the server itself says 535

    controller = Controller(
        inbox, hostname="127.0.0.1", port=_free_port(), tls_context=context, require_starttls=bool(context),
        auth_required=bool(context), authenticator=who,
    )  # fmt: skip
    controller.start()
    return controller


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture
def data(published_example: Path, tmp_path: Path) -> Path:
    """The example's release in a folder that may be written to."""
    return Path(shutil.copytree(published_example, tmp_path / "data"))


@pytest.fixture
def inbox(data: Path, certificate: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> Iterator[Inbox]:
    kept = Inbox()
    controller = served(certificate, kept)
    port = controller.port
    for name, value in {
        "DATA": str(data), "MODTAGERE": LISTS, "SMTP_VAERT": "127.0.0.1", "SMTP_PORT": str(port),
        "SMTP_BRUGER": "overblik", "SMTP_KODE": "hemmelig", "SMTP_AFSENDER": "overblik@kom.example",
        "SMTP_CA": str(certificate[0]), "ADRESSE": "https://overblik.kom.example",
    }.items():  # fmt: skip
        monkeypatch.setenv(f"OVERBLIK_{name}", value)
    settings.cache_clear()
    yield kept
    controller.stop()


def test_the_pack_goes_to_each_address_of_each_list_with_the_file_itself(inbox: Inbox) -> None:
    assert main(["send", "pakke"]) == 0
    assert [to for to, _ in inbox.kept] == [
        ["formand@bo.example"],
        ["direktoer@kom.example"],
        ["bestyrelse@bo.example"],
    ]
    file = made.meeting_pdf(None, Choice())
    for to, message in inbox.kept:
        assert message["To"] == to[0]
        (attached,) = message.iter_attachments()  # type: ignore[attr-defined]
        assert attached.get_content() == file.content
        assert file.sha256 in message.get_body().get_content()  # type: ignore[attr-defined]


def test_new_figures_are_told_once_with_the_front_pages_sentence_and_links(inbox: Inbox) -> None:
    assert main(["send", "nyt"]) == 0
    told = inbox.kept[0][1].get_body().get_content()  # type: ignore[attr-defined]
    assert forside.sentence(Choice()) in told
    assert "https://overblik.kom.example/siden_sidste_moede" in told
    assert "Eksempeldata" in inbox.kept[0][1]["Subject"]
    count = len(inbox.kept)
    assert main(["send", "nyt"]) == 0
    assert len(inbox.kept) == count


def test_a_status_that_turned_is_told_by_place_and_dimension_once(
    inbox: Inbox, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path_factory.mktemp("vendt")
    monkeypatch.setenv("OVERBLIK_DATA", str(data))
    settings.cache_clear()
    publish_next(with_milestone(naaet_dato=date(2022, 5, 1), status="naaet"), date(2022, 7, 5))
    assert main(["send", "status"]) == 0
    assert inbox.kept == [], "there is nothing to compare the first release with"
    publish_next(with_milestone(forventet_dato=date(2022, 12, 24)), date(2022, 7, 6))
    assert main(["send", "status"]) == 0
    told = inbox.kept[0][1].get_body().get_content()  # type: ignore[attr-defined]
    assert "fremdrift: følger planen → kræver handling" in told
    count = len(inbox.kept)
    assert main(["send", "status"]) == 0
    assert len(inbox.kept) == count


def with_milestone(**told: date | str) -> Tables:
    """A plan with one milestone, agreed for May 2022."""
    milestone = {"navn": "Café åbner", "aftalt_dato": date(2022, 5, 1)} | told
    return exports(milepael=[milestone], oekonomi=[{"beloeb_kr": "100", "periode_slut": date(2022, 6, 30)}])


def test_vis_says_what_would_be_sent_and_sends_nothing(inbox: Inbox, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["send", "pakke", "--vis"]) == 0
    told = capsys.readouterr().out
    assert "Til styregruppen (2 modtagere)" in told
    assert "formand@bo.example" not in told
    assert inbox.kept == []


def test_a_server_that_cannot_encrypt_gets_nothing(
    inbox: Inbox, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    plain = Inbox()
    controller = served(None, plain)
    monkeypatch.setenv("OVERBLIK_SMTP_PORT", str(controller.port))
    settings.cache_clear()
    assert main(["send", "nyt"]) == 2
    controller.stop()
    assert plain.kept == []
    assert "sikkert" in capsys.readouterr().err


def test_a_server_that_nobody_vouches_for_gets_nothing(inbox: Inbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OVERBLIK_SMTP_CA")
    settings.cache_clear()
    assert main(["send", "nyt"]) == 2
    assert inbox.kept == []


def test_a_wrong_password_and_a_server_that_is_gone_are_told_calmly(
    inbox: Inbox, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OVERBLIK_SMTP_KODE", "forkert")
    settings.cache_clear()
    assert main(["send", "nyt"]) == 2
    monkeypatch.setenv("OVERBLIK_SMTP_PORT", "1")
    settings.cache_clear()
    assert main(["send", "nyt"]) == 2
    said = capsys.readouterr()
    assert "forkert" not in said.err + said.out
    assert inbox.kept == []


def test_a_password_in_the_file_stops_the_start(tmp_path: Path) -> None:
    (tmp_path / "overblik.toml").write_text('smtp_kode = "x"\n', encoding="utf-8")
    with pytest.raises(SettingWrong, match="password"):
        read_settings({}, tmp_path / "overblik.toml")


@pytest.mark.parametrize("value", ["styregruppen", "styregruppen=", "=a@b.example", "x=ikke en adresse"])
def test_lists_that_are_none_stop_the_start(value: str, tmp_path: Path) -> None:
    with pytest.raises(SettingWrong, match="modtagere"):
        read_settings({"OVERBLIK_MODTAGERE": value}, tmp_path / "ingen.toml")
