"""What was done, said to a client."""

from dataclasses import replace

import pytest

from needlelog import catalogue
from needlelog.domain.session import Confirmation, NeedlingSession, Spot
from needlelog.domain.treated import deepest_by_zone, listed, sentence, skin_words, treated
from tests.builders import NOON, a_layer, a_planned_layer, a_session

PARTS = catalogue.aftercare_guide().parts
THREE_DEPTHS = {
    "face.cheek_r": 1500,
    "face.forehead": 500,
    "face.temple_l": 500,
    "face.temple_r": 500,
    "face.jawline_l": 1000,
    "face.jawline_r": 1000,
    "face.cheek_l": 1500,
    "face.chin": 1000,
}


def said(session: NeedlingSession, *serums: str) -> str:
    return sentence(treated(session, catalogue.zones()), serums)


def skin_of(*zones: str) -> str:
    session = a_session(zones=dict.fromkeys(zones, 500))
    return skin_words(treated(session, catalogue.zones()), PARTS)


def a_spot(number: int, where: str = "face_front") -> Spot:
    return Spot(number, where, 200, 400, depth_um=2000, done_at=NOON)


def test_three_depths_read_like_a_sentence() -> None:
    assert said(a_session(zones=THREE_DEPTHS), "hyaluronic acid serum") == (
        "Microneedling of your forehead and temples (0.5 mm), chin and jawline (1 mm) "
        "and both cheeks (1.5 mm), with hyaluronic acid serum."
    )


@pytest.mark.parametrize(
    ("zones", "words"),
    [
        ({"face.cheek_l": 500}, "your left cheek (0.5 mm)"),
        ({"face.cheek_l": 500, "face.cheek_r": 500}, "both cheeks (0.5 mm)"),
        (
            {"face.cheek_l": 500, "face.cheek_r": 1000},
            "your left cheek (0.5 mm) and right cheek (1 mm)",
        ),
        ({"face.neck_front": 500}, "the front of the neck (0.5 mm)"),
        ({"body.thigh_l": 1500, "body.thigh_r": 1500}, "the front of both thighs (1.5 mm)"),
    ],
)
def test_sides_are_named_or_joined(zones: dict[str, int], words: str) -> None:
    assert said(a_session(zones=zones)) == f"Microneedling of {words}."


def test_the_whole_face_is_said_in_two_words() -> None:
    face = [code for code, zone in catalogue.zones().items() if zone.in_whole_face]
    assert said(a_session(zones=dict.fromkeys([*face, "face.neck_front"], 500))) == (
        "Microneedling of your whole face and front of the neck (0.5 mm)."
    )
    assert "whole face" not in said(a_session(zones=dict.fromkeys(face[1:], 500)))


def test_the_deepest_layer_of_a_zone_is_one_that_was_done() -> None:
    layers = (
        a_layer("face.chin", 500),
        a_layer("face.chin", 1500, position=1),
        a_layer("face.chin", 750, position=2),
        a_planned_layer("face.chin", 2000, position=3),
        a_planned_layer("face.nose", position=4),
    )
    assert deepest_by_zone(a_session(layers=layers)) == {"face.chin": 1500}


def test_layers_of_a_zone_are_both_said_the_deeper_first() -> None:
    layers = (
        a_layer("face.cheek_l", 500, position=0),
        a_layer("face.cheek_l", 1500, position=1),
        a_layer("face.cheek_l", 500, position=2),
    )
    assert said(a_session(layers=layers)) == (
        "Microneedling of your left cheek (1.5 mm and 0.5 mm)."
    )


def test_what_is_only_planned_or_was_not_treated_is_not_said() -> None:
    layers = (
        a_layer("face.chin", 1000),
        a_planned_layer("face.nose", 500),
        a_layer("face.forehead", 500, confirmation=Confirmation.NOT_TREATED),
    )
    assert said(a_session(layers=layers)) == "Microneedling of your chin (1 mm)."


def test_spots_keep_their_numbers() -> None:
    session = a_session(zones={"face.chin": 500}, spots=(a_spot(3), a_spot(12)))
    assert said(session) == (
        "Microneedling of your chin (0.5 mm) and marked spots 3 and 12 (2 mm)."
    )


def test_a_spot_counts_for_depth_and_place() -> None:
    what = treated(a_session(spots=(a_spot(1, "scalp_top"),)), catalogue.zones())
    assert (what.areas, what.sole_kind) == (frozenset({"scalp"}), "scalp")
    assert (what.deepest_um(["scalp"]), what.deepest_um(["face"])) == (2000, 0)


def test_depth_is_counted_where_it_was_worked() -> None:
    what = treated(a_session(zones={"face.nose": 500, "body.thigh_l": 2000}), catalogue.zones())
    assert (what.deepest_um(["face"]), what.deepest_um(["face", "body"])) == (500, 2000)
    assert what.sole_kind == ""


@pytest.mark.parametrize(
    ("zones", "words"),
    [
        (["face.nose", "face.cheek_l"], "your face"),
        (["face.nose", "face.neck_l"], "your face and neck"),
        (["scalp.crown"], "your scalp"),
        (["body.thigh_l", "body.thigh_back_r"], "your thighs"),
        (["face.nose", "scalp.crown", "body.thigh_l"], "the treated skin"),
        (["body.foot_l"], "the treated skin"),
    ],
)
def test_the_skin_is_called_by_its_place(zones: list[str], words: str) -> None:
    assert skin_of(*zones) == words


def test_every_zone_has_words_for_its_two_sides() -> None:
    for code in catalogue.zones():
        assert said(a_session(zones={code: 500})).endswith(" (0.5 mm).")


def test_a_zone_the_catalogue_does_not_have_is_a_defect() -> None:
    with pytest.raises(KeyError):
        said(replace(a_session(), layers=(a_layer("face.moon"),)))


@pytest.mark.parametrize(
    ("words", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_words_are_listed(words: list[str], text: str) -> None:
    assert listed(words) == text
