"""The line under the depth: information, and two buttons where a depth needs its reason."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from needlelog.domain.depth import number
from needlelog.i18n import _
from needlelog.ui import metrics, theme
from needlelog.ui.screens.chair.brush_view import Guard
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.face import Look, paint_box, paint_icon
from needlelog.ui.widgets.labels import PlainLabel

_HEIGHT = 62
_COMPACT_PX = 50
_ICON_PX = 24
_HYPHEN_THAT_HOLDS = "\u2011"  # a date must not be broken over two lines


class GuardLine(QWidget):
    """Always there and always as high, so that nothing jumps when it speaks."""

    use_asked = Signal(int)
    """Go back to this depth, in micrometres."""
    reason_asked = Signal()

    def __init__(self, compact: bool = False) -> None:
        super().__init__()
        self._is_compact = compact
        self._guard = Guard("")
        self.text = PlainLabel(role="guard", wrap=True)
        self.text.setFont(theme.font(15, 500))
        self.use = ActionButton("–", height=48)
        self.reason = ActionButton(_("Add a reason"), kind="primary", height=48)
        row = QHBoxLayout(self)
        row.setContentsMargins(_ICON_PX + 14, 0, 6, 0)
        row.setSpacing(8)
        row.addWidget(self.text, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.use)
        row.addWidget(self.reason)
        metrics.at_least(self, height=_COMPACT_PX if compact else _HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.use.clicked.connect(self._on_use)
        self.reason.clicked.connect(self.reason_asked)

    def show_guard(self, guard: Guard) -> None:
        self._guard = guard
        text = guard.short if guard.short and self._is_compact else guard.text
        self.text.setText(text.replace("-", _HYPHEN_THAT_HOLDS))
        self.text.set_ink("warn" if guard.asks else "ink2")
        self.setAccessibleName(guard.text)
        self.use.setVisible(guard.asks)
        self.reason.setVisible(guard.asks)
        if guard.use_um is not None:
            self.use.set_text(_("Use {mm}").format(mm=number(guard.use_um)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._guard.asks:
            paint_box(painter, self.rect().toRectF(), Look("warn-bg", "warn-line", "warn"))
        name, token = ("triangle-alert", "warn") if self._guard.asks else ("info", "ink2")
        place = self.rect().toRectF().topLeft()
        inset = 8 if self._guard.asks else 2
        place.setX(self.width() - _ICON_PX - inset if self._is_mirrored() else inset)
        place.setY((self.height() - _ICON_PX) / 2)
        paint_icon(painter, name, token, place, _ICON_PX)
        painter.end()

    def _is_mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def _on_use(self) -> None:
        if self._guard.use_um is not None:
            self.use_asked.emit(self._guard.use_um)
