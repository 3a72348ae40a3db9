"""A session from the first tap to the signature, and what holds it."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from needlelog.db import handouts, practitioners, sessions
from needlelog.domain.carry_over import carried_over
from needlelog.domain.clinic import Practitioner
from needlelog.domain.handout import HandoutEventKind
from needlelog.domain.identity import new_id
from needlelog.domain.painting import Brush, painted
from needlelog.domain.session import ChairStep, Confirmation, NeedlingSession, Status
from needlelog.ui import who_works_here
from needlelog.ui.screens.chair.chair import Chair
from tests.builders import NOON, a_practitioner, a_serum, a_session, a_tip, at
from tests.ui.conftest import Records
from tests.ui.screens.chair.conftest import OpenChair
from tests.ui.screens.chair.doing import depths, kept, press, saved, tap, tap_zone

FACE = ("face.forehead", "face.temple_l", "face.temple_r", "face.cheek_l", "face.cheek_r")


@pytest.fixture
def last(records: Records, you: Practitioner, client_id: UUID) -> NeedlingSession:
    """A signed session of a month ago."""

    def signed(db: Session) -> NeedlingSession:
        empty = a_session(client_id=client_id, treated_by_id=you.id, happened_at=at(-30 * 24 * 60))
        empty = replace(empty, tips=(a_tip(),))
        brush = Brush(1250, 3, ("vertical",), a_serum())
        worked = painted(empty, FACE, brush, at(-30 * 24 * 60))
        started = sessions.start(db, worked)
        sessions.sign(db, started.id, 1, Status.COMPLETED, you.id, NOON)
        return started

    return records(signed)  # type: ignore[no-any-return]  # a session


@pytest.fixture
def repeated(
    records: Records, you: Practitioner, client_id: UUID, last: NeedlingSession
) -> NeedlingSession:
    """A new session with last time's zones planned."""
    fresh = a_session(client_id=client_id, treated_by_id=you.id, happened_at=NOON)
    return records(lambda db: sessions.start(db, carried_over(fresh, last)))  # type: ignore[no-any-return]  # a session


def test_carried_over_zones_wait_until_somebody_says_they_were_done(
    open_chair: OpenChair, repeated: NeedlingSession
) -> None:
    chair = open_chair(repeated.id)

    assert {layer.confirmation for layer in chair.session.layers} == {Confirmation.PLANNED}
    assert chair.session.serums[0].lot == ""
    assert not chair.treat.side.carry.confirm.isEnabled()


def test_a_tap_paints_a_dashed_zone_and_the_rest_is_confirmed_together(
    qtbot: QtBot, open_chair: OpenChair, repeated: NeedlingSession, records: Records
) -> None:
    chair = open_chair(repeated.id)
    chair.treat.panel.needle.value_changed.emit(1500)
    tap_zone(qtbot, chair, "face.cheek_l")
    tap(qtbot, chair.treat.side.carry.confirm)
    saved(qtbot, chair)

    session = kept(records, repeated.id)
    assert depths(session)["face.cheek_r"] == [(1500, 3)]
    assert depths(session)["face.forehead"] == [(1250, 3)]
    assert {layer.confirmation for layer in session.layers} == {
        Confirmation.PAINTED,
        Confirmation.TOGETHER,
    }
    assert not chair.treat.side.carry.isVisible()


def test_a_row_confirms_its_zone_as_planned(
    qtbot: QtBot, open_chair: OpenChair, repeated: NeedlingSession
) -> None:
    chair = open_chair(repeated.id)
    chair.treat.side.list.row_tapped.emit("face.forehead")

    forehead = chair.session.layers_of("face.forehead")[0]
    assert forehead.confirmation is Confirmation.AS_PLANNED
    assert len(chair.session.planned_layers) == 4


