"""Treating: every tap is on the map, in the list and in the records."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from needlelog.domain.device import Reach
from needlelog.domain.session import NeedlingSession
from needlelog.ui.screens.chair import brush_view
from needlelog.ui.screens.chair.chair import Chair
from tests.ui.conftest import Records
from tests.ui.screens.chair.conftest import OpenChair
from tests.ui.screens.chair.doing import depths, kept, press, saved, tap, tap_zone

CHEEKS = ("face.cheek_l", "face.cheek_r")


def test_a_tap_is_kept_before_anything_else_is_asked(
    qtbot: QtBot, chair: Chair, records: Records
) -> None:
    tap_zone(qtbot, chair, "face.chin")
    saved(qtbot, chair)

    assert depths(kept(records, chair.session.id)) == {"face.chin": [(500, 3)]}
    assert chair.bar.saved.text().startswith("Saved ")


def test_a_cheek_is_both_cheeks_until_mirror_is_switched_off(qtbot: QtBot, chair: Chair) -> None:
    tap_zone(qtbot, chair, "face.cheek_l")
    tap(qtbot, chair.treat.panel.mirror)
    tap_zone(qtbot, chair, "face.temple_r")

    assert set(depths(chair.session)) == {*CHEEKS, "face.temple_r"}


def test_on_a_profile_mirror_leaves_the_side_nobody_sees_alone(qtbot: QtBot, chair: Chair) -> None:
    tap(qtbot, chair.treat.side.tabs.button("face_left"))
    tap_zone(qtbot, chair, "face.cheek_l")

    assert set(depths(chair.session)) == {"face.cheek_l"}


def test_a_second_tap_is_one_more_pass(qtbot: QtBot, chair: Chair) -> None:
    tap_zone(qtbot, chair, "face.chin")
    tap_zone(qtbot, chair, "face.chin")

    assert depths(chair.session) == {"face.chin": [(500, 4)]}


def test_two_quick_taps_are_two_passes(qtbot: QtBot, chair: Chair) -> None:
    place = chair.treat.side.map.place_of("face.chin")
    assert place is not None
    spot = chair.treat.side.map.mapTo(chair, place)
    for _tap in range(3):  # through the window, so that Qt makes a double click of them
        QTest.mouseClick(
            chair.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot
        )

    assert depths(chair.session) == {"face.chin": [(500, 5)]}


def test_another_depth_never_destroys_the_first(qtbot: QtBot, chair: Chair) -> None:
    toasts: list[str] = []
    chair.toast_asked.connect(lambda toast: toasts.append(toast.text))
    tap(qtbot, chair.treat.panel.presets.chip("1500"))
    tap_zone(qtbot, chair, "face.chin")
    tap(qtbot, chair.treat.panel.presets.chip("500"))
    tap_zone(qtbot, chair, "face.chin")

    assert depths(chair.session) == {"face.chin": [(1500, 3), (500, 3)]}
    assert toasts == ["Chin: 1.5 ×3 + 0.5 ×3"]


def test_the_toast_offers_to_replace_instead(qtbot: QtBot, chair: Chair, records: Records) -> None:
    toasts: list[object] = []
    chair.toast_asked.connect(toasts.append)
    tap_zone(qtbot, chair, "face.chin")
    tap(qtbot, chair.treat.panel.presets.chip("1000"))
    tap_zone(qtbot, chair, "face.chin")
    toasts[-1].then()  # type: ignore[attr-defined]  # what the toast's button calls
    saved(qtbot, chair)

    assert depths(kept(records, chair.session.id)) == {"face.chin": [(1000, 3)]}


def test_changing_the_brush_never_alters_what_is_painted(qtbot: QtBot, chair: Chair) -> None:
    tap_zone(qtbot, chair, "face.chin")
    press(chair.treat.panel.needle, Qt.Key.Key_Up)

    assert depths(chair.session) == {"face.chin": [(500, 3)]}
    assert chair.treat.panel.needle.value() == 750


def test_editing_alters_only_the_zone_of_its_row(
    qtbot: QtBot, chair: Chair, records: Records
) -> None:
    tap_zone(qtbot, chair, "face.chin")
    tap_zone(qtbot, chair, "face.nose")
    chair.treat.side.list.row_tapped.emit("face.chin")
    tap(qtbot, chair.treat.panel.presets.chip("1000"))
    tap(qtbot, chair.treat.panel.back)
    saved(qtbot, chair)

    assert depths(kept(records, chair.session.id)) == {
        "face.chin": [(1000, 3)],
        "face.nose": [(500, 3)],
    }
    assert chair.treat.panel.title.text() == "Brush"


def test_whole_face_paints_what_is_not_painted_yet(qtbot: QtBot, chair: Chair) -> None:
    tap(qtbot, chair.treat.panel.presets.chip("1500"))
    tap_zone(qtbot, chair, "face.cheek_l")
    tap(qtbot, chair.treat.panel.presets.chip("500"))
    tap(qtbot, chair.treat.side.whole_face)

    painted = depths(chair.session)
    assert len(painted) == 13
    assert {painted[cheek][0] for cheek in CHEEKS} == {(1500, 3)}
    assert "face.neck_front" not in painted


def test_whole_face_leaves_zones_over_their_ceiling_empty_and_names_them(
    qtbot: QtBot, chair: Chair
) -> None:
    toasts: list[str] = []
    chair.toast_asked.connect(lambda toast: toasts.append(toast.text))
    chair.treat.panel.needle.value_changed.emit(2000)
    tap(qtbot, chair.treat.side.whole_face)

    assert chair.session.layers == ()
    assert toasts[0].startswith("Left empty, above your ceiling there: Forehead")


def test_erase_takes_one_zone_off_and_is_the_brush_again(qtbot: QtBot, chair: Chair) -> None:
    tap_zone(qtbot, chair, "face.chin")
    tap_zone(qtbot, chair, "face.nose")
    tap(qtbot, chair.treat.side.erase)
    tap_zone(qtbot, chair, "face.nose")
    tap_zone(qtbot, chair, "face.chin")

    assert depths(chair.session) == {"face.chin": [(500, 4)]}


def test_every_tap_is_undone_and_done_again(qtbot: QtBot, chair: Chair, records: Records) -> None:
    for zone in ("face.chin", "face.nose", "face.forehead"):
        tap_zone(qtbot, chair, zone)
    tap(qtbot, chair.bar.undo)
    tap(qtbot, chair.bar.undo)
    tap(qtbot, chair.bar.redo)
    saved(qtbot, chair)

    assert set(depths(kept(records, chair.session.id))) == {"face.chin", "face.nose"}


def test_undo_goes_on_after_the_session_is_opened_again(
    qtbot: QtBot, chair: Chair, open_chair: OpenChair, records: Records
) -> None:
    tap_zone(qtbot, chair, "face.chin")
    tap_zone(qtbot, chair, "face.nose")
    saved(qtbot, chair)
    again = open_chair(chair.session.id)
    tap(qtbot, again.bar.undo)
    saved(qtbot, again)

    assert set(depths(kept(records, chair.session.id))) == {"face.chin"}


def test_the_endpoint_is_of_the_zone_painted_last_and_starts_empty(
    qtbot: QtBot, chair: Chair
) -> None:
    tap_zone(qtbot, chair, "face.chin")
    tap(qtbot, chair.treat.panel.endpoint.button("pinpoint_bleeding"))
    tap_zone(qtbot, chair, "face.nose")

    endpoints = {layer.zone: layer.endpoint for layer in chair.session.layers}
    assert endpoints == {"face.chin": "pinpoint_bleeding", "face.nose": "not_noted"}
    assert chair.treat.panel.endpoint.choice() is None


def test_a_second_tap_on_an_endpoint_takes_it_back(qtbot: QtBot, chair: Chair) -> None:
    tap_zone(qtbot, chair, "face.chin")
    tap(qtbot, chair.treat.panel.endpoint.button("pink"))
    tap(qtbot, chair.treat.panel.endpoint.button("pink"))

    assert [layer.endpoint for layer in chair.session.layers] == ["not_noted"]


def test_a_serum_enters_the_session_with_its_first_zone(qtbot: QtBot, chair: Chair) -> None:
    panel = chair.treat.panel
    tap(qtbot, panel.serums.chip("vitamin_c||"))
    before = chair.session.serums
    tap_zone(qtbot, chair, "face.chin")

    assert before == ()
    assert [use.product for use in chair.session.serums] == ["vitamin_c"]
    assert chair.session.layers[0].serum_id == chair.session.serums[0].id


def test_stop_stamps_the_time_with_its_first_tap(
    qtbot: QtBot, chair: Chair, records: Records
) -> None:
    tap_zone(qtbot, chair, "face.chin")
    tap(qtbot, chair.bar.stop)
    saved(qtbot, chair)

    session = kept(records, chair.session.id)
    assert session.stop is not None
    assert session.stop.reasons == ()


def test_a_body_zone_is_painted_after_its_region_opened(qtbot: QtBot, chair: Chair) -> None:
    tap(qtbot, chair.treat.side.tabs.button("body_front"))
    tap(qtbot, chair.treat.panel.mirror)
    tap_zone(qtbot, chair, "body.hand_l")
    tap_zone(qtbot, chair, "body.hand_l")

    assert set(depths(chair.session)) == {"body.hand_l"}


def test_a_first_session_has_nothing_to_repeat(chair: Chair) -> None:
    assert chair.session.layers == ()
    assert not chair.treat.side.same_as_last.isEnabled()


def test_one_known_depth_is_offered_beside_those_to_start_from(
    chair: Chair,
) -> None:
    known = replace(chair.facts, recent_depths=(1250,))

    assert brush_view.presets(known, Reach()) == (500, 1000, 1250)
    several = replace(known, recent_depths=(750, 2000, 1250))
    assert brush_view.presets(several, Reach()) == (750, 1250, 2000)


def test_without_a_sheet_the_last_step_is_half_and_half_too(
    qtbot: QtBot, open_chair: OpenChair, new_session: NeedlingSession
) -> None:
    chair = open_chair(new_session.id, 940, 600)
    chair.go("aftercare")
    said = chair.finish.page_line
    qtbot.waitUntil(lambda: "no sheet" in said.text())
    answers = chair.finish.lines["reactions"]
    qtbot.waitUntil(lambda: answers.width() > 300)
    qtbot.waitUntil(lambda: said.height() >= said.heightForWidth(said.width()))
    assert abs(chair.finish.preview.width() - chair.width() / 2) < 60
