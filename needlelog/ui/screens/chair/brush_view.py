"""What the brush panel shows, worked out from the session: values only, no widgets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from needlelog import catalogue
from needlelog.domain import dates
from needlelog.domain.depth import mm, number
from needlelog.domain.device import Reach
from needlelog.domain.guard import Concern, Remark
from needlelog.domain.session import Layer, NeedlingSession, Numbing, Tip
from needlelog.i18n import _
from needlelog.ui import words
from needlelog.ui.screens import session_words
from needlelog.ui.screens.chair.brush_state import BrushState, endpoint_of, last_layers
from needlelog.ui.screens.chair.facts import ChairFacts
from needlelog.ui.screens.chair.serum_options import (
    SerumOption,
    caution_in_short,
    serum_options,
)

FIRST_DEPTHS_UM = (500, 1000, 1500)
"""Offered to a client who has no depths of their own yet."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One of the cells under the brush: two lines of words."""

    text: str
    second: str
    spoken: str = ""
    """Where the two lines have no room for all of it; set only on one that warns."""


@dataclass(frozen=True, slots=True)
class Guard:
    """The line under the depth. `asks` is a depth above a ceiling without its reason."""

    text: str
    asks: bool = False
    short: str = ""
    """For narrow windows, where the buttons leave little room."""
    use_um: int | None = None
    """The depth its first button goes back to."""


@dataclass(frozen=True, slots=True)
class BrushView:
    title: str
    is_editing: bool
    mirror: bool
    depth_um: int
    passes: int
    techniques: tuple[str, ...]
    presets: tuple[int, ...]
    reach: Reach
    last_um: int | None
    last_caption: str
    guard: Guard
    endpoint: str | None
    endpoint_caption: str
    has_subject: bool
    serums: tuple[SerumOption, ...]
    serum_key: str
    serum_caption: str
    """Over the chips: what is to be watched for while this serum is on the brush."""
    serum: Cell
    tip: Cell
    numbing: Cell
    also_done: Cell


def brush_view(
    session: NeedlingSession, state: BrushState, facts: ChairFacts, now: datetime
) -> BrushView:
    subject = tuple(code for code in state.subject if session.layers_of(code))
    label = _subject_label(subject)
    editing = bool(state.editing and subject)
    depth_um, passes, techniques = _values(session, state, subject if editing else ())
    options = serum_options(session, facts.favourites, facts.shelf)
    reach = facts.shelf.reach(session)
    last = facts.last_depths.get(subject[0]) if subject else None
    key = _serum_key(session, state, subject if editing else (), options)
    chosen = next((o for o in options if o.key == key), None)
    return BrushView(
        title=_("Editing: {zones}").format(zones=label) if editing else _("Brush"),
        is_editing=editing,
        mirror=state.mirror,
        depth_um=depth_um,
        passes=passes,
        techniques=techniques,
        presets=presets(facts, reach),
        reach=reach,
        last_um=last.depth_um if last else None,
        last_caption=_("last {mm}").format(mm=number(last.depth_um)) if last else "",
        guard=_guard(session, state, facts, subject),
        endpoint=endpoint_of(session, subject),
        endpoint_caption=_("Endpoint · {zones}").format(zones=label) if label else _("Endpoint"),
        has_subject=bool(last_layers(session, subject)),
        serums=options,
        serum_key=key,
        serum_caption=_serum_caption(chosen),
        serum=_serum_cell(chosen, facts),
        tip=_tip_cell(session.tip, session.device),
        numbing=_numbing_cell(session.numbing, facts, now),
        also_done=_also_cell(session),
    )


def presets(facts: ChairFacts, reach: Reach) -> tuple[int, ...]:
    """The client's last three depths, shallow to deep, filled up with those to start from.

    Only what the device can be set to, its own ends among it where too few are left.
    """
    wanted = (*facts.recent_depths, *FIRST_DEPTHS_UM)
    if reach.device:
        wanted = (*filter(reach.holds, wanted), reach.high_um, reach.low_um)
    return tuple(sorted(tuple(dict.fromkeys(wanted))[:3]))


def _values(
    session: NeedlingSession, state: BrushState, edited: tuple[str, ...]
) -> tuple[int, int, tuple[str, ...]]:
    layers = last_layers(session, edited)
    if layers:
        return layers[0].depth_um, layers[0].passes, layers[0].techniques
    return state.brush.depth_um, state.brush.passes, state.brush.techniques


