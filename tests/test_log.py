"""The log says where it failed, never whom it was about."""

from __future__ import annotations

import errno
import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from needlelog import log

CLIENT = "Canary Kowalska"
ours = logging.getLogger("needlelog.test")


@pytest.fixture
def log_file(tmp_path: Path) -> Iterator[Path]:
    handler = log.start(tmp_path)
    handler.open()
    yield tmp_path / log.FILE_NAME
    log.stop(handler)


def fail_for(client: str) -> None:
    try:
        raise ValueError(f"no such client: {client}")
    except ValueError as failure:
        raise OSError(errno.ENOSPC, "disk full", f"{client}.pdf") from failure


@pytest.mark.expects_log
def test_an_error_is_kept_with_its_place_and_without_its_words(log_file: Path) -> None:
    try:
        fail_for(CLIENT)
    except OSError:
        ours.exception("The sheet was not written")
    text = log_file.read_text(encoding="utf-8")
    assert "The sheet was not written" in text
    assert "OSError ENOSPC" in text
    assert "ValueError" in text
    assert "in fail_for" in text
    assert CLIENT not in text


@pytest.mark.expects_log
def test_other_packages_are_left_out(log_file: Path) -> None:
    logging.getLogger("sqlalchemy.engine").error("INSERT INTO client VALUES (%s)", CLIENT)
    assert CLIENT not in log_file.read_text(encoding="utf-8")


def test_the_log_stays_within_five_files_of_a_megabyte(log_file: Path) -> None:
    for _line in range(6_000):
        ours.info("x" * 1_000)
    files = list(log_file.parent.iterdir())
    assert len(files) == 5
    assert all(file.stat().st_size <= 1_000_000 for file in files)


def test_the_program_works_without_a_place_for_its_log(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("a file stands in the way", encoding="utf-8")
    handler = log.start(tmp_path / "log")
    handler.open()
    ours.info("still running")
    log.stop(handler)

    assert (tmp_path / "log").read_text(encoding="utf-8") == "a file stands in the way"


def test_what_is_said_before_the_file_is_open_comes_first_in_it(tmp_path: Path) -> None:
    handler = log.start(tmp_path)
    ours.info("early")
    before = list(tmp_path.iterdir())
    handler.open()
    ours.info("late")
    log.stop(handler)

    assert before == []
    assert said_in(tmp_path) == ["NeedleLog", "early", "late"]


@pytest.mark.expects_log
def test_an_error_does_not_wait_for_the_first_paint(tmp_path: Path) -> None:
    handler = log.start(tmp_path)
    ours.error("broken")
    said = said_in(tmp_path)
    log.stop(handler)

    assert said == ["NeedleLog", "broken"]


def test_a_program_that_ends_early_leaves_its_log(tmp_path: Path) -> None:
    program = "import pathlib, sys; from needlelog import log; log.start(pathlib.Path(sys.argv[1]))"
    order = [sys.executable, "-c", program, str(tmp_path)]
    subprocess.run(order, check=True, cwd=Path(__file__).parents[1])

    assert said_in(tmp_path) == ["NeedleLog"]


def said_in(folder: Path) -> list[str]:
    """The first word of every message."""
    text = (folder / log.FILE_NAME).read_text(encoding="utf-8")
    return [line.split(": ", 1)[1].split()[0] for line in text.splitlines()]
