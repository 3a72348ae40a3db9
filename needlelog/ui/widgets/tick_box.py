"""A tick with its sentence; the whole row can be tapped."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from needlelog.ui import metrics, theme
from needlelog.ui.widgets.face import Look, paint_box, paint_icon
from needlelog.ui.widgets.painted_button import doubled

_BOX_PX = 28
_GAP = 12
_ON = Look("accent", "", "on-accent")
_OFF = Look("surface", "ctl", "ink")
_PRESSED = Look("accent-soft", "accent", "accent")
_DISABLED = Look("disabled", "", "disabled-text")


def _box() -> int:
    return metrics.px(_BOX_PX)


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
        return QSize(_box() + _GAP + wide + 2, metrics.tall(48, _box()))

    def minimumSizeHint(self) -> QSize:
        return QSize(metrics.px(160), metrics.tall(48, _box()))

    def heightForWidth(self, width: int) -> int:
        room = QRectF(0, 0, max(1, width - _box() - _GAP), 10_000).toRect()
        words = QFontMetrics(theme.font(16, 500)).boundingRect(room, _WRAPPED, self._text)
        return max(metrics.tall(48, _box()), words.height() + 12)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        px = _box()
        left = self.width() - px if mirrored else 0
        box = QRectF(left, (self.height() - px) / 2, px, px)
        look = self._look()
        paint_box(painter, box, look, radius=6)
        if self.isChecked():
            paint_icon(painter, "check", look.text, box.topLeft() + QPointF(4, 4), px - 8)
        painter.setPen(theme.current().color("ink" if self.isEnabled() else "disabled-text"))
        painter.setFont(theme.font(16, 500))
        beside = px + _GAP
        sides = (0, -beside) if mirrored else (beside, 0)
        painter.drawText(self.rect().adjusted(sides[0], 0, sides[1], 0), _WRAPPED, self._text)
        painter.end()

    def _look(self) -> Look:
        if self.isChecked():
            return _ON if self.isEnabled() else _DISABLED
        return _PRESSED if self.isDown() else _OFF


_WRAPPED = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
