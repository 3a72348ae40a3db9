"""A moment: 'Now' in one tap, or typed as a time of day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from needlelog.domain import dates
from needlelog.errors import BadValue
from needlelog.i18n import _
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.fields import Field

_LABEL_GAP_PX = 4


class TypedMoment(QWidget):
    stamped = Signal()
    """'Now' was tapped."""
    typed = Signal(object)
    """The moment that was typed, or None once the field is empty."""

    def __init__(self, label: str, zone: ZoneInfo, parse: Callable[[str], datetime]) -> None:
        """`parse` raises BadValue with the sentence to show."""
        super().__init__()
        self._zone = zone
        self._parse = parse
        self._at: datetime | None = None
        self.field = Field(label, placeholder="14:36")
        self.now = ActionButton(
            _("Now"), "clock", height=48, guarded=True, name=_("{what} now").format(what=label)
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        beside = QVBoxLayout()  # the button stands beside the line, not beside its label
        beside.setSpacing(0)
        beside.addSpacing(self.field.label.sizeHint().height() + _LABEL_GAP_PX)
        beside.addWidget(self.now)
        beside.addStretch(1)
        row.addLayout(beside)
        self.now.clicked.connect(self.stamped)
        self.field.typed.connect(self._on_typed)
        self.field.finished.connect(self._on_left)

    def show_moment(self, at: datetime | None) -> None:
        """Show a moment without reporting it; the one being typed stays as it is typed."""
        if at != self._at:
            self._at = at
            self.field.set_text("" if at is None else dates.clock(at, self._zone))
            self.field.clear_error()

    def _on_typed(self, text: str) -> None:
        try:
            self._take(self._parse(text) if text.strip() else None)
        except BadValue:
            self._take(None)  # half a time is no mistake yet

    def _on_left(self, text: str) -> None:
        if not text.strip() or self._at is not None:
            return
        try:
            self._take(self._parse(text))
        except BadValue as wrong:
            self.field.show_error(str(wrong))

    def _take(self, at: datetime | None) -> None:
        if at != self._at:
            self._at = at
            self.typed.emit(at)
