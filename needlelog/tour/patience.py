"""Waiting for what a person would see happen, never for a time alone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer

from needlelog.tour.failures import NotReached

PATIENCE_MS = 10_000
"""Long after a person would have given up, short enough for a test."""
_LOOK_EVERY_MS = 5


def until(happened: Callable[[], bool], what: str, patience_ms: int = 0) -> None:
    """Let the window work until it happened. Raises NotReached after the patience is over."""
    patience_ms = patience_ms or PATIENCE_MS
    deadline = QDeadlineTimer(patience_ms)
    while not happened():
        if deadline.hasExpired():
            raise NotReached(f"waited {patience_ms / 1000:g} s in vain for {what}")
        let_work(_LOOK_EVERY_MS)


def let_work(ms: int) -> None:
    """Let the window and its threads work for a moment.

    QTest.qWait would keep Python's lock all the while, and with it the records and the papers.
    """
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()
