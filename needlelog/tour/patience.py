"""Waiting for what a person would see happen, never for a time alone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtTest import QTest

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
        QTest.qWait(_LOOK_EVERY_MS)
