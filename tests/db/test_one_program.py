"""One program per records file."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from needlelog.db.one_program import OneProgram
from needlelog.errors import CannotOpen

HOLD = """
import sys
from pathlib import Path
from needlelog.db.one_program import OneProgram
program = OneProgram(Path(sys.argv[1]))
print(program.hold(), flush=True)
sys.stdin.read()
"""


def other_program(records: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", HOLD, str(records)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def first_line(program: subprocess.Popen[str]) -> str:
    assert program.stdout is not None
    return program.stdout.readline().strip()


def test_a_second_program_does_not_get_the_file(tmp_path: Path) -> None:
    mine = OneProgram(tmp_path / "records.db")
    assert mine.hold()
    assert mine.hold()

    with other_program(tmp_path / "records.db") as second:
        assert first_line(second) == "False"
    with other_program(tmp_path / "other.db") as other_file:
        assert first_line(other_file) == "True"
    mine.release()


def test_a_first_start_makes_the_folder(tmp_path: Path) -> None:
    first = OneProgram(tmp_path / "data" / "records.db")

    assert first.hold()
    first.release()


def test_a_place_without_room_for_a_lock_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(CannotOpen, match="can't be written"):
        OneProgram(tmp_path / "file" / "records.db").hold()


@pytest.mark.skipif(sys.platform == "win32", reason="names the lock call of POSIX")
def test_a_disk_that_knows_no_locks_is_not_another_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    def no_locks(_handle: int, _how: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(fcntl, "flock", no_locks)

    with pytest.raises(CannotOpen, match=r"can't be locked: No locks available\. Nothing was"):
        OneProgram(tmp_path / "records.db").hold()


def test_the_file_is_free_after_the_program_was_killed(tmp_path: Path) -> None:
    mine = OneProgram(tmp_path / "records.db")
    with other_program(tmp_path / "records.db") as first:
        assert first_line(first) == "True"
        assert not mine.hold()
        first.kill()

    assert mine.hold()
    mine.release()
    assert OneProgram(tmp_path / "records.db").hold()
