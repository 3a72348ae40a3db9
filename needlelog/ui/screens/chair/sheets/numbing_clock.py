"""When the numbing went on and came off, and the minutes between."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from needlelog.domain import dates, supplies
from needlelog.domain.session import Numbing
from needlelog.i18n import _, ngettext
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.labels import PlainLabel

_STEP_MINUTES = 5


class NumbingClock(QWidget):
    on_now = Signal()
    off_now = Signal()
    moved = Signal(str, int)
    """'on' or 'off', and by how many minutes."""

    def __init__(self, zone: ZoneInfo) -> None:
        super().__init__()
        self._zone = zone
        self.minutes = PlainLabel(role="value", tabular=True)
        self.on = _Edge(_("On now"), _("Went on"))
        self.off = _Edge(_("Wiped off now"), _("Wiped off"))
        edges = QHBoxLayout()
        edges.setSpacing(16)
        edges.addWidget(self.on, 1)
        edges.addWidget(self.off, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.minutes)
        column.addLayout(edges)
        self.on.now.clicked.connect(self.on_now)
        self.off.now.clicked.connect(self.off_now)
        self.on.moved.connect(partial(self.moved.emit, "on"))
        self.off.moved.connect(partial(self.moved.emit, "off"))

    def show_use(self, use: Numbing | None, now: datetime) -> None:
        on_at, off_at = (use.on_at, use.off_at) if use else (None, None)
        minutes = supplies.minutes_on(use, now) if use else None
        self.minutes.setText(
            _("Not on yet")
            if minutes is None
            else ngettext("{n} minute on the skin", "{n} minutes on the skin", minutes).format(
                n=minutes
            )
        )
        self.on.show_moment(on_at, self._zone, latest=off_at or now)
        self.off.show_moment(off_at, self._zone, latest=now)
        self.off.now.setEnabled(on_at is not None and off_at is None)


class _Edge(QWidget):
    """'On now', and once it was tapped the time with - 5 and + 5 minutes."""

    moved = Signal(int)

    def __init__(self, now_text: str, said: str) -> None:
        super().__init__()
        self._said = said
        self.now = ActionButton(now_text, kind="primary", height=64, guarded=True)
        self.time = PlainLabel(role="chair", tabular=True)
        name = _("{what}, {minutes} minutes earlier")
        self.earlier = ActionButton(
            _("− 5 min"), height=56, name=name.format(what=said, minutes=_STEP_MINUTES)
        )
        name = _("{what}, {minutes} minutes later")
        self.later = ActionButton(
            _("+ 5 min"), height=56, name=name.format(what=said, minutes=_STEP_MINUTES)
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.now, 1)
        row.addWidget(self.time, 1)
        row.addWidget(self.earlier)
        row.addWidget(self.later)
        self.earlier.clicked.connect(partial(self._move, -_STEP_MINUTES))
        self.later.clicked.connect(partial(self._move, _STEP_MINUTES))

    def show_moment(self, at: datetime | None, zone: ZoneInfo, latest: datetime) -> None:
        self.now.setVisible(at is None)
        for part in (self.time, self.earlier, self.later):
            part.setVisible(at is not None)
        if at is not None:
            self.time.setText(f"{self._said} {dates.clock(at, zone)}")
            self.later.setEnabled(at < latest)

    def _move(self, minutes: int) -> None:
        self.moved.emit(minutes)
