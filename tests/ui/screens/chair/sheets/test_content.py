"""What every sheet has in common: nothing is out of reach, in a low window or without a mouse."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from needlelog.domain.carry_over import stopped
from needlelog.domain.session import AlsoDone, NeedlingSession, Numbing, Spot, StopRecord
from needlelog.ui.screens.chair.sheets.all_zones import AllZonesContent
from needlelog.ui.screens.chair.sheets.also_done import AlsoDoneContent
from needlelog.ui.screens.chair.sheets.content import SheetContent
from needlelog.ui.screens.chair.sheets.details import DetailsContent
from needlelog.ui.screens.chair.sheets.lots import LotsContent
from needlelog.ui.screens.chair.sheets.next_date import NextDateContent
from needlelog.ui.screens.chair.sheets.numbing import NumbingContent
from needlelog.ui.screens.chair.sheets.reason import ReasonContent
from needlelog.ui.screens.chair.sheets.serum import SerumContent
from needlelog.ui.screens.chair.sheets.spot import SpotContent
from needlelog.ui.screens.chair.sheets.stop import StopContent
from needlelog.ui.screens.chair.sheets.tip import TipContent
from needlelog.ui.widgets.sheet import Sheet
from tests.builders import NOON, a_serum, a_session, a_tip, at
from tests.ui.conftest import Finger
from tests.ui.screens.chair.sheets.acting import facts, write

SPOT = Spot(number=1, map="face_front", x=1.0, y=2.0, done_at=NOON)
Made = Callable[[NeedlingSession], SheetContent]
MAKERS: dict[str, Made] = {
    "serum": lambda session: SerumContent(session, facts(session)),
    "lots": lambda session: LotsContent(session, facts(session)),
    "tip": lambda session: TipContent(session, facts(session)),
    "numbing": lambda session: NumbingContent(session, facts(session)),
    "stop": lambda session: StopContent(
        stopped(session, StopRecord(at(10), measures=("pulse", "left"))), facts(session)
    ),
    "spot": lambda session: SpotContent(session, facts(session), SPOT.id),
    "also_done": lambda session: AlsoDoneContent(session, facts(session)),
    "reason": lambda session: ReasonContent(session, facts(session), [session.layers[0].id]),
    "all_zones": lambda session: AllZonesContent(session, facts(session)),
    "next_date": lambda session: NextDateContent(session, facts(session)),
    "details": lambda session: DetailsContent(session, facts(session)),
}


def a_full_session() -> NeedlingSession:
    return a_session(
        zones={"face.cheek_l": 2000, "face.chin": 500},
        spots=(SPOT,),
        serums=(a_serum(),),
        tips=(a_tip(), a_tip(lot="")),
        numbings=(Numbing("emla", on_at=at(-40)),),
        also_done=(AlsoDone("peel"),),
        entered_later_reason="away",
    )


def over_a_low_screen(qtbot: QtBot, name: str) -> tuple[QWidget, SheetContent]:
    screen = QWidget()
    qtbot.addWidget(screen)
    screen.resize(1024, 600)
    screen.show()
    content = MAKERS[name](a_full_session())
    Sheet(screen, name, content).open()
    return screen, content


@pytest.mark.parametrize("name", MAKERS)
def test_a_low_window_holds_the_whole_sheet(qtbot: QtBot, name: str) -> None:
    screen, content = over_a_low_screen(qtbot, name)
    place = QRect(content.mapTo(screen, QPoint()), content.size())
    assert screen.rect().contains(place)
    inside = content.body.parentWidget()
    assert inside is not None
    parts = [part for part in inside.findChildren(QWidget) if part.isVisible()]
    assert parts
    for part in parts:
        right = part.mapTo(inside, QPoint()).x() + part.width()
        assert right <= inside.width(), part.accessibleName()


@pytest.mark.parametrize("name", MAKERS)
def test_what_is_tapped_is_large_and_has_a_name(qtbot: QtBot, name: str) -> None:
    _, content = over_a_low_screen(qtbot, name)
    controls: list[QWidget] = [*content.findChildren(QAbstractButton)]
    controls += content.findChildren(QLineEdit)
    tapped = [control for control in controls if control.isVisible()]
    assert tapped
    for control in tapped:
        assert control.accessibleName()
        assert min(control.width(), control.height()) >= 48, control.accessibleName()


def test_a_finger_turns_the_page_to_the_end(qtbot: QtBot, finger: Finger) -> None:
    screen, content = over_a_low_screen(qtbot, "details")
    last = content.findChildren(QLineEdit)[-1]
    assert not last.visibleRegion().boundingRect().contains(last.rect().center())
    for _ in range(10):
        finger(content.pages.down)
    assert last.visibleRegion().boundingRect() == last.rect()
    assert not content.pages.down.isEnabled()
    finger(content.pages.up)
    assert content.pages.down.isEnabled()
    assert screen.isVisible()


def test_what_fits_has_no_page_buttons(qtbot: QtBot) -> None:
    screen, content = over_a_low_screen(qtbot, "numbing")
    qtbot.waitUntil(content.pages.isVisible)
    screen.resize(1366, 1200)
    qtbot.waitUntil(content.pages.isHidden)


def test_a_sheet_grows_with_what_it_has_to_say(qtbot: QtBot) -> None:
    _, content = over_a_low_screen(qtbot, "next_date")
    assert isinstance(content, NextDateContent)
    day = content.typed_date
    write(day, "31.2.")
    qtbot.waitUntil(lambda: day.message.visibleRegion().boundingRect() == day.message.rect())
    qtbot.waitUntil(content.pages.isHidden)
    column = content.findChildren(QScrollArea)[0]
    with qtbot.assertNotEmitted(column.verticalScrollBar().rangeChanged, wait=200):
        assert content.pages.isHidden()


@pytest.mark.parametrize("name", MAKERS)
def test_showing_the_same_session_again_tells_nothing(qtbot: QtBot, name: str) -> None:
    _, content = over_a_low_screen(qtbot, name)
    heard: list[object] = []
    content.changed.connect(heard.append)
    content.typed.connect(heard.append)
    content.show_session(content._session)
    assert heard == []
