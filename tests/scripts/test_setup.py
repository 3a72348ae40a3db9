"""Setting up, as far as a machine that is set up can show it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from scripts import setup

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux lacks libraries of Qt")


@on_linux
def test_only_missing_libraries_are_asked_for() -> None:
    libraries = {"libc.so.6": "libc6", "libnobody-has-this.so.9": "libnobody9"}
    assert setup.missing_packages(libraries) == ["libnobody9"]


@pytest.mark.parametrize("purpose", ["run", "test"])
def test_the_stamp_holds_until_something_changes(purpose: str) -> None:
    assert setup.stamp(purpose) == setup.stamp(purpose)
    assert setup.stamp("run") != setup.stamp("test")


def test_set_up_needs_nothing_but_the_standard_library() -> None:
    """Without site-packages, and in a folder where nothing of ours can be found."""
    script = setup.ROOT / "scripts" / "setup.py"
    finished = subprocess.run(
        [sys.executable, "-I", "-S", str(script)], capture_output=True, text=True, check=False
    )
    assert finished.returncode == 2
    assert "scripts/setup.py run" in finished.stdout
    assert finished.stderr == ""


REPORT = (
    '<testsuites><testsuite errors="{0}" failures="{1}" skipped="{2}" tests="{3}"/></testsuites>'
)


@pytest.mark.parametrize(
    ("counts", "failed_checks", "line"),
    [
        ((0, 0, 0, 12), [], "12 passed, 0 failed"),
        ((0, 0, 2, 12), ["types"], "10 passed, 1 failed"),
        ((1, 2, 0, 12), ["tests"], "9 passed, 3 failed"),
        ((1, 2, 0, 12), ["format", "lint", "tests"], "9 passed, 5 failed"),
        ((0, 0, 0, 12), ["tests"], "12 passed, 1 failed"),
    ],
)
def test_the_closing_line_counts_tests_and_failed_checks(
    tmp_path: Path, counts: tuple[int, ...], failed_checks: list[str], line: str
) -> None:
    report = tmp_path / "pytest.xml"
    report.write_text(REPORT.format(*counts), encoding="utf-8")
    assert setup.closing_line(report, failed_checks) == line


def test_tests_that_never_ran_count_as_failed(tmp_path: Path) -> None:
    assert setup.closing_line(tmp_path / "none.xml", ["lint", "tests"]) == "0 passed, 2 failed"


@pytest.mark.skipif(os.name == "nt", reason="Windows starts setup.py itself")
@pytest.mark.parametrize("command", ["run", "test", ".ci/run", "scripts/start.sh"])
def test_the_commands_can_be_typed(command: str) -> None:
    assert os.access(setup.ROOT / command, os.X_OK)
