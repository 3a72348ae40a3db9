"""Taps of mouse and fingers: a press and a release at one place, each finger on its own."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF
from PySide6.QtGui import QEventPoint, QTouchEvent

DRAG_PX = 16
"""How far a pointer may slide before a press is no tap any more."""

_MOUSE = -1


class Taps:
    """Follows every pointer that is down. Quick taps all count: nothing here waits."""

    def __init__(self) -> None:
        self._down: dict[int, QPointF] = {}

    @property
    def held(self) -> tuple[QPointF, ...]:
        """Where a tap would land if its pointer went up now."""
        return tuple(self._down.values())

    def press(self, at: QPointF, pointer: int = _MOUSE) -> None:
        self._down[pointer] = QPointF(at)

    def move(self, at: QPointF, pointer: int = _MOUSE) -> None:
        pressed_at = self._down.get(pointer)
        if pressed_at is not None and (at - pressed_at).manhattanLength() > DRAG_PX:
            del self._down[pointer]

    def release(self, at: QPointF, pointer: int = _MOUSE) -> QPointF | None:
        """Where the tap was, or None for a drag."""
        self.move(at, pointer)
        return self._down.pop(pointer, None)

    def cancel(self) -> None:
        self._down.clear()

    def touched(self, event: QTouchEvent) -> Iterator[QPointF]:
        """The taps that end with this event."""
        if event.type() == QTouchEvent.Type.TouchCancel:
            self.cancel()
            return
        for point in event.points():
            tap = self._followed(point)
            if tap is not None:
                yield tap

    def _followed(self, point: QEventPoint) -> QPointF | None:
        match point.state():
            case QEventPoint.State.Pressed:
                self.press(point.position(), point.id())
            case QEventPoint.State.Updated:
                self.move(point.position(), point.id())
            case QEventPoint.State.Released:
                return self.release(point.position(), point.id())
        return None
