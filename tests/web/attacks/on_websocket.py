"""Messages that no browser of ours sends, as data: a name, and the frames, made by Streamlit's own protobuf."""

import os
from collections.abc import Callable
from typing import Final, NamedTuple

from streamlit.proto.BackMsg_pb2 import BackMsg


class Attack(NamedTuple):
    """Frames to send, bytes or text, on a socket that has been opened as a browser does."""

    name: str
    frames: tuple[bytes | str, ...]


def _message(change: Callable[[BackMsg], object]) -> bytes:
    made = BackMsg()
    change(made)
    return made.SerializeToString()


def _run(**told: str) -> bytes:
    made = BackMsg()
    for name, value in told.items():
        setattr(made.rerun_script, name, value)
    made.rerun_script.SetInParent()
    return made.SerializeToString()


def _widget(identity: str, **value: object) -> bytes:
    made = BackMsg()
    state = made.rerun_script.widget_states.widgets.add()
    state.id = identity
    for name, given in value.items():
        setattr(state, name, given)
    return made.SerializeToString()


def _many_widgets() -> bytes:
    made = BackMsg()
    for number in range(5_000):
        made.rerun_script.widget_states.widgets.add(id=f"w{number}", string_value="x")
    return made.SerializeToString()


ATTACKS: Final = (
    Attack("a text in place of bytes", ("hej",)),
    Attack("nothing in a frame", (b"",)),
    Attack("bytes that are no message", (b"\xff" * 64,)),
    Attack("random bytes", (os.urandom(4_096),)),
    Attack("half a message", (_run(query_string="omraade=RIN")[:-3],)),
    Attack("a message of 3 MB", (_run(query_string="x" * 3_000_000),)),
    Attack("a field that says it is 2 GB long", (b"\x0a\xff\xff\xff\xff\x07",)),
    Attack("groups within groups", (b"\x0b" * 10_000,)),
    Attack("an unknown field", (b"\xfa\x3f\x03abc",)),
    Attack("a page that is none", (_run(page_script_hash="0" * 32),)),
    Attack("a page by a path", (_run(page_name="../../../../etc/passwd"),)),
    Attack("a page by a long name", (_run(page_name="a" * 100_000),)),
    Attack("a fragment that is none", (_run(fragment_id="gal"),)),
    Attack("an address of signs", (_run(query_string="%00&%ff=%fe&=&&&==;"),)),
    Attack("an address of a thousand parameters", (_run(query_string="&".join(f"a{n}=1" for n in range(1_000))),)),
    Attack("one parameter a thousand times", (_run(query_string="omraade=RIN&" * 1_000),)),
    Attack("a widget that is none", (_widget("gal", string_value="x"),)),
    Attack("a widget of another kind", (_widget("$$ID-x-aflever-nu", string_value="x"),)),
    Attack("a widget with a number for a text", (_widget("$$ID-x-omraade", int_value=2**53),)),
    Attack("a widget with bytes", (_widget("$$ID-x-omraade", bytes_value=b"\x80\x04gal"),)),
    Attack("a widget with deep JSON", (_widget("$$ID-x-overblik-graf", json_value="[" * 100_000),)),
    Attack("a trigger that nobody pressed", (_widget("$$ID-x-anmod-gendan", trigger_value=True),)),
    Attack("five thousand widgets", (_many_widgets(),)),
    Attack("the cache away", (_message(lambda m: setattr(m, "clear_cache", True)),)),
    Attack("a stop, many times", (_message(lambda m: setattr(m, "stop_script", True)),) * 50),
    Attack("the server down", (_message(lambda m: setattr(m, "debug_shutdown_runtime", True)),)),
    Attack("the socket down", (_message(lambda m: setattr(m, "debug_disconnect_websocket", True)),)),
    Attack("runs whenever a file changes", (_message(lambda m: setattr(m, "set_run_on_save", True)),)),
    Attack("what git knows", (_message(lambda m: setattr(m, "load_git_info", True)),)),
    Attack("places for other people's files",
           (_message(lambda m: m.file_urls_request.file_names.extend(["../../etc/passwd", "\x00", "a" * 10_000])),)),
    Attack("a hundred runs at once", (_run(),) * 100),
)  # fmt: skip