def test_planned_zones_hold_the_signature_and_are_listed(
    qtbot: QtBot, open_chair: OpenChair, repeated: NeedlingSession, records: Records
) -> None:
    chair = open_chair(repeated.id)
    tap_zone(qtbot, chair, "face.cheek_l")
    tap(qtbot, chair.bar.strip.button("aftercare"))
    line = chair.finish.lines["not_confirmed"]
    said, held = line.text.text(), not chair.bar.next.isEnabled()
    tap(qtbot, line.buttons["not_treated"])
    tap(qtbot, chair.bar.next)
    qtbot.waitUntil(lambda: chair.session.is_signed)

    gaps = [chair.bar.strip.button(one).accessibleName() for one in ("lots", "next_date")]
    assert gaps == ["Lots, not noted", "Next date, not noted"]  # nothing can be done any more
    assert held
    assert said.replace("\u00a0", " ") == "Forehead, Temple L + R: planned, not confirmed."
    assert set(kept(records, repeated.id).treated_zones) == {"face.cheek_l", "face.cheek_r"}


def test_a_depth_above_the_ceiling_holds_the_signature_until_its_reason(
    qtbot: QtBot, chair: Chair, records: Records
) -> None:
    chair.treat.panel.needle.value_changed.emit(2000)
    tap_zone(qtbot, chair, "face.chin")
    tap(qtbot, chair.bar.strip.button("aftercare"))
    held = not chair.bar.next.isEnabled()
    tap(qtbot, chair.finish.lines["above_ceiling"].buttons["scar"])
    tap(qtbot, chair.bar.next)
    qtbot.waitUntil(lambda: chair.session.is_signed)

    assert held
    assert [layer.reason for layer in kept(records, chair.session.id).layers] == ["scar"]


def test_gaps_are_answered_where_they_stand_and_hold_nothing(
    qtbot: QtBot, chair: Chair, records: Records
) -> None:
    tap_zone(qtbot, chair, "face.chin")
    tap(qtbot, chair.bar.strip.button("aftercare"))
    gaps = set(chair.finish.lines)
    open_to_sign = chair.bar.next.isEnabled()
    tap(qtbot, chair.finish.lines["reactions"].buttons["as_expected"])
    tap(qtbot, chair.finish.lines["endpoints"].buttons["even_redness"])
    tap(qtbot, chair.finish.lines["next_date"].buttons["declined"])
    saved(qtbot, chair)

    session = kept(records, chair.session.id)
    assert gaps == {"reactions", "endpoints", "lots", "next_date"}
    assert open_to_sign
    assert session.as_expected_at is not None
    assert session.next_declined
    assert session.layers[0].endpoint == "even_redness"
    assert set(chair.finish.lines) == {"lots"}


def test_as_expected_is_one_tap(qtbot: QtBot, chair: Chair, records: Records) -> None:
    tap(qtbot, chair.bar.strip.button("reactions"))
    tap(qtbot, chair.reactions.as_expected)
    saved(qtbot, chair)

    session = kept(records, chair.session.id)
    assert session.as_expected_at is not None
    assert session.reactions == ()


def test_a_grade_is_a_scale_and_a_level(qtbot: QtBot, chair: Chair, records: Records) -> None:
    tap(qtbot, chair.bar.strip.button("reactions"))
    tap(qtbot, chair.reactions.as_expected)
    tap(qtbot, chair.reactions.cards["swelling"].levels.button("2"))
    tap(qtbot, chair.reactions.rest)
    saved(qtbot, chair)

    session = kept(records, chair.session.id)
    assert [(row.kind, row.scale, row.level) for row in session.reactions] == [
        ("swelling", "severity", 2)
    ]
    assert session.as_expected_at is None
    assert session.rest_not_seen_at is not None


def test_pain_is_not_noted_until_somebody_says_it(qtbot: QtBot, chair: Chair) -> None:
    tap(qtbot, chair.bar.strip.button("reactions"))
    before = chair.session.pain
    press(chair.reactions.pain, Qt.Key.Key_Up)
    press(chair.reactions.pain, Qt.Key.Key_Up)

    assert before is None
    assert chair.session.pain == 1


def test_notes_keep_a_space_that_was_just_typed(
    qtbot: QtBot, chair: Chair, records: Records
) -> None:
    tap(qtbot, chair.bar.strip.button("reactions"))
    for letters in ("Warm ", "to the ", "touch"):
        QTest.keyClicks(chair.reactions.notes.edit, letters)
        chair.keep_typing()
        saved(qtbot, chair)

    assert chair.reactions.notes.text() == "Warm to the touch"
    assert kept(records, chair.session.id).notes == "Warm to the touch"


