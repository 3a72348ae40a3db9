"""The commands without a window, as real processes: a file, or a sentence and a code."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from uuid import UUID, uuid4

import pypdfium2
import pytest

from needlelog import cli
from needlelog.db import clients, clinic, handouts, practitioners, sessions
from needlelog.db.one_program import OneProgram
from needlelog.db.store import Store
from needlelog.domain.handout import Handout
from tests.builders import NOON, a_client, a_clinic, a_practitioner, a_session

SECONDS = 60

Run = Callable[..., "subprocess.CompletedProcess[str]"]
BEFORE = b"what stood there before"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command without any display."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PYTHONPATH", str(Path(cli.__file__).parents[1]))

    def done(*words: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "needlelog", *map(str, words)]
        return subprocess.run(
            command, cwd=tmp_path, capture_output=True, text=True, timeout=SECONDS, check=False
        )

    return done


def kept_session(records: Path, zones: dict[str, int]) -> UUID:
    """A session in these records."""
    store = Store.open(records)
    with store.transaction() as db:
        clinic.add(db, a_clinic())
        you = practitioners.add(db, a_practitioner())
        client = clients.add(db, a_client(given_name="Priya & <b>Co</b>"))
        session = sessions.start(db, a_session(client, zones, treated_by_id=you.id))
    store.close()
    return session.id


@pytest.fixture
def treated(records_file: Path) -> UUID:
    return kept_session(records_file, {"face.chin": 500, "face.nose": 250})


def is_refused(done: subprocess.CompletedProcess[str], sentence: str) -> bool:
    """One sentence on the error output, nothing else anywhere."""
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    return done.returncode == 1 and sentence in done.stderr


def test_the_sheet_of_a_session_is_written(
    run: Run, treated: UUID, records_file: Path, tmp_path: Path
) -> None:
    target = tmp_path / "sheet.pdf"
    done = run("sheet", treated, "--out", target, "--database", records_file)

    assert (done.returncode, done.stderr) == (0, "")
    document = pypdfium2.PdfDocument(target)
    text = document[0].get_textpage().get_text_bounded()
    document.close()
    assert "Linden Skin Studio" in text
    assert "Priya & <b>Co</b>" in text


def test_a_sheet_that_was_given_is_written_as_it_was_given(
    run: Run, treated: UUID, records_file: Path, tmp_path: Path
) -> None:
    store = Store.open(records_file)
    with store.transaction() as db:
        given = Handout(treated, "aftercare", b"%PDF as given", "", "en", "{}", NOON, NOON)
        handouts.add(db, given)
    store.close()
    target = tmp_path / "sheet.pdf"

    assert run("sheet", treated, "--out", target, "--database", records_file).returncode == 0
    assert target.read_bytes() == b"%PDF as given"


def test_records_that_the_program_has_open_are_left_to_it(
    run: Run, treated: UUID, records_file: Path, tmp_path: Path
) -> None:
    program = OneProgram(records_file)
    assert program.hold()
    copy = records_file.with_name("records.backup.db")
    before = records_file.stat().st_mtime_ns, copy.stat().st_mtime_ns
    done = run("sheet", treated, "--out", "sheet.pdf", "--database", records_file)
    program.release()

    assert is_refused(done, "NeedleLog has the records")
    assert (records_file.stat().st_mtime_ns, copy.stat().st_mtime_ns) == before
    assert not (tmp_path / "sheet.pdf").exists()


def test_a_session_that_is_not_there_is_told(run: Run, treated: UUID, records_file: Path) -> None:
    done = run("sheet", uuid4(), "--out", "sheet.pdf", "--database", records_file)

    assert is_refused(done, "There is no record")


def test_a_session_with_nothing_done_has_no_sheet(
    run: Run, records_file: Path, tmp_path: Path
) -> None:
    empty = kept_session(records_file, {})
    target = tmp_path / "sheet.pdf"
    target.write_bytes(BEFORE)
    done = run("sheet", empty, "--out", target, "--database", records_file)

    assert is_refused(done, "Nothing is recorded as done yet")
    assert target.read_bytes() == BEFORE


def test_a_folder_that_is_not_there_is_told(run: Run, treated: UUID, records_file: Path) -> None:
    done = run("sheet", treated, "--out", "none/sheet.pdf", "--database", records_file)

    assert is_refused(done, "“sheet.pdf” was not written: its folder is not there.")


def test_a_target_that_is_a_folder_is_told(
    run: Run, treated: UUID, records_file: Path, tmp_path: Path
) -> None:
    (tmp_path / "sheet.pdf").mkdir()
    done = run("sheet", treated, "--out", "sheet.pdf", "--database", records_file)

    assert is_refused(done, "“sheet.pdf” was not written")
    assert not list(tmp_path.glob(".*.part"))


def test_records_that_are_not_there_are_not_made(run: Run, tmp_path: Path) -> None:
    done = run("sheet", uuid4(), "--out", "sheet.pdf", "--database", "none.db")

    assert is_refused(done, "There is no records file at")
    assert not (tmp_path / "none.db").exists()


def test_a_foreign_file_is_refused_untouched(run: Run, tmp_path: Path) -> None:
    foreign = tmp_path / "foreign.db"
    foreign.write_bytes(BEFORE)
    done = run("sheet", uuid4(), "--out", "sheet.pdf", "--database", foreign)

    assert is_refused(done, "was not made by NeedleLog")
    assert foreign.read_bytes() == BEFORE


def test_a_demo_file_is_made_and_never_over_another(run: Run, tmp_path: Path) -> None:
    words = ("demo", "demo.db", "--clients", 3, "--sessions", 9)
    done = run(*words)
    assert (done.returncode, done.stderr) == (0, "")
    before = (tmp_path / "demo.db").read_bytes()

    assert is_refused(run(*words), "There is a file demo.db already.")
    assert (tmp_path / "demo.db").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["demo.db"]


def test_more_sessions_than_a_life_has_room_for_are_refused(run: Run, tmp_path: Path) -> None:
    done = run("demo", "demo.db", "--clients", 1, "--sessions", 501)
    assert is_refused(done, "501 sessions are too many for 1 clients")
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signal for Ctrl+C to send")
def test_ctrl_c_leaves_no_half_file(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "needlelog", "demo", "demo.db"]
    many = ["--clients", "20000", "--sessions", "100000"]
    environment = dict(os.environ, PYTHONPATH=str(Path(cli.__file__).parents[1]))
    with subprocess.Popen([*command, *many], cwd=tmp_path, env=environment) as made:
        while not list(tmp_path.glob("*.part")):
            assert made.poll() is None
        made.send_signal(signal.SIGINT)
    assert made.returncode == 130
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("words", [("sheet", "not-an-id", "--out", "x.pdf"), ("sheet",)], ids=str)
def test_a_misspelt_command_is_explained(run: Run, words: tuple[str, ...]) -> None:
    done = run(*words)

    assert done.returncode == 2
    assert "needlelog sheet" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_blank_form_is_written_without_a_window(
    run: Run, records_file: Path, treated: UUID, tmp_path: Path
) -> None:
    target = tmp_path / "card.pdf"
    done = run("paper", "card", "--out", target, "--database", records_file)

    assert (done.returncode, done.stderr) == (0, "")
    document = pypdfium2.PdfDocument(target)
    words = document[0].get_textpage().get_text_range()
    document.close()
    assert "Treatment card" in words
    assert "Linden Skin Studio" in words


def test_a_form_that_does_not_exist_is_no_command(run: Run, tmp_path: Path) -> None:
    done = run("paper", "napkin", "--out", tmp_path / "napkin.pdf")

    assert done.returncode == 2
    assert not list(tmp_path.glob("*.pdf"))


def test_a_form_needs_the_name_of_the_clinic(run: Run, records_file: Path, tmp_path: Path) -> None:
    done = run("paper", "history", "--out", tmp_path / "h.pdf", "--database", records_file)

    assert done.returncode == 1
    assert "no clinic yet" in done.stderr
