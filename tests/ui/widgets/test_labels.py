"""A name is text, even when it looks like markup."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from needlelog.ui import theme
from needlelog.ui.widgets.labels import ElidedLabel, PlainLabel, plain_tooltip
from needlelog.ui.widgets.tag import Tag

NASTY = "<img src=x> & <b>Ann</b>"


@pytest.mark.parametrize("label", [PlainLabel, ElidedLabel, Tag])
def test_markup_is_shown_letter_by_letter(qtbot: QtBot, label: type[PlainLabel]) -> None:
    made = label(NASTY)
    qtbot.addWidget(made)
    assert made.textFormat() is Qt.TextFormat.PlainText
    assert made.text() == NASTY
    assert made.sizeHint().width() > made.fontMetrics().horizontalAdvance("<img src=x>")


def test_a_tooltip_is_no_markup_either() -> None:
    assert plain_tooltip(NASTY) == "<qt>&lt;img src=x&gt; &amp; &lt;b&gt;Ann&lt;/b&gt;</qt>"
    assert plain_tooltip("") == ""


def test_what_is_cut_off_is_in_the_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel(NASTY)
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()
    assert label.toolTip() == plain_tooltip(NASTY)
    label.resize(600, 20)
    assert label.toolTip() == ""


@pytest.mark.parametrize(
    "token",
    ["ink", "ink2", "muted", "accent", "warn", "danger", "ok", "toast-text", "toast-error-text"],
)
def test_a_label_can_change_its_colour(qtbot: QtBot, token: str) -> None:
    label = PlainLabel("Not confirmed", "body")
    qtbot.addWidget(label)
    label.set_ink("danger" if token == "ink" else "ink")
    label.set_ink(token)
    assert label.palette().windowText().color() == theme.current().color(token)
