"""One tap says that something was done, and when; a later tap takes it back."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal

from needlelog.domain import dates
from needlelog.i18n import _
from needlelog.ui.widgets.buttons import ActionButton


class StampButton(ActionButton):
    """Guarded: the second press of a double tap must not take the first one back."""

    stamped = Signal(bool)
    """It was done now, or it was taken back."""

    def __init__(self, text: str, zone: ZoneInfo) -> None:
        super().__init__(text, height=56, guarded=True)
        self._plain = text
        self._zone = zone
        self._at: datetime | None = None
        self.clicked.connect(self._on_clicked)

    def show_moment(self, at: datetime | None) -> None:
        self._at = at
        self.set_kind("secondary" if at is None else "primary")
        self.set_icon("" if at is None else "check")
        second = "" if at is None else _("at {time}").format(time=dates.clock(at, self._zone))
        self.set_text(self._plain, second)

    def _on_clicked(self) -> None:
        self.stamped.emit(self._at is None)
