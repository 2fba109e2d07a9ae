"""*lokal* and *fælles*: which one it is, what each refuses at the start, and the sentence that says so."""

import os
import re
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Final

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

from overblik.errors import SettingWrong
from overblik.settings import ROOT, read_settings
from overblik.settings_login import check_secrets
from overblik.web.starting import options
from tests.browser import free_port

NO_FILE: Final = Path("findes-ikke.toml")
WHOLE: Final = {
    "OVERBLIK_ADRESSE": "https://overblik.eksempel.dk",
    "OVERBLIK_LOGIN_METADATA": "https://login.eksempel.dk/.well-known/openid-configuration",
    "OVERBLIK_LOGIN_KLIENT": "overblik",
    "OVERBLIK_LOGIN_HEMMELIGHED": "h",
    "OVERBLIK_LOGIN_COOKIE": "k" * 32,
    "OVERBLIK_ANMODNING_NOEGLE": "a" * 32,
    "OVERBLIK_ROLLE_LAESER": "g-laeser",
}


def test_nothing_set_up_is_lokal_and_listens_on_this_machine() -> None:
    chosen = read_settings({}, NO_FILE)
    assert (chosen.faelles, chosen.overvaag, options(chosen)["server.address"]) == (False, True, "127.0.0.1")


@pytest.mark.parametrize(
    "vaert", ["0.0.0.0", "::", "192.168.1.10", "overblik.eksempel.dk", "", "127.0.0.1.eksempel.dk"]
)
def test_without_login_no_address_that_others_can_reach_is_listened_on(vaert: str) -> None:
    with pytest.raises(SettingWrong) as wrong:
        options(read_settings({"OVERBLIK_VAERT": vaert}, NO_FILE))
    assert "docs/adgang.md" in wrong.value.notice


def test_how_long_a_login_would_last_does_not_make_it_faelles() -> None:
    assert not read_settings({"OVERBLIK_LOGIN_TIMER": "4", "OVERBLIK_LOGIN_MAPPE": "/run/overblik"}, NO_FILE).faelles


def test_with_login_it_is_faelles_and_may_listen_on_any_address_and_starts_no_watcher() -> None:
    chosen = read_settings(WHOLE | {"OVERBLIK_VAERT": "0.0.0.0"}, NO_FILE)
    assert chosen.login is not None
    check_secrets(chosen.login)
    assert (chosen.faelles, chosen.overvaag, options(chosen)["server.address"]) == (True, False, "0.0.0.0")
    assert options(chosen)["server.allowedHosts"] == ["overblik.eksempel.dk"]


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"OVERBLIK_LOGIN_METADATA": ""}, "Der mangler: OVERBLIK_LOGIN_METADATA"),
        ({"OVERBLIK_LOGIN_KLIENT": ""}, "OVERBLIK_LOGIN_KLIENT"),
        ({"OVERBLIK_LOGIN_HEMMELIGHED": ""}, "OVERBLIK_LOGIN_HEMMELIGHED"),
        ({"OVERBLIK_LOGIN_COOKIE": ""}, "OVERBLIK_LOGIN_COOKIE"),
        ({"OVERBLIK_LOGIN_COOKIE": "for kort"}, "mindst 32"),
        ({"OVERBLIK_ANMODNING_NOEGLE": ""}, "OVERBLIK_ANMODNING_NOEGLE"),
        ({"OVERBLIK_ANMODNING_NOEGLE": "for kort"}, "mindst 32"),
        ({"OVERBLIK_LOGIN_METADATA": "http://login.eksempel.dk/x"}, "https://"),
        ({"OVERBLIK_ADRESSE": "http://overblik.eksempel.dk"}, "https://"),
        ({"OVERBLIK_ADRESSE": ""}, "adresse"),
        ({"OVERBLIK_ADRESSE": "https://eksempel.dk/overblik"}, "uden sti"),
        ({"OVERBLIK_ROLLE_LAESER": ""}, "Ingen kan komme ind"),
        ({"OVERBLIK_ROLLE_ANALYTIKER": "gruppe"}, "rolle_analytiker"),
        ({"OVERBLIK_LOGIN_TIMER": "0"}, "login_timer"),
        ({"OVERBLIK_LOGIN_TIMER": "720"}, "login_timer"),
        ({"OVERBLIK_LOGIN_TIMER": "otte"}, "login_timer"),
    ],
)
def test_a_login_that_is_half_set_up_or_unsafe_stops_the_start_with_a_sentence(
    changed: dict[str, str], says: str
) -> None:
    with pytest.raises(SettingWrong) as wrong:
        _started(WHOLE | changed)
    assert says in wrong.value.notice


