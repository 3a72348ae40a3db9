"""The bar that says what was carried over and is not confirmed yet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from needlelog.i18n import _, ngettext
from needlelog.ui import theme
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.face import Look, paint_box, paint_icon
from needlelog.ui.widgets.labels import PlainLabel

_ICON_PX = 24


class CarryBar(QWidget):
    """Planned, not done: confirmed by a tap each, or together once needling has begun."""

    confirmed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.head = PlainLabel(role="guard", wrap=True)
        self.count = PlainLabel(role="heading", wrap=True)
        self.head.set_ink("warn")
        self.count.set_ink("warn")
        self.confirm = ActionButton("–", "check-check", kind="primary", height=64, name="–")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.head)
        words.addWidget(self.count)
        words.addStretch(1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(_ICON_PX + 28, 0, 0, 0)
        row.addLayout(words, 1)
        row.addWidget(self.confirm)
        self.confirm.clicked.connect(self.confirmed)

    def show_waiting(self, head: str, waiting: int, can_confirm: bool) -> None:
        """`can_confirm` only once a first zone is confirmed or the needling has begun."""
        self.head.setText(head)
        self.count.setText(
            ngettext("{n} zone not confirmed", "{n} zones not confirmed", waiting).format(n=waiting)
        )
        self.confirm.set_text(
            ngettext("{n} done as planned", "All {n} done as planned", waiting).format(n=waiting)
        )
        self.confirm.setEnabled(can_confirm)
        if not can_confirm:
            self.count.setText(_("Tap the first zone you treat"))

    def set_compact(self, compact: bool) -> None:
        """Only the count where there is no room for the date."""
        self.head.setVisible(not compact)
        self.count.setFont(theme.font(15 if compact else 18, 600))
        self._row.setContentsMargins(_ICON_PX + (14 if compact else 28), 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = Look("warn-bg", "warn", "warn", dashed=True)
        paint_box(painter, self.rect().toRectF(), look)
        place = self.rect().toRectF().topLeft()
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        inset = 8 if self.head.isHidden() else 14
        place.setX(self.width() - _ICON_PX - inset if mirrored else inset)
        place.setY((self.height() - _ICON_PX) / 2)
        paint_icon(painter, "history", "warn", place, _ICON_PX)
        painter.end()
