"""Parts side by side where there is room for them, and under each other where there is not."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

_WAYS = QBoxLayout.Direction


class Beside(QWidget):
    """The parts as they are read; `mirrored` puts the last one first, for the other hand."""

    def __init__(
        self, parts: Sequence[QWidget], stretches: Sequence[int] = (), spacing: int = 12
    ) -> None:
        super().__init__()
        self._parts = tuple(parts)
        self._stretches = tuple(stretches) or (0,) * len(self._parts)
        self._is_mirrored = False
        self.row = QBoxLayout(_WAYS.LeftToRight, self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(spacing)
        for part, stretch in zip(self._parts, self._stretches, strict=True):
            self.row.addWidget(part, stretch)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def is_stacked(self) -> bool:
        return self.row.direction() is _WAYS.TopToBottom

    def set_mirrored(self, mirrored: bool) -> None:
        self._is_mirrored = mirrored
        self._turn()

    def wanted_width(self) -> int:
        """The width below which the parts go under each other."""
        shown = [part for part in self._parts if not part.isHidden()]
        gaps = self.row.spacing() * max(0, len(shown) - 1)
        margins = self.row.contentsMargins()
        return sum(map(_wide, shown)) + gaps + margins.left() + margins.right()

    def minimumSizeHint(self) -> QSize:
        # A row must not keep the window from becoming narrow: that is when it turns.
        shown = [part for part in self._parts if not part.isHidden()]
        margins = self.row.contentsMargins()
        widest = max((part.minimumSizeHint().width() for part in shown), default=0)
        wide = min(widest, self.wanted_width()) + margins.left() + margins.right()
        return QSize(wide, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._turn()  # a part has become wider or narrower
        return super().event(event)

    def _turn(self) -> None:
        if self.width() < self.wanted_width():
            self._go(_WAYS.TopToBottom)
        else:
            self._go(_WAYS.RightToLeft if self._is_mirrored else _WAYS.LeftToRight)

    def _go(self, way: QBoxLayout.Direction) -> None:
        if self.row.direction() is way:
            return
        self.row.setDirection(way)
        # Under each other, a share of the height is nobody's business.
        stacked = way is _WAYS.TopToBottom
        for index, stretch in enumerate(self._stretches):
            self.row.setStretch(index, 0 if stacked else stretch)
        self.updateGeometry()


def _wide(part: QWidget) -> int:
    return max(part.minimumSizeHint().width(), part.minimumWidth())
