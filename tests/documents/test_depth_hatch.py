"""Depth on paper, told without colour."""

from io import BytesIO
from itertools import combinations

from PIL import Image, ImageChops

from needlelog.documents.depth_hatch import hatch, legend, shade
from needlelog.documents.ink import new_canvas
from tests.documents.pages import image_of

DEPTHS = (500, 1000, 1500, 2000, 2500)
SIDE = 40


def swatch(depth_um: int, *, is_tinted: bool) -> Image.Image:
    """A square of one depth in grey; without its tint only the strokes are left."""
    made = BytesIO()
    canvas = new_canvas(made, (SIDE, SIDE))
    if is_tinted or depth_um > 2000:  # the deepest is pale strokes on a dark ground
        canvas.setFillColor(shade(depth_um).fill)
        canvas.rect(0, 0, SIDE, SIDE, stroke=0, fill=1)
    hatch(canvas, shade(depth_um), (0, 0, SIDE, SIDE), 1)
    canvas.showPage()
    canvas.save()
    return image_of(made.getvalue(), 3)


def difference(one: Image.Image, other: Image.Image) -> float:
    """Mean difference of grey, 0 to 255."""
    histogram = ImageChops.difference(one, other).histogram()
    return sum(grey * count for grey, count in enumerate(histogram)) / sum(histogram)


def test_any_two_steps_differ_in_grey() -> None:
    for one, other in combinations(DEPTHS, 2):
        assert difference(swatch(one, is_tinted=True), swatch(other, is_tinted=True)) > 12


def test_any_two_steps_differ_by_their_strokes_alone() -> None:
    for one, other in combinations(DEPTHS, 2):
        assert difference(swatch(one, is_tinted=False), swatch(other, is_tinted=False)) > 8


def test_the_key_joins_depths_of_one_step() -> None:
    assert [depths for _look, depths in legend([1500, 250, 500, 1250, 1500])] == [
        (250, 500),
        (1250, 1500),
    ]


def test_every_depth_that_can_be_recorded_has_a_look() -> None:
    assert shade(100) is shade(500)
    assert shade(3000) is shade(2001)
    assert shade(501) is not shade(500)
