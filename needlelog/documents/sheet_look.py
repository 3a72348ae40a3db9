"""Sizes and spaces of the aftercare sheet, and how far they may shrink."""

from __future__ import annotations

from dataclasses import dataclass, replace

from needlelog.documents.blocks import Look
from needlelog.documents.fonts import Weight
from needlelog.documents.ink import ACCENT, DANGER, QUIET

SIDE = 42.5  # 15 mm
TOP = 30.0
BOTTOM = 26.0
NARROW = 400.0
"""Width below which nothing has room beside a heading: the pages of A5."""
LABEL_COLUMN = 96.0
ICON_COLUMN = 18.0
PADDING = 10.0

BODY = Look(11)
BODY_BOLD = Look(11, Weight.SEMIBOLD)
SMALL = Look(9.4, colour=QUIET)
QUIET_BODY = Look(11, colour=QUIET)
SMALL_BOLD = Look(9.4, Weight.SEMIBOLD, QUIET)
TITLE = Look(19.5, Weight.SEMIBOLD, leading=1.2)
CLINIC = Look(14, Weight.SEMIBOLD)
PHONE = Look(13, Weight.SEMIBOLD)
CLIENT = Look(12.5, Weight.SEMIBOLD)
GROUP = Look(12, Weight.SEMIBOLD, ACCENT)
CALL = Look(14, Weight.SEMIBOLD, DANGER)
NEXT = Look(13, Weight.SEMIBOLD)


@dataclass(frozen=True, slots=True)
class Density:
    """Spaces, in points. Type never shrinks."""

    row_gap: float
    group_gap: float
    block_gap: float
    leading: float
    map_height: float

    @property
    def body(self) -> Look:
        return replace(BODY, leading=self.leading)


LOOSEST = Density(8, 11, 15, 1.3, 108)
TIGHTEST = Density(0.3, 1.5, 4, 1.15, 62)
STEPS = 16


def density(step: int) -> Density:
    """From the loosest, 0, to the tightest, `STEPS`."""

    def between(loose: float, tight: float) -> float:
        return loose + (tight - loose) * step / STEPS

    return Density(
        row_gap=between(LOOSEST.row_gap, TIGHTEST.row_gap),
        group_gap=between(LOOSEST.group_gap, TIGHTEST.group_gap),
        block_gap=between(LOOSEST.block_gap, TIGHTEST.block_gap),
        leading=between(LOOSEST.leading, TIGHTEST.leading),
        map_height=between(LOOSEST.map_height, TIGHTEST.map_height),
    )
