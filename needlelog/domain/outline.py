"""The drawings of the zone maps as plain segments, read from SVG text for screen and paper."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from needlelog.errors import NeedleLogError
from needlelog.i18n import _


class BadOutline(NeedleLogError):
    """A map that came with the program can't be read."""


@dataclass(frozen=True, slots=True)
class Move:
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Line:
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Quad:
    """A quadratic curve: one control point, then the end."""

    control_x: float
    control_y: float
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Curve:
    """A cubic curve: the control points of its start and of its end, then the end."""

    start_x: float
    start_y: float
    end_x: float
    end_y: float
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Close:
    """Back to where this part of the outline began."""


Segment = Move | Line | Quad | Curve | Close


@dataclass(frozen=True, slots=True)
class Outline:
    """One path in the units of its map."""

    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """One path of a map; `tone` names its colour, `code` its zone (empty for plain art)."""

    outline: Outline
    tone: str
    code: str = ""
    stroke_width: float = 0.0
    is_filled: bool = False
    is_stroked: bool = False


@dataclass(frozen=True, slots=True)
class MapArt:
    """A map in drawing order: art, zones, then the lines that stay readable over a tint.

    `hits` are the tap areas of the zones; they don't overlap and are never drawn.
    """

    width: float
    height: float
    art: tuple[Shape, ...]
    zones: tuple[Shape, ...]
    over: tuple[Shape, ...]
    hits: tuple[Shape, ...]


_KINDS: dict[str, tuple[type[Move | Line | Quad | Curve], int]] = {
    "M": (Move, 2),
    "L": (Line, 2),
    "Q": (Quad, 4),
    "C": (Curve, 6),
}
_TOKEN = re.compile(r"([A-Za-z])|([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)|([^\s,])")
_LAYERS = ("art", "zones", "art-over", "hits")
_CODE_PREFIXES = {"zones": "zone-", "hits": "hit-"}


def parse_outline(data: str) -> Outline:
    """Read SVG path data of absolute M, L, Q, C and Z; raise ValueError for anything else."""
    segments: list[Segment] = []
    for letter, numbers in _commands(data):
        if letter == "Z" and not numbers:
            segments.append(Close())
        else:
            segments.extend(_drawn(letter, numbers))
    if not segments or not isinstance(segments[0], Move):
        raise ValueError("path data has to start with M")
    return Outline(tuple(segments))


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    letter = ""
    numbers: list[float] = []
    for match in _TOKEN.finditer(data):
        command, number, stray = match.groups()
        if stray or (number and not letter):
            raise ValueError(f"{match.group()!r} has no place in path data")
        if number:
            numbers.append(float(number))
            continue
        if letter:
            yield letter, numbers
        letter, numbers = command, []
    if letter:
        yield letter, numbers


def _drawn(letter: str, numbers: list[float]) -> Iterator[Segment]:
    if letter not in _KINDS:
        raise ValueError(f"path command {letter} is not drawn here")
    kind, count = _KINDS[letter]
    if not numbers or len(numbers) % count:
        raise ValueError(f"{letter} has {len(numbers)} numbers")
    for start in range(0, len(numbers), count):
        # SVG: coordinates that follow those of an M are lines.
        following = Line if kind is Move and start else kind
        yield following(*numbers[start : start + count])


def parse_map(svg: str, name: str) -> MapArt:
    """Read one map file; `name` is for the message when it is broken."""
    try:
        root = _tree(svg)
        width, height = _size(root)
        layers = {layer: tuple(_shapes(root, layer)) for layer in _LAYERS}
    except (ET.ParseError, ValueError) as broken:
        sentence = _(
            "The map {name} can't be read: {reason}. No record is touched."
            " Install NeedleLog again to get its maps back."
        )
        raise BadOutline(sentence.format(name=name, reason=broken)) from broken
    return MapArt(width, height, *(layers[layer] for layer in _LAYERS))


def _tree(svg: str) -> ET.Element:
    # Only a document type can declare entities: without one, none can expand without end.
    if "<!DOCTYPE" in svg or "<!ENTITY" in svg:
        raise ValueError("a map has no document type")
    return ET.fromstring(svg)


def _size(root: ET.Element) -> tuple[float, float]:
    numbers = [float(number) for number in root.get("viewBox", "").split()]
    match numbers:
        case [0.0, 0.0, width, height] if width > 0 and height > 0:
            return width, height
    raise ValueError("viewBox has to be 0 0 width height")


def _shapes(root: ET.Element, layer: str) -> Iterator[Shape]:
    group = root.find(f"./{{*}}g[@id='{layer}']")
    if group is None:
        raise ValueError(f"the layer {layer} is missing")
    prefix = _CODE_PREFIXES.get(layer, "")
    for element in group:
        yield _shape(element, prefix)


def _shape(element: ET.Element, prefix: str) -> Shape:
    code = element.get("id", "").removeprefix(prefix) if prefix else ""
    if prefix and not code:
        raise ValueError(f"a path of {prefix}… has no id")
    return Shape(
        outline=parse_outline(element.get("d", "")),
        tone=element.get("class", ""),
        code=code,
        stroke_width=float(element.get("stroke-width", "0")),
        is_filled=element.get("fill", "none") != "none",
        is_stroked=element.get("stroke", "none") != "none",
    )
