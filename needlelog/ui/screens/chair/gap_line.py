"""One open point on the last step, with the taps that answer it."""

from __future__ import annotations

import re
from functools import partial

from PySide6.QtCore import Signal

from needlelog.i18n import _
from needlelog.ui.screens.chair.closing import Line
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.card import Card
from needlelog.ui.widgets.flow import FlowLayout
from needlelog.ui.widgets.labels import PlainLabel


class GapLine(Card):
    """Amber, never blocking; one that holds the signature says so in words."""

    answered = Signal(object, str)
    """Line and the code of the answer."""

    def __init__(self, line: Line) -> None:
        super().__init__(fill="warn-bg", edge="warn-line", padding=12)
        self.line = line
        self.text = PlainLabel(_unbroken(line.text), "guard", wrap=True)
        self.text.set_ink("warn")
        self.body.setSpacing(8)
        self.body.addWidget(self.text)
        if line.holds:
            hold = PlainLabel(_("Needed before signing"), "label")
            hold.set_ink("warn")
            self.body.addWidget(hold)
        self.buttons: dict[str, ActionButton] = {}
        flow = FlowLayout(gap=8, row_gap=8)
        for answer in line.answers:
            button = ActionButton(answer.text, height=48)
            button.clicked.connect(partial(self.answered.emit, line, answer.code))
            self.buttons[answer.code] = button
            flow.addWidget(button)
        self.body.addLayout(flow)


def _unbroken(text: str) -> str:
    """'Cheek L + R' stays on one line."""
    return re.sub(r" (L|R|\+)(?=[ ,:.])", "\u00a0\\1", text).replace("+ R", "+\u00a0R")
