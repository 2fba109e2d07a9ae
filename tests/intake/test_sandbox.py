"""What a file can do to its reader: nothing but be refused. All with real processes."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from overblik import contract
from overblik.intake import sandbox
from overblik.intake.limits import Limits, limits_of
from overblik.intake.sandbox import Reading, read
from overblik.settings import ROOT
from tests.intake import hostile

MOEDE = contract.tables()["moede"]
SECRET = "HEMMELIG-9"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "moede.parquet"


@pytest.fixture
def scratch(tmp_path: Path) -> Path:
    folder = tmp_path / "kladde"
    folder.mkdir()
    return folder


def code_of(reading: Reading) -> str:
    """The one breach there is, which is a calm sentence with a remedy."""
    (breach,) = reading.breaches
    assert reading.content is None
    assert breach.message.startswith("moede.parquet: ")
    assert breach.message.endswith(".")
    assert "/" not in breach.message
    assert SECRET not in breach.message
    return breach.code


def reader_now() -> int:
    """The process that reads a file at this moment."""
    warden = [child for child in children(os.getpid()) if b"overblik.intake.warden" in command(child)]
    (child,) = [grandchild for one in warden for grandchild in children(one)]
    return child


def children(pid: int) -> list[int]:
    found = [path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/children")]
    return [int(child) for text in found for child in text.split()]


def command(pid: int) -> bytes:
    return Path(f"/proc/{pid}/cmdline").read_bytes()


def long_file(path: Path) -> None:
    """A file that takes its reader long enough to be looked at: many batches."""
    keys = pa.array([f"m-{number}" for number in range(900_000)])
    pq.write_table(hostile.moede(900_000).set_column(0, "moede_id", keys), path, row_group_size=100_000)


def test_a_file_is_written_anew_with_checksums_in_the_contracts_schema(path: Path, scratch: Path) -> None:
    pq.write_table(hostile.moede(3), path)
    shares: list[float] = []
    reading = read(path, "moede.parquet", MOEDE, scratch, shares.append)
    written = reading.content.path
    assert written.is_relative_to(scratch)
    assert pq.ParquetFile(written, page_checksum_verification=True).read().equals(hostile.moede(3))
    assert shares[-1] == 1.0
    assert shares == sorted(shares)


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (hostile.v2_overflow, "ikke_parquet"),
        (hostile.fifty_nested_lists, "indlejret_kolonne"),
        (hostile.run_length_bomb, "falsk_antal_raekker"),
        (hostile.dictionary_bomb, "fil_for_stor_i_hukommelsen"),
        (hostile.too_many_columns, "for_mange_kolonner"),
    ],
    ids=lambda one: getattr(one, "__name__", one),
)
def test_a_hostile_file_is_refused_within_its_limits_and_the_next_one_is_read(
    make: Callable[[Path], None], code: str, path: Path, scratch: Path
) -> None:
    make(path)
    assert path.stat().st_size < 1_000_000
    begun = time.monotonic()
    assert code_of(read(path, "moede.parquet", MOEDE, scratch)) == code
    assert time.monotonic() - begun < 20
    pq.write_table(hostile.moede(), path)
    assert read(path, "moede.parquet", MOEDE, scratch).content.rows == 1


def test_a_cell_that_takes_all_memory_is_refused(path: Path, scratch: Path) -> None:
    hostile.one_huge_cell(path, 200_000_000)
    few = Limits(memory=500_000_000, seconds=20, output=10**9)
    assert code_of(read(path, "moede.parquet", MOEDE, scratch, limits=few)) == "fil_for_stor_i_hukommelsen"


def test_a_file_that_takes_too_long_is_given_up(path: Path, scratch: Path) -> None:
    long_file(path)
    little = Limits(memory=10**9, seconds=0.05, output=10**9)
    begun = time.monotonic()
    assert code_of(read(path, "moede.parquet", MOEDE, scratch, limits=little)) == "fil_tog_for_lang_tid"
    assert time.monotonic() - begun < 10


def test_a_file_that_becomes_too_large_is_given_up(path: Path, scratch: Path) -> None:
    long_file(path)
    little = Limits(memory=10**9, seconds=60, output=20_000)
    assert code_of(read(path, "moede.parquet", MOEDE, scratch, limits=little)) == "fil_fylder_for_meget"


@pytest.mark.parametrize("kind", [signal.SIGSEGV, signal.SIGABRT, signal.SIGKILL, signal.SIGBUS])
def test_a_reader_that_dies_costs_its_own_file_only(kind: signal.Signals, path: Path, scratch: Path) -> None:
    long_file(path)
    dead: list[int] = []

    def kill(share: float) -> None:
        if not dead:
            dead.append(reader_now())
            os.kill(dead[0], kind)

    assert code_of(read(path, "moede.parquet", MOEDE, scratch, kill)) == "fil_kan_ikke_laeses_sikkert"
    assert read(path, "moede.parquet", MOEDE, scratch).content.rows == 900_000


def test_a_reader_that_stands_still_is_ended(path: Path, scratch: Path) -> None:
    long_file(path)
    stopped: list[int] = []

    def stop(share: float) -> None:
        if not stopped:
            stopped.append(reader_now())
            os.kill(stopped[0], signal.SIGSTOP)

    patient = Limits(memory=10**9, seconds=3, output=10**9)
    assert code_of(read(path, "moede.parquet", MOEDE, scratch, stop, patient)) == "fil_tog_for_lang_tid"
    assert not Path(f"/proc/{stopped[0]}").exists()


def test_a_reader_has_an_empty_environment_limits_and_nothing_open_but_its_file(
    path: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OVERBLIK_HEMMELIGHED", SECRET)
    long_file(path)
    seen: dict[str, object] = {}

    def look(share: float) -> None:
        if not seen:
            reader = reader_now()
            place = Path(f"/proc/{reader}")
            os.kill(reader, signal.SIGSTOP)
            seen["environment"] = (place / "environ").read_bytes()
            seen["limits"] = (place / "limits").read_text()
            seen["folder"] = (place / "cwd").readlink()
            seen["open"] = sorted(str(one.readlink()).split(":")[0] for one in (place / "fd").iterdir())
            seen["session"] = os.getsid(reader)
            seen["reader"] = reader
            os.kill(reader, signal.SIGCONT)

    reading = read(path, "moede.parquet", MOEDE, scratch, look)
    given = limits_of(path.stat().st_size)
    names = {word.split(b"=")[0] for word in seen["environment"].split(b"\0") if word}
    assert SECRET.encode() not in seen["environment"]
    allocator = {
        b"ARROW_DEFAULT_MEMORY_POOL",
        b"MALLOC_ARENA_MAX",
        b"MALLOC_MMAP_THRESHOLD_",
        b"MALLOC_TRIM_THRESHOLD_",
    }
    assert names <= {b"OPENBLAS_NUM_THREADS", *allocator}
    limits = {line[:26].strip(): line[26:].split()[:2] for line in seen["limits"].splitlines()}
    assert limits["Max address space"] == [str(given.memory)] * 2
    assert limits["Max file size"] == [str(given.output)] * 2
    assert limits["Max core file size"] == ["0", "0"]
    assert limits["Max open files"] == ["64", "64"]
    assert seen["session"] == seen["reader"]
    assert seen["folder"] == reading.content.path.parent
    assert set(seen["open"]) <= {"/dev/null", "pipe", str(path), *(str(one) for one in seen["folder"].iterdir())}


INSIDE = """
import os, socket, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from overblik.intake.confinement import confine
from overblik.intake.limits import limits_of
confine(limits_of(1000), Path(sys.argv[2]))
def may(what, *arguments):
    try:
        what(*arguments)
        return True
    except OSError:
        return False
