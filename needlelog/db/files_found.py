"""What lies in a folder before anything is opened or written there."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from needlelog.errors import CannotOpen

ROOM_TO_BEGIN = 50 * 1024 * 1024
"""Bytes that a disk must have free for records that are to grow for years."""


class Finding(Enum):
    FREE = auto()
    OTHER_CLINIC = auto()
    """Records of ours that have a name already."""
    FOREIGN = auto()
    """A file of that name that is not ours, or damaged."""
    CANNOT_WRITE = auto()
    FULL = auto()


@dataclass(frozen=True, slots=True)
class Found:
    file: Path
    finding: Finding
    clinic: str = ""
    """Whose records they are."""
    free_mb: int = 0


def look(file: Path) -> Found:
    """Whether records can be made as this file, and what is there already."""
    if file.exists():
        return _look_inside(file)
    folder = _nearest(file.parent)
    if not os.access(folder, os.W_OK | os.X_OK):
        return Found(file, Finding.CANNOT_WRITE)
    free = shutil.disk_usage(folder).free
    kind = Finding.FULL if free < ROOM_TO_BEGIN else Finding.FREE
    return Found(file, kind, free_mb=free // 1024**2)


def is_demo(file: Path) -> bool:
    """Whether this file is an invented clinic; False for whatever can't be told."""
    from needlelog.db import sqlite  # the page that asks must not wait for the database

    try:
        sqlite.refuse_unless_ours(file)
        return bool(sqlite.asked(file, None, "SELECT coalesce(max(is_demo), 0) FROM clinic"))
    except CannotOpen:
        return False


def _look_inside(file: Path) -> Found:
    from needlelog.db import sqlite

    try:
        sqlite.refuse_unless_ours(file)
        name = sqlite.asked(file, None, "SELECT coalesce(max(name), '') FROM clinic")
    except CannotOpen:
        return Found(file, Finding.FOREIGN)
    return Found(file, Finding.OTHER_CLINIC if name else Finding.FREE, str(name))


def _nearest(folder: Path) -> Path:
    """The folder itself, or the one it would be made in."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return folder
