"""A file is there as a whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from needlelog.errors import CannotWriteFile
from needlelog.files import write_whole

FULL_DISK = Path("/dev/full")


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    target = tmp_path / "sheet.pdf"
    write_whole(target, b"old and longer")
    write_whole(target, b"new")
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    target = tmp_path / "sheet.pdf"
    write_whole(target, b"a client's sheet")
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotWriteFile, match=r"“sheet\.pdf” was not written: its folder"):
        write_whole(tmp_path / "gone" / "sheet.pdf", b"x")


@pytest.mark.parametrize("name", ["a\0b.pdf", "n" * 300 + ".pdf"])
def test_a_name_no_file_can_have_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(CannotWriteFile, match="Choose another name or place"):
        write_whole(tmp_path / name, b"x")
    assert list(tmp_path.iterdir()) == []


def test_a_failed_replacement_leaves_what_stood_there(tmp_path: Path) -> None:
    target = tmp_path / "sheet.pdf"
    target.mkdir()
    (target / "kept").touch()
    with pytest.raises(CannotWriteFile):
        write_whole(target, b"x")
    assert [path.name for path in tmp_path.rglob("*")] == ["sheet.pdf", "kept"]


@pytest.mark.skipif(not FULL_DISK.exists(), reason="only Linux has a device that is always full")
def test_a_full_disk_is_said_and_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "sheet.pdf"
    target.write_bytes(b"old")
    (tmp_path / f".sheet.pdf.{os.getpid()}.part").symlink_to(FULL_DISK)
    with pytest.raises(CannotWriteFile, match="the disk is full"):
        write_whole(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]
