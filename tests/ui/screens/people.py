"""What a person does at the window: looks, taps and types."""

from __future__ import annotations

from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from needlelog.ui.navigation import Navigation
from needlelog.ui.screens.client import ClientScreen
from needlelog.ui.screens.client_form import ClientForm
from needlelog.ui.screens.clients import Clients
from needlelog.ui.window import Window

Screen = TypeVar("Screen", bound=QWidget)


def tap(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def type_here(text: str) -> None:
    """Type where the keyboard is."""
    QTest.keyClicks(focused(), text)


def press(key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    QTest.keyClick(focused(), key, held)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None, "the keyboard is nowhere"
    return widget


def ways(window: Window) -> Navigation:
    assert window.navigation is not None
    return window.navigation


def screen(qtbot: QtBot, window: Window, kind: type[Screen]) -> Screen:
    """The screen that stands there, once it is of this kind."""
    qtbot.waitUntil(lambda: isinstance(window.screens.currentWidget(), kind))
    current = window.screens.currentWidget()
    assert isinstance(current, kind)
    return current


def clients_page(qtbot: QtBot, window: Window) -> Clients:
    """The list of clients."""
    qtbot.waitUntil(lambda: window.navigation is not None)
    ways(window).show_clients()
    return screen(qtbot, window, Clients)


def client_page(qtbot: QtBot, window: Window, client_id: UUID | None = None) -> ClientScreen:
    """The page of a client with what was read of them."""
    if client_id is not None:
        ways(window).show_client(client_id)
    page = screen(qtbot, window, ClientScreen)
    qtbot.waitUntil(lambda: page.facts is not None and page.banner.isVisible())
    return page


def new_client_form(qtbot: QtBot, window: Window) -> ClientForm:
    """The empty form, opened by its keys."""
    QTest.keyClick(
        window,
        Qt.Key.Key_N,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    return screen(qtbot, window, ClientForm)


def words_on(widget: QWidget) -> str:
    """Everything that can be read there."""
    labels = [one.text() for one in widget.findChildren(QLabel) if one.isVisible()]
    buttons = [
        one.accessibleName() for one in widget.findChildren(QAbstractButton) if one.isVisible()
    ]
    return "\n".join([*labels, *buttons])


def is_whole(widget: QWidget) -> bool:
    """Whether nothing of it is cut off."""
    return widget.visibleRegion().boundingRect() == widget.rect()
