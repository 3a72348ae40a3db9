"""Every zone can be painted wherever it is shown, and is the same zone on every map."""

import pytest

from needlelog import catalogue, settings
from needlelog.domain.reference import MapZone, Region, Side


def all_shown() -> list[MapZone]:
    return [shown for view in catalogue.maps().values() for shown in view.zones]


@pytest.mark.parametrize("code", catalogue.maps())
def test_every_zone_of_a_map_has_its_outlines_label_and_usual_depth(code: str) -> None:
    view, art = catalogue.maps()[code], catalogue.map_art(code)
    shown = {zone.code for zone in view.zones}

    assert shown == {shape.code for shape in art.zones} == {shape.code for shape in art.hits}
    assert view.view_box == (0, 0, art.width, art.height)
    for map_zone in view.zones:
        zone = catalogue.zones()[map_zone.zone]
        assert all((zone.label, zone.short, zone.words, map_zone.facing_name))
        assert catalogue.guides()[zone.guide].usual_um.high > 0


def test_a_cheek_on_the_left_profile_is_the_left_cheek() -> None:
    zone = {(shown.map, shown.code): shown.zone for shown in all_shown()}

    assert zone["face_left", "cheek"] == zone["face_front", "cheek_l"]
    assert zone["face_right", "cheek"] == zone["face_front", "cheek_r"]
    assert zone["body_back", "hand_l"] == zone["body_front", "hand_l"]
    assert zone["body_front", "neck"] == zone["face_front", "neck_front"]


@pytest.mark.parametrize("profile", [Side.LEFT, Side.RIGHT])
def test_a_profile_never_shows_the_other_side(profile: Side) -> None:
    zones = catalogue.zones()
    sides = {zones[shown.zone].side for shown in catalogue.maps()[f"face_{profile}"].zones}

    assert sides == {profile, Side.NONE}


def test_the_other_side_of_the_other_side_is_the_zone_itself() -> None:
    zones = catalogue.zones()
    paired = [zone for zone in zones.values() if zone.mirror]

    assert all(zones[zone.mirror or ""].mirror == zone.code for zone in paired)
    assert {zone.side for zone in paired} == {Side.LEFT, Side.RIGHT}


def test_the_clients_right_lies_at_the_left_edge_of_front_views() -> None:
    for code, view in catalogue.maps().items():
        at_left = min(view.zones, key=lambda zone: zone.label_anchor[0])
        expected = Side.NONE if "face_" in code and code != "face_front" else view.left_edge

        assert view.left_edge is expected
        if view.left_edge is not Side.NONE:
            assert catalogue.zones()[at_left.zone].side is view.left_edge, code


def test_zones_are_listed_from_the_forehead_down() -> None:
    face = [zone.short for zone in catalogue.zones().values() if zone.in_whole_face]
    regions = list(dict.fromkeys(zone.region for zone in catalogue.zones().values()))

    assert face == [
        "Forehead",
        "Glabella",
        "Temple L",
        "Temple R",
        "Under-eye L",
        "Under-eye R",
        "Nose",
        "Cheek L",
        "Cheek R",
        "Upper lip",
        "Chin",
        "Jawline L",
        "Jawline R",
    ]
    assert regions == [Region.FACE, Region.NECK, Region.SCALP, Region.BODY]
    assert [zone.order for zone in catalogue.zones().values()] == list(
        range(len(catalogue.zones()))
    )


def test_narrow_zones_carry_their_depth_outside_on_their_own_side() -> None:
    outside = {zone.code: zone.callout for zone in catalogue.maps()["face_front"].zones}

    for name in ("temple", "periorbital", "jawline"):
        left, right = outside[f"{name}_l"], outside[f"{name}_r"]
        assert left is not None
        assert left[0] > 300
        assert right == (600 - left[0], left[1])  # mirrored about the middle


def test_the_drawings_lie_beside_the_tables() -> None:
    drawn = {path.name for path in (settings.resources() / "maps").glob("*.svg")}

    assert drawn == {view.file for view in catalogue.maps().values()}