own, other = Path(sys.argv[2]), Path(sys.argv[3])
print(may((own / "ny").write_text, "x"), may((other / "ny").write_text, "x"), may((other / "fil").unlink),
      may((other / "fil").read_text), may(os.mkdir, other / "mappe"), may((own / "ny").rename, other / "ny"),
      may(socket.create_connection, ("127.0.0.1", int(sys.argv[4])), 1), may((own / "stor").write_bytes, bytes(257000000)))
"""


def test_a_reader_can_write_in_its_own_folder_alone_and_reaches_no_network(tmp_path: Path, scratch: Path) -> None:
    other = tmp_path / "andres"
    other.mkdir()
    (other / "fil").write_text(SECRET)
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = str(server.getsockname()[1])
        command = [sys.executable, "-I", "-c", INSIDE, str(ROOT), str(scratch), str(other), port]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    own, outside, large = said[0], said[1:-1], said[-1]
    assert (own, large) == ("True", "False")
    if not landlock():
        pytest.skip("NOT RUN: this kernel has no Landlock, so the reader's files are shut in by its limits alone")
    assert outside == ["False"] * 6
    assert (other / "fil").read_text() == SECRET


def landlock() -> bool:
    """Whether the kernel lists it."""
    listed = Path("/sys/kernel/security/lsm")
    return not listed.exists() or "landlock" in listed.read_text()


def test_what_is_no_ordinary_file_is_never_opened(path: Path, scratch: Path, tmp_path: Path) -> None:
    real = tmp_path / "rigtig.parquet"
    pq.write_table(hostile.moede(), real)
    for make in (os.mkfifo, Path.mkdir, lambda place: place.symlink_to(real), lambda place: place.symlink_to("/x")):
        make(path)
        assert code_of(read(path, "moede.parquet", MOEDE, scratch)) == "ikke_almindelig_fil"
        path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
    assert code_of(read(path, "moede.parquet", MOEDE, scratch)) == "fil_kan_ikke_aabnes"


def test_a_warden_that_is_gone_is_replaced(path: Path, scratch: Path) -> None:
    pq.write_table(hostile.moede(), path)
    assert read(path, "moede.parquet", MOEDE, scratch).content
    for warden in list(sandbox._idle):
        warden.process.kill()
        warden.process.wait()
    assert read(path, "moede.parquet", MOEDE, scratch).content