def _guard(
    session: NeedlingSession, state: BrushState, facts: ChairFacts, subject: tuple[str, ...]
) -> Guard:
    layers = last_layers(session, subject)
    if not layers:
        return Guard(_before_first_tap(session, state))
    open_points = [layer for layer in layers if _is_above(layer, facts) and not layer.reason]
    told = max(open_points or layers, key=partial(_gravity, facts))
    remark = facts.remark(told.zone, told.depth_um)
    alike = tuple(layer.zone for layer in layers if _is_other_side(layer.zone, told.zone))
    label = words.zones_label((told.zone, *alike), catalogue.zones())
    if open_points:
        short = _("Above your ceiling of {mm}.").format(mm=mm(remark.ceiling_um))
        return Guard(words.remark_head(remark, label), True, short, _way_back(remark))
    too_deep = _beyond(facts.shelf.reach(session), told.depth_um)
    if too_deep:
        return Guard(f"{label}, {mm(told.depth_um)}: {too_deep}")
    sentences = words.remark_sentences(remark, label)
    quiet = remark.concern is Concern.NONE and remark.last is not None
    return Guard(" ".join(sentences[:1] + sentences[2:]) if quiet else " ".join(sentences))


def _beyond(reach: Reach, depth_um: int) -> str:
    """That the device does not go so deep; '' where it does or nobody knows."""
    if not reach.device or depth_um <= reach.high_um:
        return ""
    return _("{device} goes to {mm}. Check the device, or the depth.").format(
        device=reach.device, mm=mm(reach.high_um)
    )


def _is_above(layer: Layer, facts: ChairFacts) -> bool:
    return facts.remark(layer.zone, layer.depth_um).needs_reason


def _gravity(facts: ChairFacts, layer: Layer) -> tuple[int, int]:
    """Of several zones of one tap the guard speaks of the one there is most to say about."""
    concern = facts.remark(layer.zone, layer.depth_um).concern
    return list(Concern).index(concern), layer.depth_um


def _is_other_side(zone: str, told: str) -> bool:
    return zone != told and catalogue.zones()[told].mirror == zone


def _subject_label(subject: tuple[str, ...]) -> str:
    """The zones by name, counted where they are many."""
    if len(subject) > 4:
        return words.zones_count(len(subject))
    return words.zones_label(subject, catalogue.zones()) if subject else ""


def _way_back(remark: Remark) -> int:
    return min(remark.ceiling_um, remark.depth_um)


def _before_first_tap(session: NeedlingSession, state: BrushState) -> str:
    brush = f"{number(state.brush.depth_um)} mm {words.passes(state.brush.passes)}"
    if session.planned_layers:
        return _("A tap paints a dashed zone with this brush: {brush}.").format(brush=brush)
    return _("Set the brush, then tap a zone: {brush}.").format(brush=brush)


def _serum_key(
    session: NeedlingSession,
    state: BrushState,
    edited: tuple[str, ...],
    options: tuple[SerumOption, ...],
) -> str:
    layers = last_layers(session, edited)
    serum = session.serum(layers[0].serum_id) if layers else state.brush.serum
    if serum is None:
        return ""
    own = next((o for o in options if o.serum.id == serum.id), None)
    same = (serum.product, serum.name, serum.lot)
    alike = next((o for o in options if (o.serum.product, o.serum.name, o.serum.lot) == same), None)
    found = own or alike
    return found.key if found else ""


def _serum_cell(option: SerumOption | None, facts: ChairFacts) -> Cell:
    if option is None:
        return Cell(_("Serum"), _("none"))
    if option.cautioned:
        short = caution_in_short(option.serum, facts.shelf)
        return Cell(option.label, short, f"{option.label}, {option.caution}")
    return Cell(option.label, option.serum.lot or _("no lot noted"))


def _serum_caption(option: SerumOption | None) -> str:
    if option is None or not option.cautioned:
        return ""
    return _("{name}: {caution}").format(name=option.label, caution=option.caution)


def _tip_cell(tip: Tip | None, device: str) -> Cell:
    if tip is None:
        return Cell(device or _("Device, tip"), _("tap to enter"))
    pins = _("{n}-pin tip").format(n=tip.pins) if tip.pins else tip.name or _("Tip")
    return Cell(pins, tip.lot or _("no lot noted"))


def _numbing_cell(numbing: Numbing | None, facts: ChairFacts, now: datetime) -> Cell:
    if numbing is None or numbing.on_at is None:
        return Cell(_("Numbing"), _("none"))
    name = session_words.numbing_name(numbing)
    minutes = int(((numbing.off_at or now) - numbing.on_at).total_seconds() // 60)
    on = dates.clock(numbing.on_at, facts.zone)
    if numbing.off_at is None:
        second = _("on since {on}").format(on=on)
    else:
        off = dates.clock(numbing.off_at, facts.zone)
        second = _("on {on}, wiped off {off}").format(on=on, off=off)
    return Cell(_("{minutes} min {name}").format(name=name, minutes=minutes), second)


def _also_cell(session: NeedlingSession) -> Cell:
    if not session.also_done:
        return Cell(_("Also done"), _("nothing"))
    kinds = {code: _(choice.label) for code, choice in catalogue.choices("also_done").items()}
    return Cell(_("Also done"), ", ".join(kinds.get(a.kind, a.kind) for a in session.also_done))
