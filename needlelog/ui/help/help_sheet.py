"""'Help for this screen', as a sheet."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from needlelog.domain.session import ChairStep
from needlelog.i18n import _
from needlelog.ui import theme
from needlelog.ui.actions.action import Action, Place
from needlelog.ui.actions.key_names import caps
from needlelog.ui.actions.keymap import Keymap
from needlelog.ui.help import texts
from needlelog.ui.help.over_window import reading_sheet
from needlelog.ui.widgets.key_caps import KeyCaps
from needlelog.ui.widgets.labels import PlainLabel
from needlelog.ui.widgets.sheet import Sheet

_WIDTH = 520
_ALWAYS = ("find", "help", "shortcuts")


def help_sheet(window: QWidget, keymap: Keymap, place: Place, step: ChairStep | None) -> Sheet:
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 12, 0)
    column.setSpacing(12)
    for sentence in texts.sentences(place, step):
        label = PlainLabel(sentence, wrap=True)
        label.setFont(theme.font(17))
        column.addWidget(label)
    column.addSpacing(8)
    column.addWidget(PlainLabel(_("Keys on this screen"), "card"))
    for action in _of_this_screen(keymap, place):
        column.addLayout(key_line(action.words, caps(keymap.keys(action))))
    column.addStretch(1)
    return reading_sheet(window, texts.title(place, step), content, _WIDTH)


def key_line(words: str, keys: tuple[str, ...]) -> QHBoxLayout:
    """What is done, and its keys at the far edge."""
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(PlainLabel(words, wrap=True), 1)
    row.addWidget(KeyCaps(keys))
    return row


def _of_this_screen(keymap: Keymap, place: Place) -> list[Action]:
    with_keys = [one for one in keymap.actions if keymap.keys(one)]
    own = [one for one in with_keys if place in one.places]
    return own + [one for one in with_keys if one.code in _ALWAYS]
