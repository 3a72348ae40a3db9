"""Codes of the record in the words of the screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from needlelog.domain import dates
from needlelog.domain.client import Client, age_on
from needlelog.domain.depth import mm, number
from needlelog.domain.guard import Against, Concern, Remark
from needlelog.domain.session import Layer
from needlelog.i18n import _, ngettext

if TYPE_CHECKING:
    from needlelog.domain.reference import Zone


def passes(count: int) -> str:
    """'×3'."""
    return f"×{count}"


def layer_text(layer: Layer) -> str:
    """'1.5 ×4'."""
    return f"{number(layer.depth_um)} {passes(layer.passes)}"


def layers_text(layers: Sequence[Layer]) -> str:
    """'1.5 ×4 + 0.5 ×2', in the order they were worked."""
    return " + ".join(layer_text(layer) for layer in layers)


def unit_word(unit: str) -> str:
    """What a device's speed is given in; a unit of another version stands for itself."""
    words = {"level": _("level"), "rpm": _("rpm"), "Hz": _("Hz"), "strokes/s": _("strokes/s")}
    return words.get(unit, unit)


def zones_label(codes: Sequence[str], zones: Mapping[str, Zone]) -> str:
    """'Cheek L + R' for both sides, 'Cheek L' for one; several places after one another."""
    left = list(codes)
    labels: list[str] = []
    while left:
        zone = zones[left.pop(0)]
        if zone.mirror in left:
            left.remove(zone.mirror)
            labels.append(_(zone.pair_label))
        else:
            labels.append(_(zone.short))
    return ", ".join(labels)


def born(client: Client, today: date) -> str:
    """'Born 08-Jun-1997 (29y)'."""
    if client.born_on is None:
        return _("Birth date not known")
    years = age_on(client.born_on, today)
    return _("Born {day} ({years}y)").format(day=dates.short(client.born_on), years=years)


def born_and_code(client: Client, today: date) -> str:
    """'Born 08-Jun-1997 (29y) · C-0312'."""
    return f"{born(client, today)} · {client.code}"


def remark_sentences(remark: Remark, label: str) -> tuple[str, ...]:
    """What the guard says: the change since last time, the usual range, the ceiling."""
    return (
        _against(remark, label),
        _usual(remark),
        _("Your ceiling {mm}.").format(mm=mm(remark.ceiling_um)),
    )


def remark_head(remark: Remark, label: str) -> str:
    """The one line of a depth that needs a reason."""
    if remark.concern is Concern.ASK_AGAIN:
        return _("{zone} {mm}: deeper than 2.5 mm. Is the number right?").format(
            zone=label, mm=mm(remark.depth_um)
        )
    return _("{zone} {mm}: above your ceiling of {ceiling}.").format(
        zone=label, mm=mm(remark.depth_um), ceiling=mm(remark.ceiling_um)
    )


def zones_count(count: int) -> str:
    return ngettext("{n} zone", "{n} zones", count).format(n=count)


def _against(remark: Remark, label: str) -> str:
    depth = mm(remark.depth_um)
    if remark.last is None:
        return _("{zone} {mm}: first time here.").format(zone=label, mm=depth)
    sentence = {
        Against.SAME: _("{zone} {mm}: as last time ({day})."),
        Against.DEEPER: _("{zone} {mm}: deeper than last time ({last} on {day})."),
        Against.SHALLOWER: _("{zone} {mm}: less deep than last time ({last} on {day})."),
    }[remark.against]
    return sentence.format(
        zone=label, mm=depth, last=number(remark.last.depth_um), day=dates.short(remark.last.on)
    )


def _usual(remark: Remark) -> str:
    low, high = number(remark.usual.low_um), number(remark.usual.high_um)
    source = remark.usual.source or _("working choice")
    return _("Usual range {low} to {high} mm ({source}).").format(low=low, high=high, source=source)
