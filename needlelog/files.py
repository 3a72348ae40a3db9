"""Writing a file so that it is there as a whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from needlelog.errors import CannotWriteFile
from needlelog.i18n import _


def write_whole(target: Path, content: bytes) -> None:
    """Replace `target` in one step; whatever goes wrong, what stood there before is untouched.

    Only the person whose account this is may read the file: it may hold client data.
    Raises CannotWriteFile.
    """
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        try:
            _write_to_disk(unfinished, content)
            unfinished.replace(target)
            _keep_entry(target.parent)
        finally:
            unfinished.unlink(missing_ok=True)
    except (OSError, ValueError) as failure:  # ValueError: a NUL in the name
        raise CannotWriteFile(_reason(failure, target)) from failure


def _write_to_disk(path: Path, content: bytes) -> None:
    path.touch(mode=0o600)
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _keep_entry(folder: Path) -> None:
    """Without this a power cut can bring the old name back. Windows has no such call."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _reason(failure: OSError | ValueError, target: Path) -> str:
    name = target.name
    code = failure.errno if isinstance(failure, OSError) else errno.EINVAL
    if code in (errno.ENOSPC, errno.EDQUOT):
        return _(
            "“{name}” was not written: the disk is full. Nothing else was changed. "
            "Make room or choose another place, then try again."
        ).format(name=name)
    if code in (errno.EACCES, errno.EPERM, errno.EROFS):
        return _(
            "“{name}” was not written: this place may not be written to. Nothing else was "
            "changed. Close the file if it is open elsewhere, or choose another place."
        ).format(name=name)
    if code in (errno.ENOENT, errno.ENOTDIR):
        return _(
            "“{name}” was not written: its folder is not there. Nothing else was changed. "
            "Choose another place."
        ).format(name=name)
    return _(
        "“{name}” was not written ({reason}). Nothing else was changed. "
        "Choose another name or place."
    ).format(name=name, reason=os.strerror(code or errno.EIO))
