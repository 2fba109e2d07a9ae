"""Streamlit tells every browser where on the machine the dashboard lies, as each page begins. Nobody there needs it."""

from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from overblik.settings import ROOT

_PATH: Final = f"{ROOT}/".encode()


class NoPaths:
    """Takes the path out of what goes out on the websocket."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return

        async def without(message: Message) -> None:
            if message["type"] == "websocket.send" and _PATH in (message.get("bytes") or b""):
                message = {**message, "bytes": without_path(message["bytes"])}
            await send(message)

        await self._app(scope, receive, without)


def without_path(told: bytes) -> bytes:
    """The message with the script's name alone."""
    message = ForwardMsg.FromString(told)
    if message.WhichOneof("type") == "new_session":
        message.new_session.main_script_path = message.new_session.main_script_path.removeprefix(_PATH.decode())
    changed: bytes = message.SerializeToString()
    return changed
