"""Spots at the chair: their numbers, those of earlier sessions, and depths above the ceiling."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from needlelog.db import sessions
from needlelog.domain.clinic import Practitioner
from needlelog.domain.session import NeedlingSession, Spot, Status
from needlelog.ui.screens.chair import map_view
from needlelog.ui.screens.chair.chair import Chair
from needlelog.ui.screens.chair.sheets.spot import SpotContent
from tests.builders import NOON, a_session, at
from tests.ui.conftest import Records
from tests.ui.screens.chair.conftest import OpenChair
from tests.ui.screens.chair.doing import LEFT, NONE, kept, saved, tap

MONTH = 30 * 24 * 60
SCAR = Spot(3, "face_front", 150.0, 200.0, name="Chin scar", kind="boxcar", width_mm=4.0,
            depth_um=1000, passes=3, done_at=at(-MONTH))  # fmt: skip


@pytest.fixture
def earlier(records: Records, you: Practitioner, client_id: UUID) -> NeedlingSession:
    """A signed session of a month ago that treated spot 3."""

    def signed(db: Session) -> NeedlingSession:
        session = a_session(
            client_id=client_id, treated_by_id=you.id, happened_at=at(-MONTH), spots=(SCAR,)
        )
        started = sessions.start(db, session)
        sessions.sign(db, started.id, 1, Status.COMPLETED, you.id, NOON)
        return started

    return records(signed)  # type: ignore[no-any-return]  # a session


@pytest.fixture
def next_chair(
    open_chair: OpenChair, earlier: NeedlingSession, new_session: NeedlingSession
) -> Chair:
    return open_chair(new_session.id)


def place_spot(qtbot: QtBot, chair: Chair, x: float, y: float, off: int = 0) -> None:
    """Tap 'Spot' and then a place of the map, some pixels beside it."""
    tap(qtbot, chair.treat.side.spot)
    face = chair.treat.side.map
    place = face._laid_out().frame.to_widget(QPointF(x, y)).toPoint()
    QTest.mouseClick(face, LEFT, NONE, place + QPoint(off, 0))


def numbers(chair: Chair) -> list[int]:
    return [spot.number for spot in chair.session.spots]


def test_a_spot_of_an_earlier_session_is_shown_hollow_and_listed(next_chair: Chair) -> None:
    facts = next_chair.facts
    (mark,) = map_view.spot_marks(next_chair.session, facts)
    rows = map_view.painted_rows(next_chair.session, next_chair.treat.hand.state, facts)

    assert (mark.number, mark.is_hollow) == (3, True)
    assert [(row.label, row.layers_text) for row in rows] == [
        ("Spot 3", "earlier, Chin scar, 1 ×3")
    ]


def test_a_tap_near_an_earlier_spot_treats_it_again_under_its_number(
    qtbot: QtBot, next_chair: Chair, records: Records
) -> None:
    place_spot(qtbot, next_chair, SCAR.x, SCAR.y, off=20)
    saved(qtbot, next_chair)

    (spot,) = kept(records, next_chair.session.id).spots
    assert (spot.number, spot.x, spot.y) == (3, SCAR.x, SCAR.y)
    assert (spot.name, spot.kind, spot.width_mm) == ("Chin scar", "boxcar", None)
    assert spot.done_at is not None
    (mark,) = map_view.spot_marks(next_chair.session, next_chair.facts)
    assert not mark.is_hollow


def test_a_tap_further_off_is_a_new_spot_with_the_next_number(
    qtbot: QtBot, next_chair: Chair
) -> None:
    place_spot(qtbot, next_chair, SCAR.x, SCAR.y, off=40)

    assert numbers(next_chair) == [4]


def test_a_tap_on_a_spot_of_this_session_opens_it(qtbot: QtBot, next_chair: Chair) -> None:
    place_spot(qtbot, next_chair, SCAR.x, SCAR.y)
    next_chair.sheets.close()
    place_spot(qtbot, next_chair, SCAR.x, SCAR.y)

    assert numbers(next_chair) == [3]
    assert isinstance(next_chair.sheets.content, SpotContent)


def test_an_earlier_spot_is_treated_again_from_the_list(qtbot: QtBot, next_chair: Chair) -> None:
    next_chair.treat.side.list.row_tapped.emit(f"{map_view.EARLIER}3")

    assert numbers(next_chair) == [3]


def test_a_new_spot_gets_a_number_no_spot_of_the_client_has(
    qtbot: QtBot, next_chair: Chair
) -> None:
    place_spot(qtbot, next_chair, 150, 330)
    next_chair.sheets.close()
    place_spot(qtbot, next_chair, 210, 200)
    assert numbers(next_chair) == [4, 5]
    next_chair.sheets.close()

    tap(qtbot, next_chair.bar.undo)
    assert numbers(next_chair) == [4]
    place_spot(qtbot, next_chair, 150, 120)
    assert numbers(next_chair) == [4, 5]


def test_a_spot_above_the_ceiling_holds_the_signature_until_a_reason_is_tapped(
    qtbot: QtBot, chair: Chair
) -> None:
    chair.treat.hand.set_depth(2000)
    place_spot(qtbot, chair, SCAR.x, SCAR.y)
    chair.sheets.close()
    tap(qtbot, chair.bar.strip.button("aftercare"))

    line = chair.finish.lines["above_ceiling"]
    assert line.line.text == "Spot 1, 2 mm: above your ceiling of 1.5 mm. Why?"
    assert chair.finish.holds() == 1
    tap(qtbot, line.buttons["scar"])
    assert chair.session.spots[0].reason == "scar"
    assert chair.finish.holds() == 0


def test_other_reasons_for_a_spot_are_written_on_its_sheet(qtbot: QtBot, chair: Chair) -> None:
    chair.treat.hand.set_depth(2000)
    place_spot(qtbot, chair, SCAR.x, SCAR.y)
    chair.sheets.close()
    tap(qtbot, chair.bar.strip.button("aftercare"))
    spot_id = chair.session.spots[0].id.hex
    tap(qtbot, chair.finish.lines["above_ceiling"].buttons[f"sheet:spot:{spot_id}"])

    content = chair.sheets.content
    assert isinstance(content, SpotContent)
    tap(qtbot, content.reason.chips.chip("other"))
    QTest.keyClicks(content.reason.words.control, "Keloid edge")
    assert chair.session.spots[0].reason == "Keloid edge"
