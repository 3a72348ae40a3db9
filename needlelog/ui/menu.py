"""The menu at the head of the rail: every action, in its groups."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from needlelog.i18n import _
from needlelog.ui import theme
from needlelog.ui.actions.action import Action, Group, group_words
from needlelog.ui.actions.key_names import shown
from needlelog.ui.desk import Desk
from needlelog.ui.widgets.painted_button import doubled

_ICON_PX = 20


def made(desk: Desk, parent: QWidget) -> QMenu:
    """One submenu for each group; what can't be done now says why."""
    menu = _empty(parent, _("Menu"))
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for group in Group:
        actions = [one for one in desk.keymap.actions if one.group is group and one.code != "menu"]
        below = _empty(menu, group_words(group))
        for action in actions:
            below.addAction(_entry(action, desk, below))
        menu.addMenu(below)
    return menu


def open_below(menu: QMenu, button: QWidget) -> None:
    """Drop down from the button."""
    corner = button.mapToGlobal(QPoint(0, button.height() + 2))
    menu.popup(corner)


def _empty(parent: QWidget, title: str) -> QMenu:
    menu = QMenu(doubled(title), parent)
    menu.setFont(theme.font(16, 500))
    menu.setAccessibleName(title)
    return menu


def _entry(action: Action, desk: Desk, parent: QWidget) -> QAction:
    why_not = action.reason(desk)
    words = f"{action.words} · {why_not}" if why_not else action.words
    keys = shown(desk.keymap.keys(action))
    token = "disabled-text" if why_not else "ink2"
    # What stands after a tab is shown as keys, and makes no shortcut.
    text = doubled(words) + (f"\t{keys}" if keys else "")
    entry = QAction(theme.icon(action.icon, token, _ICON_PX), text, parent)
    entry.setEnabled(not why_not)
    entry.triggered.connect(partial(_do, desk, action))
    return entry


def _do(desk: Desk, action: Action, _is_checked: bool = False) -> None:
    desk.do(action)
