"""What must not be missed about a client: STOP, ASK, NOTE, and the four states of allergies."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from needlelog.i18n import _
from needlelog.ui import metrics, theme
from needlelog.ui.widgets.face import Look, paint_box, paint_icon
from needlelog.ui.widgets.labels import PlainLabel

AlertKind = Literal[
    "stop", "ask", "note",
    "allergies_known", "allergies_none", "allergies_not_recorded", "allergies_unavailable",
]  # fmt: skip

_DANGER = Look("danger-bg", "danger-line", "danger")
_WARN = Look("warn-bg", "warn-line", "warn")
_NEUTRAL = Look("sunken", "line", "ink2")
_KINDS: dict[AlertKind, tuple[Look, str]] = {
    "stop": (_DANGER, "octagon-alert"),
    "ask": (_WARN, "triangle-alert"),
    "note": (_NEUTRAL, "info"),
    "allergies_known": (_DANGER, "octagon-alert"),
    "allergies_none": (_NEUTRAL, "circle-check"),
    "allergies_not_recorded": (_WARN, "circle-question-mark"),
    "allergies_unavailable": (_WARN, "cloud-off"),
}
_ICON_PX = 18
_AFTER = 11


def _icon_px() -> int:
    return metrics.px(_ICON_PX)


def _beside() -> int:
    """Edge to icon, icon, icon to words."""
    return 9 + _icon_px() + 8


@dataclass(frozen=True, slots=True)
class Alert:
    """One alert. The words of the allergy states come with it: they name the substances."""

    kind: AlertKind
    text: str

    def words(self) -> str:
        """The sentence with its level in front, so that colour is never the only sign."""
        levels = {"stop": _("STOP"), "ask": _("ASK"), "note": _("NOTE")}
        return f"{levels[self.kind]} {self.text}" if self.kind in levels else self.text


class AlertChip(PlainLabel):
    """Not a button. It wraps rather than leaving anything out."""

    def __init__(self, alert: Alert, height: int = 32) -> None:
        self._height = height
        super().__init__(alert.words(), "secondary", wrap=True)
        self._alert = alert
        self.setFont(theme.font(14, 600))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def alert(self) -> Alert:
        return self._alert

    def sizeHint(self) -> QSize:
        measure = QFontMetrics(theme.font(14, 600))
        wide = _beside() + measure.horizontalAdvance(self.text()) + _AFTER + 1
        return QSize(wide, self._least())

    def minimumSizeHint(self) -> QSize:
        return QSize(metrics.px(120), self._least())

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(1, width - _beside() - _AFTER), 10_000)
        words = QFontMetrics(theme.font(14, 600)).boundingRect(room, _WRAPPED, self.text())
        return max(self._least(), words.height() + 12)

    def _least(self) -> int:
        return metrics.tall(self._height, metrics.px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, icon = _KINDS[self._alert.kind]
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), look, radius=8)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        px = _icon_px()
        icon_left = self.width() - 9 - px if mirrored else 9
        top = (self.height() - px) / 2
        paint_icon(painter, icon, look.text, QPointF(icon_left, top), px)
        painter.setPen(theme.current().color(look.text))
        painter.setFont(theme.font(14, 600))
        sides = (_AFTER, -_beside()) if mirrored else (_beside(), -_AFTER)
        painter.drawText(self.rect().adjusted(sides[0], 0, sides[1], 0), _WRAPPED, self.text())
        painter.end()


_WRAPPED = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
