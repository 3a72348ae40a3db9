"""A list that opens; the wheel belongs to the page."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QSpinBox
from pytestqt.qtbot import QtBot

from needlelog.ui.widgets.select import Select
from needlelog.ui.widgets.tick_box import TickBox
from needlelog.ui.widgets.wheel_guard import WheelGuard
from tests.ui.conftest import Finger

LANGUAGES = (("en", "English"), ("de", "Deutsch"), ("ar", "العربية"))


def wheel() -> QWheelEvent:
    return QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, 0), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip


def languages(qtbot: QtBot) -> Select:
    select = Select("Language")
    qtbot.addWidget(select)
    select.set_choices(LANGUAGES)
    with qtbot.waitActive(select):
        select.show()
        select.activateWindow()
    return select


def test_nothing_is_chosen_until_somebody_does(qtbot: QtBot) -> None:
    assert languages(qtbot).choice() is None


def test_a_choice_of_a_person_is_told(qtbot: QtBot) -> None:
    select = languages(qtbot)
    select.set_choice("en")
    chosen = QSignalSpy(select.chosen)
    QTest.keyClick(select, Qt.Key.Key_Down)
    assert (select.choice(), chosen.at(0), chosen.count()) == ("de", ["de"], 1)


def test_other_choices_keep_the_choice(qtbot: QtBot) -> None:
    select = languages(qtbot)
    select.set_choice("de")
    select.set_choices(LANGUAGES[1:])
    assert select.choice() == "de"


def test_a_wheel_over_an_unfocused_list_changes_nothing(qtbot: QtBot) -> None:
    select = languages(qtbot)
    select.set_choice("en")
    select.clearFocus()
    event = wheel()
    QApplication.sendEvent(select, event)
    assert (select.choice(), event.isAccepted()) == ("en", False)


def test_the_guard_keeps_a_number_too(qtbot: QtBot) -> None:
    box = QSpinBox()
    qtbot.addWidget(box)
    box.setValue(50)
    QApplication.sendEvent(box, wheel())
    assert box.value() == 49
    WheelGuard(box).watch(box)
    QApplication.sendEvent(box, wheel())
    assert box.value() == 49


def test_the_whole_sentence_of_a_tick_can_be_tapped(qtbot: QtBot, finger: Finger) -> None:
    tick = TickBox("Aftercare explained & sheet handed over")
    qtbot.addWidget(tick)
    tick.show()
    finger(tick, QPoint(tick.width() - 4, tick.height() - 4))
    assert tick.isChecked()
    assert tick.accessibleName() == "Aftercare explained & sheet handed over"
    assert tick.height() >= 48


def test_a_long_tick_wraps(qtbot: QtBot) -> None:
    tick = TickBox("I have read this or it was read to me, and my questions were answered.")
    assert tick.heightForWidth(240) > 48
