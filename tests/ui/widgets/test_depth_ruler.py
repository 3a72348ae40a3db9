"""The depth ruler: legend of the colours, place of the brush, depth of last time."""

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from needlelog.ui import theme
from needlelog.ui.widgets.depth_ruler import DepthRuler


@pytest.fixture
def ruler(qtbot: QtBot) -> DepthRuler:
    shown = DepthRuler()
    qtbot.addWidget(shown)
    shown.resize(180, 72)
    return shown


def columns(image: QImage, colour: QColor, row: int) -> list[int]:
    return [x for x in range(image.width()) if image.pixelColor(x, row) == colour]


def test_the_five_colours_stand_side_by_side(ruler: DepthRuler) -> None:
    image = ruler.grab().toImage()

    middles = [columns(image, QColor(fill), 31) for fill in ("#F9E1D8", "#F2B8A2", "#8A2B2B")]

    assert all(len(middle) > 20 for middle in middles)
    assert middles == sorted(middles)


@pytest.mark.parametrize(("depth_um", "x"), [(500, 42), (1250, 90), (2500, 170), (3000, 170)])
def test_the_dot_stands_at_the_brush(ruler: DepthRuler, depth_um: int, x: int) -> None:
    ruler.set_brush(depth_um)

    dot = columns(ruler.grab().toImage(), theme.current().color("accent"), 31)

    assert sum(dot) / len(dot) == pytest.approx(x, abs=1)


def test_last_time_is_a_triangle_with_its_words(ruler: DepthRuler) -> None:
    bare = ruler.grab().toImage()

    ruler.set_brush(1500)
    ruler.set_last(1250, "cheeks last 1.25")

    triangle = columns(ruler.grab().toImage(), theme.current().color("ink2"), 50)
    assert sum(triangle) / len(triangle) == pytest.approx(90, abs=1)
    assert ruler.accessibleDescription() == "Brush 1.5 mm, cheeks last 1.25"
    ruler.set_last(None)
    ruler.set_brush(0)
    assert ruler.grab().toImage() == bare
