"""Where the catalogue's figures come from, and how far they are carried."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Confidence(StrEnum):
    """How well a row's figures are carried by its sources."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    NONE = "none"  # a working choice: no source that was read carries the figures


class Span(NamedTuple):
    """Both ends of a range, in the unit its field names."""

    low: int
    high: int


class SourceWeight(StrEnum):
    """What kind of source it is, the weightiest first."""

    CLINIC_PAGE = "clinic_page"
    REGULATOR = "regulator"
    LABEL = "label"
    SOCIETY = "society"
    STUDY = "study"
    REVIEW = "review"
    CLINIC = "clinic"
    VENDOR = "vendor"
    MACHINE_SUMMARY = "machine_summary"
    EDITORIAL = "editorial"


@dataclass(frozen=True, slots=True)
class Source:
    """A publication, label, form or page; shown by its title."""

    id: str
    title: str
    weight: SourceWeight
    url: str = ""
    was_read: bool = True
    """False: known from general literature, its text was not seen."""

    @property
    def carries_figures(self) -> bool:
        """Whether a figure may rest on this source alone."""
        unsourced = (SourceWeight.MACHINE_SUMMARY, SourceWeight.EDITORIAL)
        return self.was_read and self.weight not in unsourced


@dataclass(frozen=True, slots=True, kw_only=True)
class Sourced:
    """A row that says where its figures come from."""

    source_ids: tuple[str, ...]
    confidence: Confidence = Confidence.MEDIUM
    working_choices: tuple[str, ...] = ()
    """Fields of this row that none of its sources carries, where others are carried."""

    def is_working_choice(self, name: str) -> bool:
        """Whether the figure in the field `name` is to be shown as 'working choice'."""
        return self.confidence is Confidence.NONE or name in self.working_choices


def require(condition: bool, reason: str) -> None:
    """Refuse a row whose figures contradict each other."""
    if not condition:
        raise ValueError(reason)
