"""The list beside the map: what is painted so far, in pages and never to be dragged."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from needlelog.i18n import _
from needlelog.ui import metrics
from needlelog.ui import theme as themes
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.painted_row import PaintedRow, PaintedRowButton, row_px

_HEADER_PX = 27
_GAP_PX = 8
_TEXT_PX = 16
_HINT_PX = 32


class PaintedList(QWidget):
    """Rows of 64 px; what does not fit waits on the next page."""

    row_tapped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[PaintedRow, ...] = ()
        self._buttons: list[PaintedRowButton] = []
        self._page = 0
        self._is_compact = False
        self._title = ""
        self._back = self._page_button("chevron-up", _("Earlier rows"), -1)
        self._on = self._page_button("chevron-down", _("Further rows"), 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.set_title(_("Painted"))

    def set_title(self, title: str) -> None:
        self._title = title
        self.setAccessibleName(title)
        self.update()

    def set_compact(self, is_compact: bool) -> None:
        """Rows in two lines without a header, for narrow windows."""
        self._is_compact = is_compact
        self.updateGeometry()
        self._lay_out()

    def set_rows(self, rows: Iterable[PaintedRow]) -> None:
        """Show these rows, and the page of a row that was marked just now."""
        marked_before = _marked(self._rows)
        self._rows = tuple(rows)
        marked = _marked(self._rows)
        if marked is not None and marked != marked_before:
            self._page = self._page_of(marked)
        self._lay_out()

    @property
    def pages(self) -> int:
        return max(1, -(-len(self._rows) // self._per_page()))

    def sizeHint(self) -> QSize:
        return QSize(metrics.px(134 if self._is_compact else 288), 464)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width(), self._top() + 3 * row_px())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = themes.current()
        painter = QPainter(self)
        painter.setFont(themes.font(_TEXT_PX, 500))
        painter.setPen(theme.color("ink2"))
        if not self._is_compact:
            self._paint_header(painter)
        hint, place = self._hint()
        painter.drawText(place, _WRAPPED, hint)
        painter.end()

    # -------------------------------------------------------------------------------- rows

    def _lay_out(self) -> None:
        self._page = min(self._page, self.pages - 1)
        count = self._per_page()
        shown = self._rows[self._page * count : (self._page + 1) * count]
        while len(self._buttons) < len(shown):
            self._add_button()
        for index, button in enumerate(self._buttons):
            button.setVisible(index < len(shown))
            if index < len(shown):
                button.set_row(shown[index], self._is_compact)
                button.setGeometry(0, self._top() + index * row_px(), self.width(), row_px())
        self._lay_out_pages()
        self.update()

    def _add_button(self) -> None:
        button = PaintedRowButton(self)
        button.clicked.connect(partial(self._on_row_clicked, button))
        button.stackUnder(self._back)  # what comes first on the screen comes first in every list
        above = self._buttons[-1] if self._buttons else None
        self._buttons.append(button)
        if above is not None:
            QWidget.setTabOrder(above, button)
        QWidget.setTabOrder(button, self._back)

    def _on_row_clicked(self, button: PaintedRowButton) -> None:
        self.row_tapped.emit(button.row.key)

    def _top(self) -> int:
        return 0 if self._is_compact else metrics.px(_HEADER_PX)

    def _per_page(self) -> int:
        room = self.height() - self._top()
        if len(self._rows) * row_px() > room:
            room -= row_px() + _GAP_PX
        return max(1, room // row_px())

    def _page_of(self, key: str) -> int:
        keys = [row.key for row in self._rows]
        return keys.index(key) // self._per_page()

    # ------------------------------------------------------------------------------- pages

    def _page_button(self, icon: str, name: str, by: int) -> ActionButton:
        button = ActionButton(icon=icon, height=64, name=name)
        button.setParent(self)
        button.clicked.connect(partial(self._turn, by))
        return button

    def _turn(self, by: int) -> None:
        self._page = max(0, min(self.pages - 1, self._page + by))
        self._lay_out()

    def _lay_out_pages(self) -> None:
        has_pages = self.pages > 1
        width = (self.width() - _GAP_PX) // 2
        for index, button in enumerate((self._back, self._on)):
            button.setVisible(has_pages)
            left = index * (self.width() - width)
            button.setGeometry(left, self.height() - row_px(), width, row_px())
        self._back.setEnabled(self._page > 0)
        self._on.setEnabled(self._page < self.pages - 1)

    # ------------------------------------------------------------------------------- words

    def _paint_header(self, painter: QPainter) -> None:
        theme = themes.current()
        baseline = metrics.px(18)
        painter.drawText(QPointF(_GAP_PX, baseline), self._title)
        unit = _("mm × passes")
        width = painter.fontMetrics().horizontalAdvance(unit)
        painter.drawText(QPointF(self.width() - _GAP_PX - width, baseline), unit)
        painter.fillRect(QRectF(0, self._top() - 1, self.width(), 1), theme.color("line"))

    def _hint(self) -> tuple[str, QRectF]:
        """What to do with the list, where there is room for it."""
        width = self.width() - 2 * _GAP_PX
        if not self._rows:
            words = _("Set the brush, then tap a zone.")
            tall = max(row_px(), self._words_height(words, width))
            return words, QRectF(_GAP_PX, self._top(), width, tall)
        free = self.height() - self._top() - len(self._rows) * row_px()
        if self._is_compact:
            return "", QRectF()
        words = _("Tap a row to edit that zone.")
        tall = self._words_height(words, width)
        if tall > free:
            return "", QRectF()
        return words, QRectF(_GAP_PX, self.height() - tall, width, tall)

    def _words_height(self, words: str, width: float) -> float:
        room = QRectF(0, 0, width, 10_000)
        measure = QFontMetricsF(themes.font(_TEXT_PX, 500))
        return max(metrics.px(_HINT_PX), measure.boundingRect(room, _WRAPPED, words).height())


_WRAPPED = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)


def _marked(rows: Iterable[PaintedRow]) -> str | None:
    return next((row.key for row in rows if row.is_marked), None)
