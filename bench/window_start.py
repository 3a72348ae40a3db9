"""A process that opens a window, says what that took, and ends. Started by `bench.start`.

    python -m bench.window_start {bare|ours} MOMENT [RECORDS]

MOMENT is when it was started, by the clock that all processes share.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from time import monotonic_ns
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


def said(began_ns: int, **more: float) -> None:
    taken = {"ms": (monotonic_ns() - began_ns) / 1e6, "peak_mb": peak_mb(), **more}
    sys.stdout.write(json.dumps(taken) + "\n")
    sys.stdout.flush()


def peak_mb() -> float:
    """The most memory this process has held so far; 0 where the system doesn't tell."""
    status = Path("/proc/self/status")
    if status.exists():
        # getrusage would count the process that started this one.
        line = next(row for row in status.read_text().splitlines() if row.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    if sys.platform == "win32":
        return 0.0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


def bare(began_ns: int) -> None:
    """The least a window can be: what Qt itself takes."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Window(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            said(began_ns)
            QTimer.singleShot(0, app.quit)

    app = QApplication(sys.argv[:1])
    window = Window()
    window.resize(1366, 860)
    window.show()
    app.exec()


def ours(began_ns: int, records: str) -> None:
    """The program as it is started, which says when it was painted and when it was filled."""
    from needlelog import app
    from needlelog.ui import window

    class Window(window.Window):
        _is_painted = False

        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            if not self._is_painted:
                self._is_painted = True
                said(began_ns)

        def _on_shown(self) -> None:
            super()._on_shown()
            # Asked after what the first screen asks, so it is answered after that.
            self._tasks.read(self, lambda _db: None, self._on_filled)

        def _on_filled(self, _answer: None) -> None:
            self.repaint()
            said(began_ns)
            # What is asked for closing is the program's own affair.
            os._exit(0)

    window.Window = Window  # type: ignore[misc]  # the program looks it up when it starts
    app.main(["--database", records])


if __name__ == "__main__":
    began = int(sys.argv[2])
    if sys.argv[1] == "bare":
        bare(began)
    else:
        ours(began, sys.argv[3])
