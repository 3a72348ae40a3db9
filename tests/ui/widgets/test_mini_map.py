"""The small map of timelines."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from needlelog.ui import theme
from needlelog.ui.widgets.mini_map import MiniMap, fullest_map, render_mini


def count(image: QImage, colour: str) -> int:
    wanted = QColor(colour)
    return sum(
        image.pixelColor(x, y) == wanted
        for x in range(image.width())
        for y in range(image.height())
    )


@pytest.mark.parametrize(
    ("zones", "code"),
    [
        (["face.forehead", "face.cheek_l", "face.cheek_r"], "face_front"),
        (["scalp.crown", "scalp.hairline"], "scalp_top"),
        (["body.thigh_l", "body.thigh_r", "face.nose"], "body_front"),
        (["body.buttock_l"], "body_back"),
        (["face.neck_r"], "face_right"),
        ([], "face_front"),
    ],
)
def test_the_map_with_most_of_the_zones_is_shown(zones: list[str], code: str) -> None:
    assert fullest_map(zones) == code


def test_zones_have_the_colour_of_their_depth_on_every_screen() -> None:
    drawn = render_mini({"face.forehead": 1500, "face.chin": 2250}, QSize(76, 96), 2.0)

    image = drawn.toImage()
    assert (image.width(), image.height()) == (152, 192)
    assert count(image, "#E2846A") > 200
    assert count(image, "#8A2B2B") > 50


def test_the_mini_map_follows_its_session_and_the_theme(qtbot: QtBot, qapp: QApplication) -> None:
    mini = MiniMap()
    qtbot.addWidget(mini)
    mini.resize(mini.sizeHint())
    mini.set_depths({"face.forehead": 500})
    first = mini.grab().toImage()

    mini.set_depths({"face.forehead": 1500})
    assert count(mini.grab().toImage(), "#E2846A") > 50
    assert mini.accessibleDescription() == "Forehead 1.5 mm"
    mini.set_depths({"face.forehead": 500})
    assert mini.grab().toImage() == first
    try:
        theme.apply(qapp, theme.load("dark"))
        assert count(mini.grab().toImage(), theme.current().color("art-hair").name()) > 50
    finally:
        theme.apply(qapp, theme.load("light"))
