"""A spooler of the test's own: real programs named lp and lpstat, first on the PATH."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

import pytest

_LP = """#!/bin/sh
echo "$@" >> "{folder}/asked"
cat > "{folder}/came"
[ -e "{folder}/hangs" ] && exec sleep 60
[ -e "{folder}/refuses" ] && {{ echo "lp: The printer is not accepting jobs." >&2; exit 1; }}
mv "{folder}/came" "{folder}/printed.pdf"
echo "request id is Front_desk-7 (1 file(s))"
"""
_LPSTAT = """#!/bin/sh
if [ "$1" = -e ]; then cat "{folder}/printers"; else cat "{folder}/default"; fi
"""


@dataclass(frozen=True, slots=True)
class Spooler:
    """Real programs named lp and lpstat; what they are asked and given lies in a folder."""

    folder: Path

    def has(self, *printers: str, default: str = "") -> None:
        (self.folder / "printers").write_text("".join(f"{name}\n" for name in printers))
        told = f"system default destination: {default}" if default else "no system default"
        (self.folder / "default").write_text(f"{told}\n")

    def refuses(self) -> None:
        (self.folder / "refuses").touch()

    def hangs(self) -> None:
        (self.folder / "hangs").touch()

    def accepts(self) -> None:
        (self.folder / "refuses").unlink()

    @property
    def printed(self) -> bytes | None:
        page = self.folder / "printed.pdf"
        return page.read_bytes() if page.exists() else None

    @property
    def asked(self) -> list[str]:
        log = self.folder / "asked"
        return log.read_text().splitlines() if log.exists() else []


@pytest.fixture
def spooler(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Spooler:
    """A spooler without a printer yet."""
    if os.name == "nt":
        pytest.skip("this spooler is a shell script")
    folder = tmp_path / "spool"
    folder.mkdir()
    for name, text in (("lp", _LP), ("lpstat", _LPSTAT)):
        program = folder / name
        program.write_text(text.format(folder=folder))
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    made = Spooler(folder)
    made.has()
    return made
