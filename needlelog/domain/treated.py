"""What was treated, in words a client would use: a place, a depth, a serum."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from needlelog.domain import depth
from needlelog.domain.reference import Region, Zone
from needlelog.domain.session import NeedlingSession, Spot
from needlelog.i18n import _

KINDS = ("face", "scalp", "body")
"""Every zone lies in exactly one of these."""

_KIND = {
    Region.FACE: "face",
    Region.NECK: "face",
    Region.SCALP: "scalp",
    Region.BODY: "body",
}

Depths = tuple[int, ...]
"""Depths worked over one place, deepest first, in micrometres."""


@dataclass(frozen=True, slots=True)
class Place:
    """A zone, or left and right treated alike, in the client's words."""

    zone: Zone
    text: str
    depths: Depths
    is_all_of_it: bool
    """Both sides, or a zone that has none."""

    @property
    def areas(self) -> frozenset[str]:
        """What a row's `applies_to` may name: face, scalp or body, and the zone's traits."""
        return frozenset((_KIND[self.zone.region], *self.zone.traits))


@dataclass(frozen=True, slots=True)
class Treated:
    """Where and how deep a session went, as the sheet needs it."""

    places: tuple[Place, ...]
    spots: tuple[Spot, ...]
    whole_count: int
    """How many places make a whole face."""

    @property
    def areas(self) -> frozenset[str]:
        return _areas(self.places) | {spot_kind(spot) for spot in self.spots}

    @property
    def sole_kind(self) -> str:
        """'face', 'scalp' or 'body' where nothing else was treated, else empty."""
        kinds = [kind for kind in KINDS if kind in self.areas]
        return kinds[0] if len(kinds) == 1 else ""

    def deepest_um(self, areas: Sequence[str]) -> int:
        """The deepest needling in any of these places; 0 where none of them was treated."""
        here = [max(p.depths) for p in self.places if not p.areas.isdisjoint(areas)]
        here += [spot.depth_um or 0 for spot in self.spots if spot_kind(spot) in areas]
        return max(here, default=0)


def treated(session: NeedlingSession, zones: Mapping[str, Zone]) -> Treated:
    """What was done, without what is still only planned. KeyError for a zone without a row."""
    depths = _depths(session)
    order = sorted((zones[code] for code in depths), key=lambda zone: zone.order)
    places = tuple(place for zone in order for place in _place(zone, depths))
    whole = {
        min(zone.code, zone.mirror or zone.code) for zone in zones.values() if zone.in_whole_face
    }
    return Treated(places, tuple(spot for spot in session.spots if spot.done_at), len(whole))


def deepest_by_zone(session: NeedlingSession) -> dict[str, int]:
    """Zone to the depth of its deepest layer that was done, in micrometres."""
    return {zone: depths[0] for zone, depths in _depths(session).items()}


def spot_kind(spot: Spot) -> str:
    """Maps are named for what they show: face_front, scalp_top, body_back."""
    return spot.map.split("_")[0]


def sentence(what: Treated, serums: Sequence[str]) -> str:
    """'Microneedling of your forehead (0.5 mm) and both cheeks (1.5 mm), with …'."""
    groups = _groups(what)
    if what.spots:
        groups.append(_spot_words(what.spots))
    where = _determined(listed(groups))
    if serums:
        return _("Microneedling of {where}, with {serums}.").format(
            where=where, serums=listed(serums)
        )
    return _("Microneedling of {where}.").format(where=where)


def _determined(where: str) -> str:
    """With the little word its first place asks for: 'your both cheeks' is not English."""
    first = re.split(r", | and | \(", where)[0]
    if first.startswith(_("both ")):
        return where
    if _(" of ") in first:
        return _("the {where}").format(where=where)
    return _("your {where}").format(where=where)


def skin_words(what: Treated, parts: Mapping[str, str]) -> str:
    """'your face', 'your thighs and buttocks', or 'the treated skin' where that says it better.

    `parts` gives everyday words for the depth guides of the body.
    """
    names = list(dict.fromkeys(_part(place.zone, parts) for place in what.places))
    spots_elsewhere = {spot_kind(spot) for spot in what.spots} - _areas(what.places)
    if spots_elsewhere or "" in names or not 1 <= len(names) <= 2:
        return _("the treated skin")
    return _("your {parts}").format(parts=listed([_(name) for name in names]))


def listed(words: Sequence[str]) -> str:
    """'a', 'a and b', 'a, b and c'."""
    if len(words) < 2:
        return "".join(words)
    return _("{words} and {last}").format(words=", ".join(words[:-1]), last=words[-1])


def depth_words(depths: Iterable[int]) -> str:
    """'1.5 mm and 0.5 mm'."""
    return listed([depth.mm(um) for um in depths])


def _areas(places: Iterable[Place]) -> frozenset[str]:
    return frozenset(area for place in places for area in place.areas)


def _part(zone: Zone, parts: Mapping[str, str]) -> str:
    """The place in everyday words; empty where there are none that fit a sentence."""
    return parts.get(zone.guide, "") if zone.region is Region.BODY else zone.region.value


def _depths(session: NeedlingSession) -> Mapping[str, Depths]:
    worked: dict[str, set[int]] = {}
    for layer in session.done_layers:
        worked.setdefault(layer.zone, set()).add(layer.depth_um)
    return {zone: tuple(sorted(found, reverse=True)) for zone, found in worked.items()}


def _place(zone: Zone, depths: Mapping[str, Depths]) -> list[Place]:
    here = depths[zone.code]
    if zone.mirror is None:
        return [Place(zone, _(zone.words), here, is_all_of_it=True)]
    if depths.get(zone.mirror) != here:
        return [Place(zone, _(zone.words), here, is_all_of_it=False)]
    if zone.mirror < zone.code:
        return []  # said together with the left one
    return [Place(zone, _(zone.pair_words), here, is_all_of_it=True)]


def _groups(what: Treated) -> list[str]:
    """Places of one depth together, the shallowest first."""
    by_depth: dict[Depths, list[Place]] = {}
    for place in what.places:
        by_depth.setdefault(place.depths, []).append(place)
    groups: list[str] = []
    for depths in sorted(by_depth):
        names = _names(by_depth[depths], what.whole_count)
        groups.append(f"{listed(names)} ({depth_words(depths)})")
    return groups


def _names(places: list[Place], whole_count: int) -> list[str]:
    """The places' words; 'whole face' in place of its zones."""
    face = [place for place in places if place.zone.in_whole_face and place.is_all_of_it]
    if len(face) < whole_count:
        return [place.text for place in places]
    return [_("whole face"), *(place.text for place in places if place not in face)]


def _spot_words(spots: Sequence[Spot]) -> str:
    numbers = listed([str(spot.number) for spot in spots])
    depths = sorted({spot.depth_um for spot in spots if spot.depth_um}, reverse=True)
    name = _("marked spot {numbers}") if len(spots) == 1 else _("marked spots {numbers}")
    words = name.format(numbers=numbers)
    return f"{words} ({depth_words(depths)})" if depths else words
