"""What is undone at the chair is gone: tips, last time's serum, 'as expected', another way."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from needlelog.db import sessions
from needlelog.domain import supplies
from needlelog.domain.clinic import Practitioner
from needlelog.domain.own_time import moved_to
from needlelog.domain.painting import Brush, painted
from needlelog.domain.session import Confirmation, NeedlingSession, Status
from needlelog.ui.screens.chair.chair import Chair
from needlelog.ui.screens.chair.sheets.tip import TipContent
from needlelog.ui.widgets.toast import Toast
from tests.builders import NOON, a_serum, a_session, a_tip, at
from tests.ui.conftest import Records
from tests.ui.screens.chair.conftest import OpenChair
from tests.ui.screens.chair.doing import depths, kept, saved, tap, tap_zone

MONTH = 30 * 24 * 60
CHEEKS = ("face.cheek_l", "face.cheek_r")


@pytest.fixture
def last(records: Records, you: Practitioner, client_id: UUID) -> NeedlingSession:
    """A signed session of a month ago with both cheeks at 1.25 mm."""

    def signed(db: Session) -> NeedlingSession:
        empty = a_session(
            client_id=client_id, treated_by_id=you.id, happened_at=at(-MONTH), tips=(a_tip(),)
        )
        brush = Brush(1250, 3, ("vertical",), a_serum())
        started = sessions.start(db, painted(empty, CHEEKS, brush, at(-MONTH)))
        sessions.sign(db, started.id, 1, Status.COMPLETED, you.id, NOON)
        return started

    return records(signed)  # type: ignore[no-any-return]  # a session


@pytest.fixture
def repeated(
    qtbot: QtBot, open_chair: OpenChair, last: NeedlingSession, new_session: NeedlingSession
) -> Chair:
    """The chair with last time's cheeks planned by a tap."""
    chair = open_chair(new_session.id)
    tap(qtbot, chair.treat.side.same_as_last)
    assert {row.zone for row in chair.session.planned_layers} == set(last.treated_zones)
    return chair


@pytest.fixture
def toasts(repeated: Chair) -> list[Toast]:
    told: list[Toast] = []
    repeated.toast_asked.connect(told.append)
    return told


def test_an_undone_tip_is_off_the_device(qtbot: QtBot, chair: Chair, records: Records) -> None:
    tap_zone(qtbot, chair, "face.chin")
    chair.sheets.open("tip")
    content = chair.sheets.content
    assert isinstance(content, TipContent)
    tap(qtbot, content.new_tip)
    assert len(chair.session.tips) == 1
    chair.sheets.close()
    tap(qtbot, chair.bar.undo)
    tap_zone(qtbot, chair, "face.chin")
    saved(qtbot, chair)

    session = kept(records, chair.session.id)
    assert session.tips == ()
    assert depths(session) == {"face.chin": [(500, 4)]}


def test_a_new_tip_is_on_the_next_layer(qtbot: QtBot, chair: Chair) -> None:
    tap_zone(qtbot, chair, "face.chin")
    chair.sheets._on_changed("new_tip", supplies.new_tip(chair.session, NOON))
    tap_zone(qtbot, chair, "face.chin")

    (tip,) = chair.session.tips
    assert [row.tip_id for row in chair.session.layers] == [None, tip.id]


def test_undoing_same_as_last_time_takes_its_serum_off_the_brush(
    qtbot: QtBot, repeated: Chair
) -> None:
    assert repeated.treat.hand.state.brush.serum is not None
    tap(qtbot, repeated.bar.undo)
    tap_zone(qtbot, repeated, "face.chin")

    assert repeated.session.serums == ()


def test_a_serum_somebody_chose_stays_on_the_brush(qtbot: QtBot, chair: Chair) -> None:
    chair.treat.hand.use_serum(a_serum())
    tap_zone(qtbot, chair, "face.chin")
    tap(qtbot, chair.bar.undo)
    tap_zone(qtbot, chair, "face.chin")

    assert [use.product for use in chair.session.serums] == ["hyaluronic_acid"]


def test_a_plan_worked_otherwise_is_said_and_can_be_as_planned(
    qtbot: QtBot, repeated: Chair, toasts: list[Toast], records: Records
) -> None:
    repeated.treat.hand.set_depth(1500)
    tap_zone(qtbot, repeated, "face.cheek_l")

    (toast,) = [one for one in toasts if one.action == "As planned"]
    assert toast.text == "Cheek L + R: planned 1.25 ×3, done 1.5 ×3"
    assert depths(repeated.session) == {zone: [(1500, 3)] for zone in CHEEKS}
    assert toast.then is not None
    toast.then()
    saved(qtbot, repeated)

    session = kept(records, repeated.session.id)
    assert depths(session) == {zone: [(1250, 3)] for zone in CHEEKS}
    assert {row.confirmation for row in session.layers} == {Confirmation.AS_PLANNED}
    tap(qtbot, repeated.bar.undo)
    assert depths(repeated.session) == {zone: [(1500, 3)] for zone in CHEEKS}


def test_a_plan_that_was_kept_to_is_no_news(
    qtbot: QtBot, repeated: Chair, toasts: list[Toast]
) -> None:
    repeated.treat.hand.set_depth(1250)
    repeated.treat.hand.set_passes(3)
    tap_zone(qtbot, repeated, "face.cheek_l")

    assert toasts == []


def test_a_second_tap_on_as_expected_brings_the_grades_back(qtbot: QtBot, chair: Chair) -> None:
    chair.go("reactions")
    chair.reactions._on_graded("redness", 2)
    graded = chair.session.reactions
    tap(qtbot, chair.reactions.as_expected)
    assert chair.session.reactions == ()
    tap(qtbot, chair.reactions.as_expected)

    assert chair.session.reactions == graded
    assert chair.session.as_expected_at is None


def test_a_later_tap_on_as_expected_only_takes_it_back(qtbot: QtBot, chair: Chair) -> None:
    chair.go("reactions")
    chair.reactions._on_graded("redness", 2)
    tap(qtbot, chair.reactions.as_expected)
    chair.reactions._on_pain(3)
    tap(qtbot, chair.reactions.as_expected)

    assert (chair.session.reactions, chair.session.as_expected_at) == ((), None)
    assert chair.session.pain == 3


def test_a_session_entered_later_is_worked_and_cared_for_on_its_own_day(
    qtbot: QtBot, chair: Chair
) -> None:
    then = chair.session.entered_at - timedelta(days=13)
    tap_zone(qtbot, chair, "face.chin")
    first = chair.session.started_at
    assert first is not None
    chair.autosave.did("details", moved_to(chair.session, then))
    tap_zone(qtbot, chair, "face.chin")
    chair.go("aftercare")
    qtbot.waitUntil(lambda: chair.finish.paper.newest is not None)

    assert chair.session.started_at == first - timedelta(days=13)
    ended = chair.session.needling_ended_at
    assert ended is not None
    assert ended - then <= timedelta(hours=6)
    drawn = chair.finish.paper.newest
    assert drawn is not None
    assert drawn.handout.needling_ended_at == ended
    assert chair.bar.clock.text() == "00:00:00"
