"""The map drawings, read from SVG text."""

import pytest

from needlelog.domain.outline import (
    BadOutline,
    Close,
    Curve,
    Line,
    Move,
    Outline,
    Quad,
    Shape,
    parse_map,
    parse_outline,
)

A_MAP = """<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 80" data-map="face_front">
<g id="art"><path class="base" fill="#F4EBE4" stroke="none" d="M 0 0 L 60 0 L 60 80 Z"/></g>
<g id="zones"><path id="zone-nose" class="zone" fill="#111" stroke="#222" stroke-width="1.2"
 d="M 1 1 L 2 2 Z"/></g>
<g id="art-over"><path class="detail" fill="none" stroke="#333" stroke-width="1.6"
 d="M 3 3 L 4 4"/></g>
<g id="hits"><path id="hit-nose" class="hit" fill="none" stroke="none" d="M 0 0 L 5 5 Z"/></g>
</svg>"""

NOSE = "M 1 1 L 2 2 Z"


def test_every_kind_of_segment_is_read() -> None:
    outline = parse_outline("M 1 2 L 3 -4 Q 1,2,3,4 C .5 6, 7 8, 9e1 10 Z")

    assert outline == Outline(
        (
            Move(1, 2),
            Line(3, -4),
            Quad(1, 2, 3, 4),
            Curve(0.5, 6, 7, 8, 90, 10),
            Close(),
        )
    )


def test_numbers_that_go_on_repeat_the_command() -> None:
    assert parse_outline("M 0 0 1 1 L 2 2 3 3").segments == (
        Move(0, 0),
        Line(1, 1),
        Line(2, 2),
        Line(3, 3),
    )


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("", "start with M"),
        ("L 1 1", "start with M"),
        ("Z", "start with M"),
        ("M 1", "M has 1 numbers"),
        ("M 1 2 3", "M has 3 numbers"),
        ("M 0 0 C 1 1", "C has 2 numbers"),
        ("M 0 0 a 5 5", "command a"),
        ("M 0 0 H 9", "command H"),
        ("M 0 0 Z 4", "command Z"),
        ("7 M 0 0", "'7' has no place"),
        ("M 0 0 # Z", "'#' has no place"),
    ],
)
def test_path_data_that_is_broken_is_refused(data: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        parse_outline(data)


def test_a_map_has_its_four_layers() -> None:
    art = parse_map(A_MAP, "face_front")

    assert (art.width, art.height) == (60, 80)
    assert art.art == (Shape(parse_outline("M 0 0 L 60 0 L 60 80 Z"), "base", is_filled=True),)
    assert art.zones == (
        Shape(parse_outline(NOSE), "zone", "nose", 1.2, is_filled=True, is_stroked=True),
    )
    assert art.over == (
        Shape(parse_outline("M 3 3 L 4 4"), "detail", stroke_width=1.6, is_stroked=True),
    )
    assert art.hits == (Shape(parse_outline("M 0 0 L 5 5 Z"), "hit", "nose"),)


@pytest.mark.parametrize(
    "broken",
    [
        A_MAP[:300],
        A_MAP.replace('id="hits"', 'id="taps"'),
        A_MAP.replace("0 0 60 80", "0 0 60"),
        A_MAP.replace("0 0 60 80", "0 0 60 wide"),
        A_MAP.replace('id="zone-nose"', ""),
        A_MAP.replace(NOSE, "M 1"),
        A_MAP.replace("<svg", '<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg'),
    ],
    ids=["cut off", "no hits", "short box", "worded box", "no id", "bad path", "entities"],
)
def test_a_broken_map_is_named_in_the_sentence(broken: str) -> None:
    with pytest.raises(BadOutline, match=r"The map face_front can't be read: .+ No record"):
        parse_map(broken, "face_front")
