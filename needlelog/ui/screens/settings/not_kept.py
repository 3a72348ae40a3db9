"""The strip over a form whose last change is not in the records."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from needlelog.errors import NeedleLogError, RecordChanged
from needlelog.i18n import _
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.card import Card
from needlelog.ui.widgets.icon_label import IconLabel
from needlelog.ui.widgets.labels import PlainLabel


class NotKept(Card):
    """Says why, and offers the one way on: another try, or what the other computer kept."""

    retry_asked = Signal()
    reload_asked = Signal()

    def __init__(self) -> None:
        super().__init__(fill="danger-bg", edge="danger")
        self.sentence = PlainLabel(wrap=True)
        self.retry = ActionButton(_("Try again"), icon="refresh-cw", height=48)
        self.reload = ActionButton(_("Show what was kept"), icon="refresh-cw", height=48)
        self.retry.clicked.connect(self.retry_asked)
        self.reload.clicked.connect(self.reload_asked)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(IconLabel("triangle-alert", "danger"))
        row.addWidget(self.sentence, 1)
        row.addWidget(self.retry)
        row.addWidget(self.reload)
        self.body.addLayout(row)
        self.hide()

    def show_failure(self, error: NeedleLogError) -> None:
        is_changed = isinstance(error, RecordChanged)
        self.sentence.setText(str(error))
        self.reload.setVisible(is_changed)
        self.retry.setVisible(not is_changed)
        self.show()
