"""The rail at the edge of the window: where one can go from here."""

from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from needlelog.i18n import _
from needlelog.ui import metrics, theme
from needlelog.ui.widgets.dot import paint_dot
from needlelog.ui.widgets.face import Face, Look, paint_box, paint_face
from needlelog.ui.widgets.labels import plain_tooltip
from needlelog.ui.widgets.leave_demo import LeaveDemo
from needlelog.ui.widgets.painted_button import PaintedButton

WIDE = 84
NARROW = 72
_MARK_PX = 32


class Rail(QWidget):
    """Only places that can be gone to stand on it."""

    asked = Signal(str)
    """'today', 'clients', 'chair' or 'settings'."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Places"))
        self.today = self._made("today", _("Today"), "sun")
        self.menu = _MenuButton()
        self.clients = self._made("clients", _("Clients"), "users")
        self.chair = self._made("chair", _("Chair"), "armchair")
        self.chair.hide()
        self.settings = self._made("settings", _("Settings"), "settings")
        self.leave_demo = LeaveDemo()
        self.leave_demo.hide()
        centred = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 14)
        column.setSpacing(4)
        column.addWidget(self.menu, 0, centred)
        column.addSpacing(4)
        for item in (self.today, self.clients, self.chair):
            column.addWidget(item, 0, centred)
        column.addStretch(1)
        column.addWidget(self.leave_demo, 0, centred)
        column.addWidget(self.settings, 0, centred)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.set_compact(False)

    def show_place(self, place: str) -> None:
        """Mark where we are: a place as in `asked`, or '' for nowhere on the rail."""
        self.today.set_current(place == "today")
        self.clients.set_current(place == "clients")
        self.chair.set_current(place == "chair")
        self.settings.set_current(place == "settings")

    def set_compact(self, compact: bool) -> None:
        metrics.fix(self, width=NARROW if compact else WIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().color("surface"))
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        edge = 0 if mirrored else self.width() - 1
        painter.fillRect(edge, 0, 1, self.height(), theme.current().color("line"))
        painter.end()

    def _made(self, place: str, text: str, icon: str) -> "_RailItem":
        item = _RailItem(text, icon)
        item.clicked.connect(partial(self.asked.emit, place))
        return item


class _MenuButton(PaintedButton):
    """The mark of the program, over the word it answers to."""

    def __init__(self) -> None:
        super().__init__()
        self.set_words(_("Menu"))

    def sizeHint(self) -> QSize:
        return QSize(metrics.px(68), metrics.tall(64, metrics.px(_MARK_PX + 21)))

    def paintEvent(self, event: QPaintEvent) -> None:
        is_lit = self.isDown()
        fill = "accent-soft" if is_lit else "sunken" if self.is_hovered() else ""
        face = Face(_("Menu"), icon="needlelog", stacked=True, px=13, icon_px=_MARK_PX)
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), Look(fill, "", "ink2"))
        paint_face(painter, face, QRectF(self.rect()), "accent" if is_lit else "ink2", "accent")
        painter.end()


class _RailItem(PaintedButton):
    """An icon over its word; the current place is filled and bold."""

    def __init__(self, text: str, icon: str) -> None:
        super().__init__()
        self._words = text
        self._icon = icon
        self._current = False
        self.warning = ""
        self.set_words(text)

    def set_current(self, current: bool) -> None:
        self._current = current
        self._speak()

    def set_warning(self, words: str) -> None:
        """A dot on the icon, and the words for whoever points at it or has it read out."""
        self.warning = words
        self._speak()

    def _speak(self) -> None:
        here = _("{place}, you are here").format(place=self._words)
        place = here if self._current else self._words
        self.set_words(self._words, spoken=f"{place}. {self.warning}" if self.warning else place)
        self._show_tip()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_tip()

    def _show_tip(self) -> None:
        wide = QFontMetrics(theme.font(13, 600)).horizontalAdvance(self._words)
        cut = wide > self.width() or not self._has_words()
        tip = ": ".join(filter(None, (self._words if cut else "", self.warning)))
        self.setToolTip(plain_tooltip(tip))

    def _has_words(self) -> bool:
        """A rail too low for its places leaves their words to the pictures."""
        return self.height() >= metrics.px(46)

    def sizeHint(self) -> QSize:
        return QSize(metrics.px(68), metrics.tall(60, metrics.px(46)))

    def paintEvent(self, event: QPaintEvent) -> None:
        fill = "accent-soft" if self._current or self.isDown() else ""
        fill = fill or ("sunken" if self.is_hovered() else "")
        ink = "accent" if self._current or self.isDown() else "ink2"
        face = Face(
            text=self._words if self._has_words() else "",
            icon=self._icon,
            stacked=True,
            px=13,
            icon_px=24,
            weight=600 if self._current else 500,
        )
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), Look(fill, "", ink))
        paint_face(painter, face, QRectF(self.rect()), ink, ink)
        if self.warning:
            paint_dot(painter, QPointF(self.width() / 2 + 14, 14))
        painter.end()
