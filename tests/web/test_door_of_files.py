"""Every file that every page offers when it is opened, knocked on at its own address by everybody: who may look gets it, a stranger not.

The pages are asked over the websocket as a browser does, and the files behind their buttons are made as by a press.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Final

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.DownloadButton_pb2 import DownloadButton
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

from overblik.settings import ROOT
from tests.web.fixtures import Faelles

ROLES: Final = ("laeser", "analytiker", "udgiver", "administrator")
PAGES: Final = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
TABLES: Final = {"Excel", "CSV", "CSV, international"}
TEMPLATES: Final = {"Hent skabelon til Excel", "Tomme Parquet-filer"}


@contextmanager
def line(faelles: Faelles, cookies: dict[str, str]) -> Iterator[ClientConnection]:
    """A websocket of somebody who has logged in."""
    token = cookies["_streamlit_xsrf"].strip('"')
    with connect(
        faelles.address.replace("http", "ws") + "/_stcore/stream",
        additional_headers={"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())},
        origin=faelles.address,  # type: ignore[arg-type]
        subprotocols=["streamlit", token],  # type: ignore[list-item]
        max_size=None,
    ) as opened:
        yield opened


def told(opened: ClientConnection, last: str) -> Iterator[ForwardMsg]:
    """What the server says, up to its word of this kind; past the end of a run that is run anew at once."""
    while True:
        data = opened.recv(timeout=120)
        assert isinstance(data, bytes)
        message = ForwardMsg.FromString(data)
        yield message
        if message.WhichOneof("type") == last and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
            return


@dataclass(frozen=True)
class Offered:
    """What a page offers one who has it open: the session's id, and the first button of each label."""

    session: str
    buttons: dict[str, DownloadButton]


def offered(opened: ClientConnection, server: str, page: str) -> Offered:
    """Opens a page."""
    asked = BackMsg()
    asked.rerun_script.page_name = page
    asked.rerun_script.context_info.url = f"{server}/{page}"
    asked.rerun_script.context_info.timezone = "Europe/Copenhagen"
    opened.send(asked.SerializeToString())
    session, found = "", {}
    for message in told(opened, "script_finished"):
        session = message.new_session.initialize.session_id or session
        element = message.delta.new_element
        if element.WhichOneof("type") == "download_button":
            found.setdefault(element.download_button.label, element.download_button)
    return Offered(session, found)


def address(opened: ClientConnection, session: str, button: DownloadButton) -> str:
    """Where the file is, made now; it is there as long as the page is open."""
    asked = BackMsg()
    request = asked.backend_operation_request
    request.request_id, request.session_id = button.deferred_file_id, session
    request.deferred_file.file_id = button.deferred_file_id
    opened.send(asked.SerializeToString())
    *_, answer = told(opened, "backend_operation_response")
    assert not answer.backend_operation_response.error_msg
    return answer.backend_operation_response.deferred_file.url


def cookies_of(faelles: Faelles, role: str) -> dict[str, str]:
    with faelles.inside(role) as client:
        client.get("/_stcore/health")  # gives the token against cross-site requests
        return dict(client.cookies)


def test_all_who_may_look_are_offered_the_same_files_and_templates_go_to_those_who_hand_in(faelles: Faelles) -> None:
    labels = {}
    for role in ROLES:
        cookies = cookies_of(faelles, role)
        labels[role] = set()
        for page in PAGES:
            with line(faelles, cookies) as opened:
                labels[role] |= {(page, label) for label in offered(opened, faelles.address, page).buttons}
    kinds = {role: {label for _, label in found} for role, found in labels.items()}
    assert all(kinds[role] >= TABLES for role in ROLES), kinds
    assert {role for role in ROLES if kinds[role] & TEMPLATES} == {"analytiker", "administrator"}
    figures = [{one for one in found if one[1] not in TEMPLATES} for found in labels.values()]
    assert all(one == figures[0] for one in figures)
    assert len(figures[0]) > 12


def test_a_file_is_given_to_whoever_may_look_and_to_nobody_else(faelles: Faelles) -> None:
    cookies = cookies_of(faelles, "administrator")
    wrong, knocked = [], 0
    with ExitStack() as stack:
        visitors = {one: stack.enter_context(faelles.inside(one)) for one in (*ROLES, "ukendt", "ingen")}
        visitors["fremmed"] = stack.enter_context(faelles.client())
        for page in PAGES:
            with line(faelles, cookies) as opened:
                found = offered(opened, faelles.address, page)
                for label, button in found.buttons.items():
                    path = address(opened, found.session, button)
                    for visitor, client in visitors.items():
                        answer = client.get(path)
                        expected = 200 if visitor in ROLES else 401 if visitor == "fremmed" else 403
                        knocked += 1
                        if answer.status_code != expected or (expected != 200 and len(answer.content) > 200):
                            wrong.append(f"{visitor} {page} {label}: {answer.status_code}")
    assert not wrong, wrong
    assert knocked > 100
