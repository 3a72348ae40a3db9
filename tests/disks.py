"""Disks for tests: small ones in memory that fill up or are locked."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest


@contextlib.contextmanager
def mounted(folder: Path, size: str) -> Iterator[Path]:
    """A disk of this size, in memory. Skips the test where none can be had."""
    folder.mkdir(parents=True)
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    if os.name == "nt" or os.geteuid() != 0:
        pytest.skip("mounting a small disk needs root")
    if subprocess.run(command, capture_output=True, check=False).returncode != 0:
        pytest.skip("no disk can be mounted here")
    try:
        yield folder
    finally:
        # Lazily: a test that failed may still have a file open there.
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


@contextlib.contextmanager
def locked(records: Path) -> Iterator[None]:
    """Records nobody may write to, not even who has them open. Skips where none can be had.

    The shared memory beside them stays as it is: a process that has it mapped would be ended.
    """
    files = [records.parent, *(f for f in records.parent.iterdir() if f.suffix != ".db-shm")]
    if shutil.which("chattr") is None or os.geteuid() != 0:
        pytest.skip("locking a file under an open program needs root and chattr")
    if _chattr("+i", files) != 0:
        pytest.skip("this disk can't lock a file")
    try:
        yield
    finally:
        _chattr("-i", files)


def _chattr(flag: str, files: list[Path]) -> int:
    command = ["chattr", flag, *map(str, files)]
    return subprocess.run(command, capture_output=True, check=False).returncode


@contextlib.contextmanager
def taken_away(folder: Path) -> Iterator[None]:
    """A folder that is not there for a while, as a stick that was pulled out."""
    elsewhere = folder.with_name(f"{folder.name} elsewhere")
    folder.rename(elsewhere)
    try:
        yield
    finally:
        elsewhere.rename(folder)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 2 MB, in memory."""
    with mounted(tmp_path / "disk", "2m") as folder:
        yield folder
