"""What can be seen after needling, and the scales it is graded on."""

from dataclasses import dataclass
from enum import StrEnum

from needlelog.domain.reference.evidence import Sourced, Span, require


class ReactionCourse(StrEnum):
    EXPECTED = "expected"
    WATCH = "watch"
    ADVERSE = "adverse"
    EMERGENCY = "emergency"


class Asked(StrEnum):
    """When a reaction stands among the cards; the rest are under 'More'."""

    DAY = "day"
    CHECK_IN = "check_in"


@dataclass(frozen=True, slots=True)
class ReactionKind(Sourced):
    """Something skin or client can show after needling, and when to look again."""

    id: str
    label: str
    course: ReactionCourse
    scale: str
    onset_hours: Span
    typical_hours: Span
    review_after_hours: int
    """Still there after this long: have it looked at. 0: at once."""
    text: str
    refer_if: str
    asked: tuple[Asked, ...] = ()
    red_flags: tuple[str, ...] = ()
    is_core: bool = False


@dataclass(frozen=True, slots=True)
class RedFlag(Sourced):
    """A warning sign and how fast somebody has to act."""

    id: str
    text: str
    action: str
    """'emergency', 'urgent', 'same_day' or 'book'."""
    within_hours: int


@dataclass(frozen=True, slots=True)
class ScaleLevel:
    value: int
    label: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Scale(Sourced):
    """A scale with its own words; a grade is always a scale id and a value on it."""

    id: str
    label: str
    use: str
    """'reaction', 'progress' or 'baseline'."""
    minimum: int
    maximum: int
    better: str
    """'lower', 'higher' or 'none'."""
    rater: str
    """'practitioner', 'client' or 'either'."""
    licence_note: str
    step: float = 1
    has_words: bool = False
    """Whether the words of its levels may be shown; else only the number is entered."""
    levels: tuple[ScaleLevel, ...] = ()

    def __post_init__(self) -> None:
        require(self.minimum < self.maximum, "minimum is not below maximum")
        values = [level.value for level in self.levels]
        require(values == sorted(set(values)), "levels do not rise")
        inside = all(self.minimum <= value <= self.maximum for value in values)
        require(inside, "a level is outside minimum to maximum")

    def word(self, value: int) -> str:
        """The word for exactly this value; empty where the scale has none."""
        return next((level.label for level in self.levels if level.value == value), "")
