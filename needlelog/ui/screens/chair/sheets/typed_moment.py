"""A moment: 'Now' in one tap, or typed as a time of day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from needlelog.domain import dates
from needlelog.i18n import _
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.fields import ParsedField

_LABEL_GAP_PX = 4


class TypedMoment(QWidget):
    stamped = Signal()
    """'Now' was tapped."""
    typed = Signal(object)
    """The moment that was typed, or None once the field is empty."""

    def __init__(self, label: str, zone: ZoneInfo, parse: Callable[[str], datetime]) -> None:
        """`parse` raises BadValue with the sentence to show."""
        super().__init__()
        show = partial(dates.clock, zone=zone)
        self.field: ParsedField[datetime] = ParsedField(label, parse, show, placeholder="14:36")
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
        self.field.understood.connect(self.typed)

    def show_moment(self, at: datetime | None) -> None:
        """Show a moment without reporting it; the one being typed stays as it is typed."""
        self.field.show_value(at)
