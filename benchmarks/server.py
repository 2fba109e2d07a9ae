"""Streamlit's own server without the socket: what a browser sends goes in, what it would be sent comes out.

It is the same Runtime that `streamlit run` starts: session, event loop, script thread, and garbage collection
after each run. Left out is the network, which differs from reader to reader. AppTest is no measure of it: it waits in
steps of a tenth of a second and reads every element back.
"""

import asyncio
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar
from urllib.parse import urlencode

from streamlit import config
from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import Runtime, RuntimeConfig
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.session_manager import SessionClient

from overblik.settings import ROOT
from overblik.show.door import FRONT

Address = dict[str, str]

T = TypeVar("T")

_SECONDS = 60


class PageFailed(Exception):
    """A page showed an error, or did not come to an end. A figure of it would be worth nothing."""


@dataclass(eq=False)
class Reader(SessionClient):
    """One browser: counts what it is sent, written as bytes as the socket needs them, and notes a run's end."""

    finished: threading.Event = field(default_factory=threading.Event)
    sent: int = 0
    failed: str = ""

    def write_forward_msg(self, msg: ForwardMsg) -> None:
        self.sent += len(msg.SerializeToString())
        kind = msg.WhichOneof("type")
        if kind == "delta":
            element = msg.delta.new_element
            if element.WhichOneof("type") == "exception" or element.alert.format == Alert.ERROR:
                self.failed = element.exception.message or element.alert.body
        elif kind == "script_finished":
            if msg.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
                self.failed = "the run did not finish"
            self.finished.set()


class Server:
    """The runtime, on a thread of its own."""

    def __init__(self) -> None:
        config.get_config_options()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._runtime = Runtime(
            RuntimeConfig(
                script_path=str(ROOT / "dashboard.py"),
                media_file_storage=MemoryMediaFileStorage("/media"),
                uploaded_file_manager=MemoryUploadedFileManager("/upload"),
            )
        )
        asyncio.run_coroutine_threadsafe(self._runtime.start(), self._loop).result(_SECONDS)

    def open(self, page: str) -> "Visit":
        """A reader who has come to a page by the front door."""
        reader = Reader()
        session = self._call(lambda: self._runtime.connect_session(reader, {}))
        visit = Visit(reader, page, lambda message: self._call(lambda: self._runtime.handle_backmsg(session, message)))
        Visit(reader, FRONT, visit.send).run({})
        if page != FRONT:
            visit.run({})
        return visit

    def stop(self) -> None:
        """Ends all sessions."""
        self._runtime.stop()
        asyncio.run_coroutine_threadsafe(_wait(self._runtime), self._loop).result(_SECONDS)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(_SECONDS)

    def _call(self, work: Callable[[], T]) -> T:
        async def there() -> T:
            return work()

        return asyncio.run_coroutine_threadsafe(there(), self._loop).result(_SECONDS)


async def _wait(runtime: Runtime) -> None:
    await runtime.stopped


@dataclass(frozen=True)
class Visit:
    """One reader on one page."""

    reader: Reader
    page: str
    send: Callable[[BackMsg], None]

    def run(self, address: Address) -> float:
        """Seconds from the reader's message to the end of the run, with all written and all tidied up."""
        message = BackMsg()
        message.rerun_script.query_string = urlencode(address)
        message.rerun_script.page_name = "" if self.page == FRONT else self.page
        self.reader.finished.clear()
        self.reader.sent, self.reader.failed = 0, ""
        begun = time.perf_counter()
        self.send(message)
        if not self.reader.finished.wait(_SECONDS):
            raise PageFailed(f"{self.page}: no end within {_SECONDS} seconds")
        for thread in threading.enumerate():
            if thread.name == "ScriptRunner.scriptThread":
                thread.join(_SECONDS)
        taken = time.perf_counter() - begun
        if self.reader.failed:
            raise PageFailed(f"{self.page}: {self.reader.failed}")
        return taken
