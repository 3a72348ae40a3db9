"""The program around the window of a tour: dressed, off screen, and heard when it fails."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from needlelog.ui import theme
from needlelog.ui.garbage import GarbageCollector

# The offscreen platform has no window manager to answer these two; on a screen they never come.
_NO_WINDOW_MANAGER = (
    "This plugin does not support raise()",
    "This plugin does not support propagateSizeHints()",
)


def application() -> QApplication:
    """The one there is, or one that shows nothing on the person's screen."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        app = running
    else:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        qInstallMessageHandler(_say)
        app = QApplication([])
        GarbageCollector(app)
    # The system's own dialogs belong to the system: no event of ours would get into them.
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    dress(app, "light")
    return app


def dress(app: QApplication, name: str) -> None:
    """Put on 'light', 'dark' or 'high-contrast'."""
    theme.apply(app, theme.load(name))


@cache
def touch_screen() -> QPointingDevice:
    """One for the whole program: Qt never forgets a device."""
    return QTest.createTouchDevice()


@contextmanager
def heard_bugs() -> Iterator[list[Exception]]:
    """What is raised inside Qt's event loop meanwhile, where nobody could catch it."""
    heard: list[Exception] = []

    def listen(
        _kind: type[BaseException], bug: BaseException, _trace: TracebackType | None
    ) -> None:
        if isinstance(bug, Exception):
            heard.append(bug)

    before, sys.excepthook = sys.excepthook, listen
    try:
        yield heard
    finally:
        sys.excepthook = before


def _say(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    if message not in _NO_WINDOW_MANAGER:
        sys.stderr.write(f"{message}\n")
