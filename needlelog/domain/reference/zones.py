"""Zones of the body, the depths usual there, and the maps they are painted on."""

from dataclasses import dataclass
from enum import StrEnum

from needlelog.domain.reference.evidence import Sourced, Span, require


class Side(StrEnum):
    """The client's own side, never the viewer's."""

    LEFT = "left"
    RIGHT = "right"
    NONE = "none"


class Region(StrEnum):
    FACE = "face"
    NECK = "neck"
    SCALP = "scalp"
    BODY = "body"


_SUFFIX = {Side.LEFT: "_l", Side.RIGHT: "_r"}
_OTHER = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}


@dataclass(frozen=True, slots=True)
class Guide(Sourced):
    """Depths usual for one kind of zone, and how far the sources disagree. Information only."""

    id: str
    label: str
    group: str
    """'face', 'neck', 'chest', 'scalp', 'body' or 'other', as prices are quoted."""
    usual_um: Span
    start_um: int
    """The lowest sensible setting to begin with."""
    seen_um: Span
    """The lowest and highest depth any source gives."""
    disagreement: str
    caution: str
    is_core: bool = False

    def __post_init__(self) -> None:
        low, high = self.usual_um
        require(low <= self.start_um <= high, "start_um is outside usual_um")
        require(
            self.seen_um.low <= low and high <= self.seen_um.high, "usual_um is outside seen_um"
        )


@dataclass(frozen=True, slots=True)
class Zone:
    """A place that is treated and recorded, the same on every map that shows it."""

    code: str
    """As stored; ends in _l or _r where the zone has a side."""
    region: Region
    label: str
    short: str
    """For lists and buttons: 'Cheek L'."""
    guide: str
    words: str
    """In a sentence on paper: 'left cheek'."""
    side: Side = Side.NONE
    pair_label: str = ""
    """Both sides in lists: 'Cheek L + R'."""
    pair_words: str = ""
    """Both sides in a sentence: 'both cheeks'."""
    in_whole_face: bool = False
    """Whether 'Whole face' paints it: the face from the front, without the neck."""
    traits: tuple[str, ...] = ()
    """'hair_bearing', 'lips': what aftercare lines ask about."""
    order: int = 0
    """Place in every list of zones, from 0."""

    def __post_init__(self) -> None:
        suffix = next((s for s in ("_l", "_r") if self.code.endswith(s)), None)
        require(suffix == _SUFFIX.get(self.side), f"side {self.side} does not fit the code")
        paired = bool(self.pair_label) and bool(self.pair_words)
        require(paired == (self.side is not Side.NONE), "a pair needs a side, and a side a pair")

    @property
    def mirror(self) -> str | None:
        """The code of the same zone on the other side."""
        if self.side is Side.NONE:
            return None
        return self.code[:-2] + _SUFFIX[_OTHER[self.side]]


@dataclass(frozen=True, slots=True)
class ZoneIndication(Sourced):
    """Depths for one kind of zone treated for one reason, where sources name both."""

    id: str
    guide: str
    indication: str
    usual_um: Span
    seen_um: Span
    note: str = ""


@dataclass(frozen=True, slots=True)
class MapZone:
    """One zone as one map shows it."""

    map: str
    code: str
    """Within the map: its outline is `zone-<code>`, its tap area `hit-<code>`."""
    zone: str
    facing_name: str
    """As read aloud on this map: 'Client’s left cheek'."""
    label_anchor: tuple[float, float]
    """Where the depth stands, or where the leader ends when it stands outside. Map units."""
    label_room: float
    """Free diameter round the middle of the zone for what is written in it. Map units."""
    callout: tuple[float, float] | None = None
    """Where the depth stands outside the drawing, with a leader to `label_anchor`. Map units."""
    is_one_line: bool = False
    """Depth and passes beside each other: the zone is too flat to stack them."""


@dataclass(frozen=True, slots=True)
class MapView:
    """One drawing with its zones."""

    code: str
    title: str
    tab: str
    file: str
    """In resources/maps."""
    view_box: tuple[float, float, float, float]
    facing: str
    laterality_note: str
    left_edge: Side = Side.NONE
    """Which of the client's sides lies at the drawing's left edge; none in a profile."""
    zones: tuple[MapZone, ...] = ()


@dataclass(frozen=True, slots=True)
class DepthPolicy(Sourced):
    """What depths can be entered, and where the program speaks up. It never blocks a true value."""

    id: str
    device_um: Span
    step_um: int
    typed_um: Span
    typed_step_um: int
    note_below_um: int
    note_above_um: int
    ask_again_above_um: int
    combining: str
    """How a zone's range and a reason's range make one."""
    below_text: str
    above_text: str
    again_text: str

    def __post_init__(self) -> None:
        low, high = self.typed_um
        require(low <= self.device_um.low, "device_um starts below typed_um")
        require(self.device_um.high <= high, "device_um ends above typed_um")
