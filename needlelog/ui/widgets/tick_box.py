"""A tick with its sentence; the whole row can be tapped."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from needlelog.ui import theme
from needlelog.ui.widgets.face import Look, paint_box, paint_icon
from needlelog.ui.widgets.painted_button import doubled

_BOX = 28
_GAP = 12
_ON = Look("accent", "", "on-accent")
_OFF = Look("surface", "ctl", "ink")
_PRESSED = Look("accent-soft", "accent", "accent")
_DISABLED = Look("disabled", "", "disabled-text")


class TickBox(QCheckBox):
    """48 px high, more where the sentence wraps."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.set_text(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_text(self, text: str) -> None:
        self._text = text
        self.setText(doubled(text))
        self.setAccessibleName(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(theme.font(16, 500)).horizontalAdvance(self._text)
        return QSize(_BOX + _GAP + wide + 2, 48)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 48)

    def heightForWidth(self, width: int) -> int:
        room = QRectF(0, 0, max(1, width - _BOX - _GAP), 10_000).toRect()
        words = QFontMetrics(theme.font(16, 500)).boundingRect(room, _WRAPPED, self._text)
        return max(48, words.height() + 12)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = self.width() - _BOX if mirrored else 0
        box = QRectF(left, (self.height() - _BOX) / 2, _BOX, _BOX)
        look = self._look()
        paint_box(painter, box, look, radius=6)
        if self.isChecked():
            paint_icon(painter, "check", look.text, box.topLeft() + QPointF(4, 4), 20)
        painter.setPen(theme.current().color("ink" if self.isEnabled() else "disabled-text"))
        painter.setFont(theme.font(16, 500))
        beside = _BOX + _GAP
        sides = (0, -beside) if mirrored else (beside, 0)
        painter.drawText(self.rect().adjusted(sides[0], 0, sides[1], 0), _WRAPPED, self._text)
        painter.end()

    def _look(self) -> Look:
        if self.isChecked():
            return _ON if self.isEnabled() else _DISABLED
        return _PRESSED if self.isDown() else _OFF


_WRAPPED = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
