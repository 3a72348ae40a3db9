"""The map at the chair: every zone by mouse and by finger, regions and spots."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QSizeF, Qt
from PySide6.QtGui import QImage, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from needlelog.ui.widgets import map_paths
from needlelog.ui.widgets.map_lettering import SpotMark
from needlelog.ui.widgets.map_paths import ZonePath
from needlelog.ui.widgets.map_scene import MapScene
from needlelog.ui.widgets.zone_map import ZoneMap
from tests.ui.conftest import Finger
from tests.ui.widgets.zone_maps import Taps, click, key_of, picture, place, zones_of

MAPS = ("face_front", "face_left", "face_right", "scalp_top", "body_front", "body_back")


def innermost(zone: ZonePath) -> QPointF:
    """A point well inside a tap area: of a grid of points, the one farthest from the edge."""
    box = zone.hit.boundingRect()
    grid = [
        QPointF(box.left() + box.width() * i / 24, box.top() + box.height() * j / 24)
        for i in range(1, 24)
        for j in range(1, 24)
    ]

    def to_edge(point: QPointF) -> float:
        return min((point.x() - x) ** 2 + (point.y() - y) ** 2 for x, y in zone.rim)

    return max(filter(zone.hit.contains, grid), key=to_edge)


# ------------------------------------------------------------------------------------ every zone


@pytest.mark.parametrize("code", MAPS)
def test_the_middle_of_each_tap_area_means_its_zone(code: str) -> None:
    paths = map_paths.for_map(code)
    scene = MapScene(paths, QSizeF(365, 464), None, 0)

    for zone in paths.zones:
        assert scene.zone_at(scene.frame.to_widget(innermost(zone))) == zone.code


@pytest.mark.parametrize("code", MAPS)
def test_every_zone_is_painted_by_mouse(zone_map: ZoneMap, taps: Taps, code: str) -> None:
    for zone in zones_of(code):
        zone_map.set_view(code)
        click(zone_map, place(zone_map, zone))
        if taps.regions:
            assert taps.regions.pop() == zone
            click(zone_map, place(zone_map, zone))

    assert taps.zones == zones_of(code)


@pytest.mark.parametrize("code", MAPS)
def test_every_zone_is_painted_by_finger(
    zone_map: ZoneMap, taps: Taps, finger: Finger, code: str
) -> None:
    for zone in zones_of(code):
        zone_map.set_view(code)
        finger(zone_map, place(zone_map, zone))
        if taps.regions:
            assert taps.regions.pop() == zone
            finger(zone_map, place(zone_map, zone))

    assert taps.zones == zones_of(code)


def test_a_cheek_on_the_left_profile_is_the_clients_left_cheek(
    zone_map: ZoneMap, taps: Taps
) -> None:
    zone_map.set_view("face_left")

    click(zone_map, place(zone_map, "face.cheek_l"))

    assert taps.zones == ["face.cheek_l"]


# ------------------------------------------------------------------------------------------ taps


def test_a_tap_beside_every_zone_means_the_nearest_within_24_pixels(
    zone_map: ZoneMap, taps: Taps
) -> None:
    chin_x = place(zone_map, "face.chin").x()
    forehead_top = key_of(zone_map, "face.forehead").geometry().top()

    click(zone_map, QPoint(chin_x, forehead_top - 26))
    click(zone_map, QPoint(chin_x, forehead_top - 40))

    assert taps.zones == ["face.forehead"]


def test_quick_taps_all_count(zone_map: ZoneMap, taps: Taps, finger: Finger) -> None:
    nose = place(zone_map, "face.nose")

    click(zone_map, nose)
    QTest.mouseDClick(zone_map, Qt.MouseButton.LeftButton, pos=nose)  # the second press only
    QTest.mouseRelease(zone_map, Qt.MouseButton.LeftButton, pos=nose)
    finger(zone_map, nose)
    finger(zone_map, nose)

    assert taps.zones == ["face.nose"] * 4


def test_two_fingers_are_two_taps(
    zone_map: ZoneMap, taps: Taps, touch_screen: QPointingDevice
) -> None:
    chin, nose = place(zone_map, "face.chin"), place(zone_map, "face.nose")

    QTest.touchEvent(zone_map, touch_screen).press(0, chin, zone_map).commit()
    QTest.touchEvent(zone_map, touch_screen).stationary(0).press(1, nose, zone_map).commit()
    QTest.touchEvent(zone_map, touch_screen).stationary(0).release(1, nose, zone_map).commit()
    QTest.touchEvent(zone_map, touch_screen).release(0, chin, zone_map).commit()

    assert taps.zones == ["face.nose", "face.chin"]


def test_a_drag_is_no_tap_even_when_it_comes_back(
    zone_map: ZoneMap, taps: Taps, touch_screen: QPointingDevice
) -> None:
    nose = place(zone_map, "face.nose")
    away = nose + QPoint(0, 20)

    QTest.touchEvent(zone_map, touch_screen).press(0, nose, zone_map).commit()
    QTest.touchEvent(zone_map, touch_screen).move(0, away, zone_map).commit()
    QTest.touchEvent(zone_map, touch_screen).move(0, nose, zone_map).commit()
    QTest.touchEvent(zone_map, touch_screen).release(0, nose, zone_map).commit()
    QTest.mousePress(zone_map, Qt.MouseButton.LeftButton, pos=nose)
    QTest.mouseRelease(zone_map, Qt.MouseButton.LeftButton, pos=away)

    assert taps.zones == []


def test_a_finger_that_trembles_still_taps(
    zone_map: ZoneMap, taps: Taps, touch_screen: QPointingDevice
) -> None:
    nose = place(zone_map, "face.nose")

    QTest.touchEvent(zone_map, touch_screen).press(0, nose, zone_map).commit()
    QTest.touchEvent(zone_map, touch_screen).move(0, nose + QPoint(6, 6), zone_map).commit()
    QTest.touchEvent(zone_map, touch_screen).release(0, nose + QPoint(6, 6), zone_map).commit()

    assert taps.zones == ["face.nose"]


def test_only_the_first_button_paints(zone_map: ZoneMap, taps: Taps) -> None:
    QTest.mouseClick(zone_map, Qt.MouseButton.RightButton, pos=place(zone_map, "face.nose"))

    assert taps.zones == []


def test_a_pressed_zone_answers_before_the_finger_goes_up(zone_map: ZoneMap) -> None:
    before = picture(zone_map)

    QTest.mousePress(zone_map, Qt.MouseButton.LeftButton, pos=place(zone_map, "face.forehead"))

    assert picture(zone_map) != before


# --------------------------------------------------------------------------------------- regions


def test_a_narrow_zone_of_the_body_opens_its_region_first(zone_map: ZoneMap, taps: Taps) -> None:
    zone_map.set_view("body_front")
    before = key_of(zone_map, "body.forearm_l").width()

    click(zone_map, place(zone_map, "body.forearm_l"))

    assert (taps.regions, taps.zones) == (["body.forearm_l"], [])
    assert key_of(zone_map, "body.forearm_l").width() == pytest.approx(2 * before, abs=2)


def test_the_way_back_shows_the_whole_body(zone_map: ZoneMap, finger: Finger) -> None:
    zone_map.set_view("body_back")
    back = next(button for button in zone_map.findChildren(QPushButton))
    assert not back.isVisible()

    finger(zone_map, place(zone_map, "body.hand_l"))
    assert back.isVisible()
    assert back.height() >= 64
    assert zone_map.place_of("body.foot_r") is None
    finger(back)

    assert not back.isVisible()
    assert zone_map.place_of("body.foot_r") is not None


def test_faces_never_open_regions(zone_map: ZoneMap, taps: Taps) -> None:
    zone_map.resize(298, 348)

    click(zone_map, place(zone_map, "face.upper_lip"))

    assert (taps.zones, taps.regions) == (["face.upper_lip"], [])


# ----------------------------------------------------------------------------------------- spots


def test_in_spot_mode_a_tap_marks_a_place_and_paints_nothing(zone_map: ZoneMap, taps: Taps) -> None:
    zone_map.set_spot_mode(True)

    click(zone_map, place(zone_map, "face.chin"))
    zone_map.set_spot_mode(False)
    click(zone_map, place(zone_map, "face.chin"))

    assert taps.zones == ["face.chin"]
    (spot,) = taps.spots
    chin = map_paths.for_map("face_front").zone("face.chin")
    assert chin is not None
    assert spot[0] == "face_front"
    assert spot[1:] == pytest.approx((chin.anchor.x(), chin.anchor.y()), abs=2)


def test_a_spot_beside_the_client_is_no_spot(zone_map: ZoneMap, taps: Taps) -> None:
    zone_map.set_spot_mode(True)

    click(zone_map, QPoint(4, 4))

    assert taps.spots == []


def test_a_spot_is_shown_on_its_own_map_only(zone_map: ZoneMap) -> None:
    bare = {code: shown(zone_map, code) for code in ("face_front", "face_left")}

    zone_map.set_spots([SpotMark(3, "face_left", 190, 450)])

    assert shown(zone_map, "face_front") == bare["face_front"]
    assert shown(zone_map, "face_left") != bare["face_left"]


def shown(zone_map: ZoneMap, code: str) -> QImage:
    zone_map.set_view(code)
    return picture(zone_map)
