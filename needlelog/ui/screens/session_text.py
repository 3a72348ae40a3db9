"""Everything that was recorded in one session, as sentences under headings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID
from zoneinfo import ZoneInfo

from needlelog import catalogue
from needlelog.domain import dates
from needlelog.domain.depth import mm
from needlelog.domain.session import (
    NOT_NOTED,
    AlsoDone,
    Confirmation,
    Layer,
    NeedlingSession,
    Numbing,
    SerumUse,
    Spot,
    StopRecord,
    Tip,
)
from needlelog.domain.shelf import Shelf
from needlelog.i18n import _, ngettext
from needlelog.ui import words
from needlelog.ui.screens import session_words


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reader:
    """What turns ids and moments of a session into words."""

    zone: ZoneInfo
    names: Mapping[UUID, str]
    """Practitioner to initials."""
    shelf: Shelf = Shelf()
    """What the clinic noted of its own products."""

    def clock(self, session: NeedlingSession, what: str, field: str) -> Iterator[str]:
        moment = getattr(session, field)
        if moment is not None:
            yield what.format(time=dates.clock(moment, self.zone))

    def person(self, what: str, who: UUID | None) -> Iterator[str]:
        if who is not None and who in self.names:
            yield what.format(name=self.names[who])


def sections(session: NeedlingSession, reader: Reader) -> tuple[Section, ...]:
    """The whole record, without headings that have nothing under them."""
    everything = (
        Section(_("Session"), tuple(_session(session, reader))),
        Section(_("Treated"), tuple(_treated(session, reader))),
        Section(_("Skin"), tuple(_skin(session))),
        Section(_("Serums"), tuple(_serum(use, reader) for use in session.serums)),
        Section(_("Device and tips"), tuple(_device(session))),
        Section(_("Numbing"), tuple(_numbing(use, reader) for use in session.numbings)),
        Section(_("Also done today"), tuple(_also(one) for one in session.also_done)),
        Section(_("Stopped early"), tuple(_stop(session.stop, reader))),
        Section(_("Reactions"), tuple(_reactions(session))),
        Section(_("Notes"), tuple(filter(None, (session.notes, session.why)))),
        Section(_("Next session"), tuple(_next(session))),
        Section(_("People"), tuple(_people(session, reader))),
    )
    return tuple(section for section in everything if section.lines)


def _session(session: NeedlingSession, reader: Reader) -> Iterator[str]:
    yield dates.day_and_clock(session.happened_at, reader.zone)
    if session.entered_later_reason:
        entered = dates.day_and_clock(session.entered_at, reader.zone)
        reason = session_words.later_reason(session)
        yield _("Entered later, on {moment}: {reason}").format(moment=entered, reason=reason)
    if session.protocol:
        yield _("Planned from the protocol “{name}”").format(name=session.protocol)
    if session.indication:
        known = catalogue.indications().get(session.indication)
        yield _("Reason: {reason}").format(reason=_(known.label) if known else session.indication)
    yield from reader.clock(session, _("Client said name and birth date at {time}"),
                            "identity_confirmed_at")  # fmt: skip
    yield from reader.clock(session, _("Needling started {time}"), "started_at")
    yield from reader.clock(session, _("Needling ended {time}"), "needling_ended_at")
    yield from reader.clock(session, _("Sharps disposed of {time}"), "sharps_disposed_at")


def _treated(session: NeedlingSession, reader: Reader) -> Iterator[str]:
    """Zones that were worked alike are told together."""
    zones = catalogue.zones()
    told: dict[tuple[str, ...], list[str]] = {}
    for code in zones:
        lines = tuple(_layer(layer, session, reader) for layer in session.layers_of(code))
        told.setdefault(lines, []).append(code)
    for lines, codes in told.items():
        label = words.zones_label(codes, zones)
        yield from (f"{label}: {line}" for line in lines)
    for spot in session.spots:
        yield _spot(spot)


def _layer(layer: Layer, session: NeedlingSession, reader: Reader) -> str:
    use = session.serum(layer.serum_id)
    techniques = catalogue.choices("technique")
    parts = [
        f"{mm(layer.depth_um)} {words.passes(layer.passes)}",
        *(_(techniques[code].label).lower() for code in layer.techniques if code in techniques),
        session_words.serum_name(use) if use else "",
        _choice("endpoint", layer.endpoint).lower() if layer.endpoint != NOT_NOTED else "",
        _how_confirmed(layer, reader),
        _why(layer.reason),
    ]
    return ", ".join(filter(None, parts))


def _why(reason: str) -> str:
    if not reason:
        return ""
    return _("reason: {reason}").format(reason=_choice("over_ceiling_reason", reason))


def _how_confirmed(layer: Layer, reader: Reader) -> str:
    """'confirmed together 14:49': how, and when."""
    at = dates.clock(layer.done_at, reader.zone) if layer.done_at else ""
    how = {
        Confirmation.PLANNED: _("planned, not confirmed"),
        Confirmation.PAINTED: "",
        Confirmation.AS_PLANNED: _("confirmed as planned {time}"),
        Confirmation.TOGETHER: _("confirmed together {time}"),
        Confirmation.NOT_TREATED: _("not treated"),
    }[layer.confirmation]
    return how.format(time=at)


def _spot(spot: Spot) -> str:
    size = f"{spot.width_mm:g} × {spot.height_mm:g} mm" if spot.width_mm and spot.height_mm else ""
    parts = [
        spot.name,
        _choice("spot_kind", spot.kind) if spot.kind else "",
        size,
        mm(spot.depth_um) if spot.depth_um else "",
        words.passes(spot.passes) if spot.passes else "",
        _why(spot.reason),
        "" if spot.done_at else _("not treated"),
    ]
    title = _("Spot {number}").format(number=spot.number)
    return ": ".join(filter(None, (title, ", ".join(filter(None, parts)))))


def _skin(session: NeedlingSession) -> Iterator[str]:
    if session.skin_prep:
        yield _("Before: {product}").format(product=_choice("skin_prep", session.skin_prep))
    if session.product_after:
        yield _("After: {product}").format(product=_choice("product_after", session.product_after))


def _serum(use: SerumUse, reader: Reader) -> str:
    line = _product(session_words.serum_name(use), use)
    amount = f"{use.amount_ul / 1000:g} ml" if use.amount_ul else ""
    own = reader.shelf.product(use.product)
    care = session_words.meant_for(own.meant_for) if own else ""
    return ", ".join(filter(None, (line, amount, care)))


def _product(name: str, use: SerumUse | Numbing | Tip) -> str:
    maker = use.maker if isinstance(use, SerumUse) else ""
    lot = _("lot {lot}").format(lot=use.lot) if use.lot else _("lot not noted")
    expiry = _("expires {day}").format(day=dates.short(use.expires_on)) if use.expires_on else ""
    return ", ".join(filter(None, (name, maker, lot, expiry)))


def _device(session: NeedlingSession) -> Iterator[str]:
    if session.device:
        serial = session.device_serial
        number = _("serial number {serial}").format(serial=serial) if serial else ""
        speed = f"{session.speed} {session.speed_unit}".strip() if session.speed else ""
        yield ", ".join(filter(None, (session.device, number, speed)))
    for tip in session.tips:
        pins = ngettext("{n} pin", "{n} pins", tip.pins).format(n=tip.pins) if tip.pins else ""
        line = _product(tip.name or pins or _("Tip"), tip)
        why = _choice("new_tip_reason", tip.reason) if tip.reason else ""
        yield _("{tip}, new because: {why}").format(tip=line, why=why) if why else line


def _numbing(use: Numbing, reader: Reader) -> str:
    on = _("on {time}").format(time=dates.clock(use.on_at, reader.zone)) if use.on_at else ""
    off = _("off {time}").format(time=dates.clock(use.off_at, reader.zone)) if use.off_at else ""
    grams = f"{use.amount_mg / 1000:g} g" if use.amount_mg else ""
    line = _product(session_words.numbing_name(use), use)
    area = _choice("numbing_area", use.area) if use.area else ""
    return ", ".join(filter(None, (line, grams, area, on, off)))


def _also(one: AlsoDone) -> str:
    zones = words.zones_label(one.zones, catalogue.zones())
    lot = _("lot {lot}").format(lot=one.lot) if one.lot else ""
    by = _("by {name}").format(name=one.by) if one.by else ""
    timing = _choice("also_done_timing", one.timing)
    parts = (_choice("also_done", one.kind), timing, zones, one.product, one.settings, lot, by)
    return ", ".join(filter(None, parts))


def _stop(stop: StopRecord | None, reader: Reader) -> Iterator[str]:
    if stop is None:
        return
    why = ", ".join(_choice("stop_reason", code) for code in stop.reasons)
    at = dates.clock(stop.stopped_at, reader.zone)
    yield _("{time}: {why}").format(time=at, why=why or _("no reason noted"))
    measures = [_choice("stop_measure", code) for code in stop.measures]
    if measures:
        yield ", ".join(measures)
    yield from _signs(stop)
    for what, moment in (
        (_("Recovered {time}"), stop.recovered_at),
        (_("Left {time}"), stop.left_at),
    ):
        if moment is not None:
            yield what.format(time=dates.clock(moment, reader.zone))
    if stop.left_with:
        yield _("Left with {name}").format(name=stop.left_with)
    if stop.note:
        yield stop.note


def _signs(stop: StopRecord) -> Iterator[str]:
    if stop.pulse is not None:
        yield _("Pulse {n} per minute").format(n=stop.pulse)
    if stop.systolic is not None and stop.diastolic is not None:
        yield _("Blood pressure {high}/{low} mmHg").format(high=stop.systolic, low=stop.diastolic)


def _reactions(session: NeedlingSession) -> Iterator[str]:
    yield from session_words.reactions(session).split(" · ")


def _next(session: NeedlingSession) -> Iterator[str]:
    if session.next_on is not None:
        yield dates.echo(session.next_on)
    elif session.next_declined:
        yield _("No next session wished")


def _people(session: NeedlingSession, reader: Reader) -> Iterator[str]:
    yield from reader.person(_("Entered by {name}"), session.entered_by_id)
    yield from reader.person(_("Treated by {name}"), session.treated_by_id)
    yield from reader.person(_("Numbing by {name}"), session.numbing_by_id)
    for what, name in (
        (_("Supervised by {name}"), session.supervised_by),
        (_("Prescriber {name}"), session.prescriber),
        (_("Chaperone {name}"), session.chaperone_name),
        (_("Interpreter {name}"), session.interpreter),
    ):
        if name:
            yield what.format(name=name)
    if session.signed_at is not None:
        moment = dates.day_and_clock(session.signed_at, reader.zone)
        yield from reader.person(
            _("Signed by {name}, {moment}").format(name="{name}", moment=moment),
            session.signed_by_id,
        )


def _choice(kind: str, code: str) -> str:
    """The words of a chip; what was typed instead of choosing stands for itself."""
    known = catalogue.choices(kind).get(code)
    return _(known.label) if known else code