def test_the_session_reopens_on_its_step(qtbot: QtBot, chair: Chair, open_chair: OpenChair) -> None:
    tap_zone(qtbot, chair, "face.chin")
    tap(qtbot, chair.bar.next)
    saved(qtbot, chair)
    again = open_chair(chair.session.id)

    assert again.session.step is ChairStep.REACTIONS
    assert again.reactions.isVisible()


def test_signing_is_one_tap_and_the_page_stays(
    qtbot: QtBot, chair: Chair, records: Records
) -> None:
    tap_zone(qtbot, chair, "face.chin")
    tap(qtbot, chair.bar.strip.button("aftercare"))
    tap(qtbot, chair.bar.next)
    qtbot.waitUntil(lambda: chair.session.is_signed)
    qtbot.waitUntil(lambda: chair.finish.preview.page_count() == 1)

    session = kept(records, chair.session.id)
    assert session.status is Status.COMPLETED
    assert session.is_signed
    assert chair.bar.saved.text().startswith("Signed ")
    assert chair.bar.next.isEnabled()
    assert chair.bar.next.text() == "Done"


def test_who_works_at_the_computer_signs_what_a_colleague_began(
    qtbot: QtBot, chair: Chair, records: Records, you: Practitioner
) -> None:
    colleague = records(lambda db: practitioners.add(db, a_practitioner(id=new_id())))
    who_works_here.keep(colleague.id)
    tap_zone(qtbot, chair, "face.chin")
    tap(qtbot, chair.bar.strip.button("aftercare"))
    tap(qtbot, chair.bar.next)
    qtbot.waitUntil(lambda: chair.session.is_signed)

    signed = kept(records, chair.session.id)
    assert (signed.treated_by_id, signed.signed_by_id) == (you.id, colleague.id)


def test_a_double_tap_on_sign_signs_once_and_stays_on_the_page(qtbot: QtBot, chair: Chair) -> None:
    left: list[bool] = []
    chair.left.connect(lambda: left.append(True))
    tap_zone(qtbot, chair, "face.chin")
    tap(qtbot, chair.bar.strip.button("aftercare"))
    QTest.mouseClick(chair.bar.next, Qt.MouseButton.LeftButton)
    QTest.mouseClick(chair.bar.next, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: chair.session.is_signed)

    assert left == []


def test_nothing_said_of_the_paper_is_said_by_itself(
    qtbot: QtBot, chair: Chair, records: Records
) -> None:
    tap_zone(qtbot, chair, "face.chin")
    tap(qtbot, chair.bar.strip.button("aftercare"))
    qtbot.waitUntil(lambda: chair.finish.preview.page_count() == 1)
    before = records(lambda db: handouts.for_session(db, chair.session.id))
    chair.finish.summary.given.changed.emit(("given_on_paper",))
    qtbot.waitUntil(lambda: chair.finish.paper.given.handout is not None)

    papers = records(lambda db: handouts.for_session(db, chair.session.id))
    events = records(lambda db: handouts.events(db, chair.session.id))
    assert before == ()
    assert papers[0].pdf.startswith(b"%PDF")
    assert [event.kind for event in events] == [HandoutEventKind.GIVEN_ON_PAPER]


def test_a_sheet_that_no_longer_fits_the_record_is_named(qtbot: QtBot, chair: Chair) -> None:
    tap_zone(qtbot, chair, "face.chin")
    tap(qtbot, chair.bar.strip.button("aftercare"))
    qtbot.waitUntil(lambda: chair.finish.preview.page_count() == 1)
    chair.finish.summary.given.changed.emit(("given_on_paper",))
    qtbot.waitUntil(lambda: chair.finish.paper.given.handout is not None)
    fitted = chair.finish.paper.is_outdated
    tap(qtbot, chair.banner.steps.button("treat"))
    tap(qtbot, chair.treat.panel.presets.chip("1500"))
    tap_zone(qtbot, chair, "face.chin")
    tap(qtbot, chair.bar.strip.button("aftercare"))
    qtbot.waitUntil(lambda: chair.finish.paper.is_outdated)

    assert not fitted
    assert chair.finish.summary.corrected.isVisible()
