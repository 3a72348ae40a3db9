"""What nobody should type or do at the chair, and what becomes of it: a sentence, or plain text."""

from __future__ import annotations

from uuid import UUID

import pypdfium2
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from needlelog.db import clients
from needlelog.domain.clinic import Practitioner
from needlelog.domain.session import SerumUse
from needlelog.ui.screens.chair.chair import Chair
from needlelog.ui.widgets.stepper import Stepper
from tests.builders import a_client
from tests.ui.conftest import Records
from tests.ui.screens.chair.doing import depths, kept, saved, tap, tap_zone

MARKUP = "<b>Tom</b> & <img src='file:///etc/passwd'>"
HOSTILE = f"{MARKUP}\x00\x07\u202eevil\u2066 😀"
CLEANED = f"{MARKUP}evil 😀"
PLAIN = Qt.TextFormat.PlainText


@pytest.fixture
def client_id(records: Records, you: Practitioner) -> UUID:
    """A client whose name is markup."""
    person = a_client(number=0, given_name=MARKUP)
    return records(lambda db: clients.add(db, person)).id  # type: ignore[no-any-return]  # a Client


def type_depth(qtbot: QtBot, chair: Chair, text: str) -> Stepper:
    """Tap the number, type another one, press Enter."""
    needle = chair.treat.panel.needle
    value = needle.focusProxy()
    assert value is not None
    QTest.mouseClick(value, Qt.MouseButton.LeftButton)
    entry = entry_of(needle)
    entry.clear()
    QTest.keyClicks(entry, text)
    QTest.keyClick(entry, Qt.Key.Key_Return)
    return needle


def entry_of(needle: Stepper) -> QLineEdit:
    entry = needle.findChild(QLineEdit)
    assert isinstance(entry, QLineEdit)
    return entry


def said_under(needle: Stepper) -> str:
    return "\n".join(one.text() for one in needle.findChildren(QLabel) if one.isVisible())


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("25", "25 mm is outside 0.1 to 3 mm. Check the decimal point."),
        ("-1", "-1 mm is outside 0.1 to 3 mm. Check the decimal point."),
        ("0.05", "0.05 mm is outside 0.1 to 3 mm. Check the decimal point."),
        ("NaN", "“NaN” is not a depth. Type millimetres, such as 1.25."),
        ("1e0", "“1e0” is not a depth. Type millimetres, such as 1.25."),
        ("1.26", "Type the depth in steps of 0.05 mm, such as 1.25 or 1.3."),
    ],
)
def test_a_depth_that_cannot_be_is_told_at_the_number_and_not_taken(
    qtbot: QtBot, chair: Chair, typed: str, sentence: str
) -> None:
    before = chair.treat.hand.state.brush.depth_um
    needle = type_depth(qtbot, chair, typed)

    assert sentence in said_under(needle)
    assert chair.treat.hand.state.brush.depth_um == before
    QTest.keyClick(entry_of(needle), Qt.Key.Key_Escape)


def test_a_comma_is_a_decimal_point(qtbot: QtBot, chair: Chair) -> None:
    type_depth(qtbot, chair, "1,5")
    tap_zone(qtbot, chair, "face.chin")

    assert depths(chair.session) == {"face.chin": [(1500, 3)]}


def test_a_depth_that_is_wrong_still_stands_there_when_a_zone_is_tapped(
    qtbot: QtBot, chair: Chair
) -> None:
    needle = type_depth(qtbot, chair, "25")
    tap_zone(qtbot, chair, "face.chin")

    assert depths(chair.session)["face.chin"] == [(500, 3)]
    assert "25 mm is outside" in said_under(needle)


def test_a_name_of_markup_is_shown_letter_by_letter(chair: Chair) -> None:
    assert MARKUP in chair.banner.client.name.text()
    assert MARKUP in chair.banner.client.accessibleName()
    assert {label.textFormat() for label in chair.findChildren(QLabel)} == {PLAIN}


