"""Which maps a sheet shows, and what part of them."""

import pytest

from needlelog import catalogue
from needlelog.documents.map_drawing import frame, maps_for, sides
from needlelog.documents.outline_path import box, operators
from needlelog.domain.outline import parse_outline
from needlelog.domain.session import Spot
from tests.builders import NOON


@pytest.mark.parametrize(
    ("zones", "maps"),
    [
        (["face.forehead", "face.cheek_l"], ("face_front",)),
        (["face.neck_l"], ("face_left",)),
        (["scalp.crown"], ("scalp_top",)),
        (["body.thigh_l", "body.thigh_back_l"], ("body_front", "body_back")),
        (["face.nose", "scalp.crown", "face.chin"], ("face_front", "scalp_top")),
    ],
)
def test_the_fewest_maps_that_show_what_was_treated(
    zones: list[str], maps: tuple[str, ...]
) -> None:
    assert maps_for(dict.fromkeys(zones, 500), ()) == maps


def test_a_spot_brings_its_own_map() -> None:
    spot = Spot(1, "face_left", 100, 100, done_at=NOON)
    assert maps_for({"face.cheek_l": 500}, (spot,)) == ("face_left",)


def test_every_zone_is_on_the_map_that_is_shown_for_it() -> None:
    for zone in catalogue.zones():
        (code,) = maps_for({zone: 500}, ())
        assert zone in {shown.zone for shown in catalogue.maps()[code].zones}


def test_a_body_is_shown_near_and_a_face_whole() -> None:
    thigh = frame("body_front", {"body.thigh_l": 500}, (), 100)
    whole = frame("body_front", dict.fromkeys(catalogue.zones(), 500), (), 100)
    assert thigh.unit < whole.unit
    assert frame("face_front", {"face.nose": 500}, (), 100).part == (0, 0, 600, 800)


def test_the_part_of_a_body_holds_every_treated_zone() -> None:
    zones = {"body.thigh_l": 500, "body.knee_r": 500}
    left, top, right, low = frame("body_front", zones, (), 100).part
    stored = {shown.code: shown.zone for shown in catalogue.maps()["body_front"].zones}
    art = catalogue.map_art("body_front")
    drawn = {stored[shape.code]: box(shape.outline) for shape in art.zones}
    for zone in zones:
        x, y, to_x, to_y = drawn[zone]
        assert left <= x
        assert to_x <= right
        assert top <= y
        assert to_y <= low


def test_the_clients_own_sides_are_named() -> None:
    assert sides("face_front") == ("R", "L")
    assert sides("body_back") == ("L", "R")
    assert sides("face_left") == ("", "")


def test_curves_become_what_pdf_draws() -> None:
    outline = parse_outline("M 0 0 L 10 0 Q 10 30 40 30 C 1 2 3 4 5 6 Z")
    assert operators(outline) == (
        "0.0 0.0 m 10.0 0.0 l 10.0 20.0 20.0 30.0 40.0 30.0 c 1.0 2.0 3.0 4.0 5.0 6.0 c  h"
    )
