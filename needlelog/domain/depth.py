"""Needle depth in words and numbers: '1.25 mm' on screen and paper, 1250 in the record."""

from __future__ import annotations

import re
from decimal import Decimal

from needlelog.errors import BadValue
from needlelog.i18n import _

SHALLOWEST_UM = 100
DEEPEST_UM = 3000
TYPED_STEP_UM = 50
STEP_UM = 250
STEPPER_LOW_UM = 250
STEPPER_HIGH_UM = 2500
ASK_AGAIN_ABOVE_UM = 2500

_TYPED = re.compile(r"([-+]?)(\d{1,9}(?:[.,]\d{0,9})?|[.,]\d{1,9})(?:\s*mm)?", re.IGNORECASE)
"""Plain digits of any script. Powers, grouping and other units are never read as millimetres."""


def number(depth_um: int) -> str:
    """'0.5', '1', '1.25': a leading zero, no trailing ones (ISMP list of error-prone notations)."""
    text = f"{depth_um / 1000:.3f}".rstrip("0")
    return text.rstrip(".")


def mm(depth_um: int) -> str:
    """'1.25 mm'."""
    return f"{number(depth_um)} mm"


def parse_depth(text: str) -> int:
    """The depth in micrometres that was typed in millimetres; ',' and '.' both count as the point.

    Raises BadValue for anything but 0.1 to 3 mm in steps of 0.05. Nothing is ever guessed:
    '25' is not taken for 2.5.
    """
    found = _TYPED.fullmatch(text.strip())
    if not found:
        raise BadValue(
            _("“{text}” is not a depth. Type millimetres, such as 1.25.").format(text=text)
        )
    plain = found[1] + found[2].replace(",", ".")
    depth_um = Decimal(plain) * 1000
    if not SHALLOWEST_UM <= depth_um <= DEEPEST_UM:
        raise BadValue(
            _("{text} mm is outside 0.1 to 3 mm. Check the decimal point.").format(text=plain)
        )
    if depth_um % TYPED_STEP_UM:
        raise BadValue(_("Type the depth in steps of 0.05 mm, such as 1.25 or 1.3."))
    return int(depth_um)