def test_no_tooltip_reads_markup(qtbot: QtBot, chair: Chair) -> None:
    chair.treat.hand.use_serum(SerumUse("ampoule_other", name=MARKUP * 4))
    tap_zone(qtbot, chair, "face.chin")  # its chip cuts the name, and says it in a tooltip
    tips = [one.toolTip() for one in chair.findChildren(QWidget) if one.toolTip()]

    assert tips
    assert not [tip for tip in tips if "<b>" in tip or "<img" in tip]


def test_notes_are_kept_cleaned_and_letter_by_letter(
    qtbot: QtBot, chair: Chair, records: Records
) -> None:
    tap(qtbot, chair.bar.strip.button("reactions"))
    chair.reactions.notes.edit.insertPlainText(HOSTILE)
    chair.keep_typing()
    saved(qtbot, chair)

    assert kept(records, chair.session.id).notes == CLEANED


def test_ten_thousand_letters_are_kept_and_the_page_goes_on(
    qtbot: QtBot, chair: Chair, records: Records
) -> None:
    tap_zone(qtbot, chair, "face.chin")
    tap(qtbot, chair.bar.strip.button("aftercare"))
    chair.finish.summary.notes.edit.insertPlainText("x" * 10_000)
    chair.keep_typing()
    saved(qtbot, chair)
    qtbot.waitUntil(lambda: chair.finish.preview.page_count() == 1)

    assert kept(records, chair.session.id).notes == "x" * 10_000
    assert chair.width() == 1282


def test_the_name_is_printed_letter_by_letter(qtbot: QtBot, chair: Chair) -> None:
    tap_zone(qtbot, chair, "face.chin")
    tap(qtbot, chair.bar.strip.button("aftercare"))
    qtbot.waitUntil(lambda: chair.finish.paper.newest is not None)
    drawn = chair.finish.paper.newest
    assert drawn is not None
    document = pypdfium2.PdfDocument(drawn.handout.pdf)
    text = " ".join(document[0].get_textpage().get_text_bounded().split())
    document.close()

    assert "<b>Tom</b> &" in text


def turn_wheel(widget: QWidget) -> None:
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle, widget.mapToGlobal(middle), QPoint(0, -120), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def test_a_passing_wheel_changes_nothing_on_any_step(qtbot: QtBot, chair: Chair) -> None:
    tap_zone(qtbot, chair, "face.chin")
    for item in ("treat", "reactions", "aftercare"):
        tap(qtbot, chair.banner.steps.button(item))
        before, brush = chair.session, chair.treat.hand.state
        passed = [one for one in chair.findChildren(QWidget) if one.isVisible()]
        assert passed
        for widget in passed:
            if not widget.hasFocus():
                turn_wheel(widget)
        assert chair.treat.hand.state == brush
        assert chair.session.layers == before.layers
        assert chair.session.pain == before.pain


def test_a_key_held_down_goes_one_step_only(qtbot: QtBot, chair: Chair) -> None:
    tap_zone(qtbot, chair, "face.chin")
    chair.bar.next.setFocus()
    for again in (False, True, True, True):
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = QKeyEvent(
                kind, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", autorep=again
            )
            QApplication.sendEvent(chair.bar.next, key)

    assert str(chair.session.step) == "reactions"


def test_a_finger_that_slides_off_paints_nothing(
    qtbot: QtBot, chair: Chair, touch_screen: QPointingDevice
) -> None:
    view = chair.treat.side.map
    place = view.place_of("face.chin")
    assert place is not None
    start = view.mapTo(chair, place)
    QTest.touchEvent(chair, touch_screen).press(0, start, chair).commit()
    for far in (20, 60, 120):
        QTest.touchEvent(chair, touch_screen).move(0, start - QPoint(0, far), chair).commit()
    QTest.touchEvent(chair, touch_screen).release(0, start - QPoint(0, 120), chair).commit()

    assert depths(chair.session) == {}
