"""The map at the chair by keyboard, read aloud, and as it looks."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from needlelog import catalogue
from needlelog.ui import theme
from needlelog.ui.widgets.map_painter import ZoneLook
from needlelog.ui.widgets.zone_key import ZoneKey
from needlelog.ui.widgets.zone_map import ZoneMap
from tests.ui.widgets.zone_maps import Taps, colours, key_of, picture, zones_of

DEEP = ZoneLook(1500, ("1.5", "×4"))


@pytest.mark.parametrize("code", catalogue.maps())
def test_every_zone_is_painted_by_keyboard(zone_map: ZoneMap, taps: Taps, code: str) -> None:
    zone_map.set_view(code)
    for zone in zones_of(code):
        key = key_of(zone_map, zone)
        key.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(key, Qt.Key.Key_Space)

    assert taps.zones == zones_of(code)


# -------------------------------------------------------------------------------------- keyboard


def test_tab_walks_through_the_zones_in_the_order_of_every_list(zone_map: ZoneMap) -> None:
    first = key_of(zone_map, "face.forehead")
    first.setFocus(Qt.FocusReason.TabFocusReason)
    walked = []

    for _step in range(14):
        focused = QApplication.focusWidget()
        assert isinstance(focused, ZoneKey)
        walked.append(focused.zone)
        QTest.keyClick(focused, Qt.Key.Key_Tab)

    zones = catalogue.zones()
    assert walked == sorted(walked, key=lambda code: zones[code].order)
    assert set(walked) == set(zones_of("face_front"))


@pytest.mark.parametrize(
    ("arrow", "zone"),
    [
        (Qt.Key.Key_Up, "face.glabella"),
        (Qt.Key.Key_Down, "face.upper_lip"),
        (Qt.Key.Key_Left, "face.periorbital_r"),
        (Qt.Key.Key_Right, "face.periorbital_l"),
    ],
)
def test_arrows_go_to_the_next_zone_on_that_side(
    zone_map: ZoneMap, arrow: Qt.Key, zone: str
) -> None:
    nose = key_of(zone_map, "face.nose")
    nose.setFocus(Qt.FocusReason.TabFocusReason)

    QTest.keyClick(nose, arrow)

    assert key_of(zone_map, zone).hasFocus()


def test_focus_is_seen_on_the_zone_and_only_when_it_came_by_keyboard(zone_map: ZoneMap) -> None:
    chin = key_of(zone_map, "face.chin")
    bare = picture(zone_map)

    chin.setFocus(Qt.FocusReason.MouseFocusReason)
    assert picture(zone_map) == bare
    chin.clearFocus()
    chin.setFocus(Qt.FocusReason.TabFocusReason)

    assert picture(zone_map) != bare
    assert theme.current().color("accent").name().upper() in colours(zone_map, "face.jawline_l")


def test_a_zone_is_spoken_with_its_side_and_state(zone_map: ZoneMap) -> None:
    cheek = key_of(zone_map, "face.cheek_l")
    assert cheek.accessibleName() == "Client’s left cheek"
    assert cheek.accessibleDescription() == "not painted"

    zone_map.set_zones({"face.cheek_l": replace(DEEP, planned=True)})

    assert cheek.accessibleDescription() == "1.5 ×4, planned, not confirmed"


# ----------------------------------------------------------------------------------------- looks


def test_a_painted_zone_has_the_colour_of_its_depth(zone_map: ZoneMap) -> None:
    assert "#E2846A" not in colours(zone_map, "face.chin")

    zone_map.set_zones({"face.chin": DEEP})

    assert "#E2846A" in colours(zone_map, "face.chin")


def test_a_planned_zone_never_looks_like_a_painted_one(zone_map: ZoneMap) -> None:
    zone_map.set_zones({"face.forehead": DEEP})
    painted = share_of(zone_map, "#E2846A")
    zone_map.set_zones({"face.forehead": replace(DEEP, planned=True)})
    planned = share_of(zone_map, "#E2846A")

    assert 0.2 * painted < planned < 0.6 * painted


def share_of(zone_map: ZoneMap, colour: str) -> int:
    image, wanted = picture(zone_map), QColor(colour)
    return sum(
        image.pixelColor(x, y) == wanted
        for x in range(image.width())
        for y in range(image.height())
    )


def test_the_zone_painted_last_has_an_edge_of_its_own(zone_map: ZoneMap) -> None:
    accent = theme.current().color("accent").name().upper()
    zone_map.set_zones({"face.chin": DEEP})
    assert accent not in colours(zone_map, "face.chin")

    zone_map.set_zones({"face.chin": replace(DEEP, last=True)})

    assert accent in colours(zone_map, "face.chin")


def test_a_warned_zone_says_so_by_more_than_colour(zone_map: ZoneMap) -> None:
    zone_map.set_zones({"face.forehead": DEEP})
    zone_map.set_zones({"face.forehead": replace(DEEP, warned=True)})

    assert theme.current().color("warn").name().upper() in colours(zone_map, "face.forehead")
    assert key_of(zone_map, "face.forehead").accessibleDescription().endswith("needs attention")


def test_another_theme_recolours_the_drawing_and_keeps_the_depths(
    zone_map: ZoneMap, qapp: QApplication
) -> None:
    zone_map.set_zones({"face.forehead": DEEP})
    light = picture(zone_map)
    try:
        theme.apply(qapp, theme.load("dark"))
        dark = picture(zone_map)
        assert "#E2846A" in colours(zone_map, "face.forehead")
    finally:
        theme.apply(qapp, theme.load("light"))

    hair = QPoint(182, 30)
    assert light.pixelColor(hair) == theme.load("light").color("art-hair")
    assert dark.pixelColor(hair) == theme.load("dark").color("art-hair")
    assert picture(zone_map) == light


@pytest.mark.parametrize(("code", "left"), [("face_front", "R"), ("body_back", "L")])
def test_the_clients_sides_are_named_where_they_are(code: str, left: str) -> None:
    side = catalogue.maps()[code].left_edge

    assert side.value[0].upper() == left
