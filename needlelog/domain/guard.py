"""What the depth of a zone is told beside: last time, the usual range, the own ceiling.

Information, never praise: there is no green tick here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from needlelog.domain.depth import ASK_AGAIN_ABOVE_UM


@dataclass(frozen=True, slots=True)
class LastDepth:
    """The deepest layer a zone had in an earlier session."""

    depth_um: int
    on: date


@dataclass(frozen=True, slots=True)
class UsualRange:
    low_um: int
    high_um: int
    source: str
    """Title of the source; empty for a working choice."""


class Concern(StrEnum):
    NONE = "none"
    BELOW_USUAL = "below_usual"
    ABOVE_USUAL = "above_usual"
    ABOVE_CEILING = "above_ceiling"
    ASK_AGAIN = "ask_again"
    """Deeper than 2.5 mm, whatever the ceiling: asked once more whether the number is right."""


class Against(StrEnum):
    """The depth beside last time's."""

    FIRST = "first"
    SAME = "same"
    DEEPER = "deeper"
    SHALLOWER = "shallower"


@dataclass(frozen=True, slots=True)
class Remark:
    """What the guard says of one zone."""

    zone: str
    depth_um: int
    against: Against
    last: LastDepth | None
    usual: UsualRange
    ceiling_um: int
    concern: Concern

    @property
    def needs_reason(self) -> bool:
        return self.depth_um > self.ceiling_um


def remark(
    zone: str, depth_um: int, last: LastDepth | None, usual: UsualRange, ceiling_um: int
) -> Remark:
    """What to say of this depth on this zone. All depths in micrometres."""
    return Remark(
        zone=zone,
        depth_um=depth_um,
        against=_against(depth_um, last),
        last=last,
        usual=usual,
        ceiling_um=ceiling_um,
        concern=_concern(depth_um, usual, ceiling_um),
    )


def _against(depth_um: int, last: LastDepth | None) -> Against:
    if last is None:
        return Against.FIRST
    if depth_um == last.depth_um:
        return Against.SAME
    return Against.DEEPER if depth_um > last.depth_um else Against.SHALLOWER


def _concern(depth_um: int, usual: UsualRange, ceiling_um: int) -> Concern:
    if depth_um > ASK_AGAIN_ABOVE_UM:
        return Concern.ASK_AGAIN
    if depth_um > ceiling_um:
        return Concern.ABOVE_CEILING
    if depth_um > usual.high_um:
        return Concern.ABOVE_USUAL
    return Concern.BELOW_USUAL if depth_um < usual.low_um else Concern.NONE
