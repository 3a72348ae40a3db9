"""The program as it is started: real processes, one window per records file."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from needlelog import app
from needlelog.ui.one_window import raise_the_other

Start = Callable[..., subprocess.Popen[str]]
SECONDS = 20

pytestmark = pytest.mark.skipif(os.name == "nt", reason="these processes are killed the Unix way")


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start the program in a folder; whatever still runs afterwards is killed."""
    running: list[subprocess.Popen[str]] = []

    def started(*arguments: str, folder: Path = tmp_path) -> subprocess.Popen[str]:
        program = subprocess.Popen(
            [sys.executable, "-m", "needlelog", *arguments],
            cwd=folder,
            env=os.environ | {"PYTHONPATH": str(Path(app.__file__).parents[1])},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        running.append(program)
        return program

    yield started
    for program in running:
        program.kill()
        program.communicate()


def answers(records: Path) -> bool:
    """Whether a window stands on these records, given time to come up."""
    return any(raise_the_other(str(records)) for _try in range(5))


def test_a_second_start_raises_the_first_window_and_ends(start: Start, records_file: Path) -> None:
    first = start("--database", str(records_file))
    up = answers(records_file)
    second = start("--database", records_file.name, folder=records_file.parent)
    second.communicate(timeout=SECONDS)

    assert up
    assert second.returncode == 0
    assert first.poll() is None


LATER = (
    "PIL", "PySide6.QtNetwork", "alembic", "babel", "hashlib", "logging.handlers", "reportlab",
    "sqlalchemy",
)  # fmt: skip
UNTIL_PAINTED = """
import sys
from PySide6.QtGui import QPaintEvent
from needlelog import app
from needlelog.ui.window import Window

paint = Window.paintEvent

def painted(window: Window, event: QPaintEvent) -> None:
    paint(window, event)
    sys.stdout.write(" ".join(sys.modules))
    sys.stdout.flush()
    sys.exit(0)

Window.paintEvent = painted
app.main(["--database", sys.argv[1]])
"""


def test_nothing_heavy_is_loaded_before_the_first_paint(records_file: Path) -> None:
    order = [sys.executable, "-c", UNTIL_PAINTED, str(records_file)]
    root = Path(app.__file__).parents[1]
    ended = subprocess.run(
        order, cwd=root, capture_output=True, text=True, timeout=SECONDS, check=False
    )
    loaded = ended.stdout.split()

    assert "needlelog.ui.window" in loaded, ended.stderr
    assert set(LATER).isdisjoint(loaded)


def test_pyside_reads_no_sources_of_what_is_imported_later() -> None:
    order = "import linecache, needlelog.ui.window, needlelog.errors; print(*linecache.cache)"
    root = Path(app.__file__).parents[1]
    ended = subprocess.run(
        [sys.executable, "-c", order],
        cwd=root,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=True,
    )

    assert "needlelog" not in ended.stdout


def test_two_starts_at_once_open_one_window(start: Start, records_file: Path) -> None:
    both = [start("--database", str(records_file)) for _number in range(2)]
    up = answers(records_file)
    ended = [program for program in both if has_ended(program)]

    assert up
    assert [program.returncode for program in ended] == [0]


def has_ended(program: subprocess.Popen[str]) -> bool:
    try:
        program.wait(5)
    except subprocess.TimeoutExpired:
        return False
    return True


def test_a_link_to_the_records_is_the_same_records(start: Start, records_file: Path) -> None:
    link = records_file.with_name("link.db")
    link.symlink_to(records_file)
    start("--database", str(records_file))
    up = answers(records_file)
    second = start("--database", str(link))
    second.communicate(timeout=SECONDS)

    assert up
    assert second.returncode == 0


def test_killed_the_program_frees_its_records(start: Start, records_file: Path) -> None:
    first = start("--database", str(records_file))
    up = answers(records_file)
    first.kill()
    first.communicate()
    start("--database", str(records_file))

    assert up
    assert answers(records_file)


def test_without_a_display_it_says_so(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    program = start()
    _out, told = program.communicate(timeout=SECONDS)

    assert program.returncode == 2
    assert told.startswith("There is no display, so no window can be opened.")
    assert "Traceback" not in told


def test_help_names_the_commands(start: Start) -> None:
    program = start("--help")
    told, _errors = program.communicate(timeout=SECONDS)

    assert program.returncode == 0
    assert "--database FILE" in told
    assert "tour, sheet" in told


def test_a_word_it_does_not_know_is_refused(start: Start) -> None:
    program = start("--databse", "x")
    _out, told = program.communicate(timeout=SECONDS)

    assert program.returncode == 2
    assert "--databse" in told
    assert "Traceback" not in told


def test_records_in_a_place_nobody_can_write_open_a_window_that_says_so(start: Start) -> None:
    program = start("--database", "/proc/none/records.db")

    assert answers(Path("/proc/none/records.db"))
    assert program.poll() is None


def test_one_file_has_one_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert app.records_address("records.db", None) == str(tmp_path.resolve() / "records.db")
    assert app.records_address(None, "postgresql+psycopg://here/r") == "postgresql+psycopg://here/r"