def _started(environment: dict[str, str]) -> None:
    """As the web server reads its settings."""
    found = read_settings(environment, NO_FILE).login
    assert found is not None
    check_secrets(found)


def test_who_publishes_needs_none_of_the_web_servers_secrets() -> None:
    whole = {name: value for name, value in WHOLE.items() if not name.endswith(("HEMMELIGHED", "COOKIE"))}
    assert read_settings(whole, NO_FILE).faelles


def test_a_watcher_that_has_the_key_and_does_not_know_the_roles_does_not_start() -> None:
    with pytest.raises(SettingWrong) as wrong:
        read_settings({"OVERBLIK_ANMODNING_NOEGLE": "a" * 32}, NO_FILE)
    assert "halvt op" in wrong.value.notice


@pytest.mark.parametrize("secret", ["login_hemmelighed", "login_cookie", "anmodning_noegle"])
def test_a_secret_in_the_file_is_refused(tmp_path: Path, secret: str) -> None:
    file = tmp_path / "overblik.toml"
    file.write_text(f'{secret} = "hemmeligt"\n', encoding="utf-8")
    with pytest.raises(SettingWrong) as wrong:
        read_settings({}, file)
    assert f"OVERBLIK_{secret.upper()}" in wrong.value.notice
    assert '"hemmeligt"' not in wrong.value.notice


def test_roles_are_read_alike_from_the_file_and_from_the_environment(tmp_path: Path) -> None:
    file = tmp_path / "overblik.toml"
    file.write_text(
        'rolle_laeser = ["a", "b"]\n[rolle_analytiker]\ng1 = ["FOB", "BK"]\ng2 = ["SK"]\n', encoding="utf-8"
    )
    without = {name: value for name, value in WHOLE.items() if name != "OVERBLIK_ROLLE_LAESER"}
    told = {"OVERBLIK_ROLLE_LAESER": "a,b", "OVERBLIK_ROLLE_ANALYTIKER": "g1=FOB,BK;g2=SK"}
    assert read_settings(without, file).login == read_settings(without | told, NO_FILE).login


def test_a_secret_shows_in_no_printed_settings() -> None:
    told = repr(read_settings(WHOLE | {"OVERBLIK_LOGIN_HEMMELIGHED": "meget hemmeligt"}, NO_FILE))
    assert "meget hemmeligt" not in told
    assert "k" * 32 not in told


def test_a_wrong_setting_ends_the_command_with_its_sentence_and_exit_code_2() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "overblik.web"],
        cwd=ROOT,
        env=os.environ | {"OVERBLIK_VAERT": "0.0.0.0"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ran.returncode == 2
    assert re.fullmatch(r"Uden login kan Overblik kun lytte på sin egen maskine .*docs/adgang\.md\.\n", ran.stderr)


@pytest.mark.parametrize(
    ("environment", "address", "says"),
    [
        (WHOLE, "127.0.0.1", "Overblik er startet uden dør"),
        ({}, "0.0.0.0", "Overblik er ikke åbent for andre"),
        ({}, "127.0.0.1", "Overblik"),
    ],
)
def test_streamlit_run_shows_pages_on_ones_own_machine_and_nowhere_else(
    published_example: Path, environment: dict[str, str], address: str, says: str
) -> None:
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", f"--server.port={port}"]
    command += [f"--server.address={address}", "--server.headless=true", "--server.fileWatcherType=none"]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=os.environ | environment | {"OVERBLIK_DATA": str(published_example), "OVERBLIK_OVERVAAG": "nej"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        told = _first_page(port)
    finally:
        process.terminate()
        process.wait(10)
    assert says in told
    assert ("Eksempeldata" in told) is (says == "Overblik")


def _first_page(port: int) -> str:
    """What the server sends a browser that opens the front page."""
    url = f"ws://127.0.0.1:{port}/_stcore/stream"
    until = time.monotonic() + 60
    while time.monotonic() < until:
        with suppress(OSError), connect(url, subprotocols=["streamlit"], max_size=None) as opened:  # type: ignore[list-item]
            asked = BackMsg()
            asked.rerun_script.page_name = ""
            opened.send(asked.SerializeToString())
            told = b""
            message = ForwardMsg()
            while message.WhichOneof("type") != "script_finished":
                data = opened.recv(timeout=60)
                assert isinstance(data, bytes)
                message.ParseFromString(data)
                told += data
            return told.decode(errors="replace")
        time.sleep(0.3)
    raise AssertionError("the server did not come up")
