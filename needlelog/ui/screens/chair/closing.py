"""What the last step still asks: each line carries its own one-tap answers. Values only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from needlelog import catalogue
from needlelog.domain import carry_over, close_out, dates, painting, spots
from needlelog.domain.depth import mm
from needlelog.domain.lot_line import used_serums
from needlelog.domain.session import ChairStep, Layer, NeedlingSession, Spot
from needlelog.i18n import _
from needlelog.ui import words
from needlelog.ui.screens import session_words
from needlelog.ui.screens.chair.facts import ChairFacts
from needlelog.ui.screens.chair.map_view import SPOT
from needlelog.ui.screens.chair.reactions import as_expected
from needlelog.ui.screens.chair.serum_options import caution_words

SHEET = "sheet:"
"""Answers that begin so open a sheet; 'step:' goes to a step."""
STEP = "step:"


@dataclass(frozen=True, slots=True)
class Answer:
    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One open point. A line that `holds` keeps the session from being signed."""

    key: str
    text: str
    answers: tuple[Answer, ...]
    holds: bool = False
    zones: tuple[str, ...] = ()
    layers: tuple[UUID, ...] = ()
    spots: tuple[UUID, ...] = ()


def closing_lines(session: NeedlingSession, facts: ChairFacts, today: date) -> tuple[Line, ...]:
    """Everything open, what holds the signature first."""
    return (
        *_not_confirmed(session),
        *_above_ceiling(session, facts),
        *_numbing_on(session),
        *_serums_to_watch(session, facts),
        *_reactions(session),
        *_endpoints(session),
        *_lots(session),
        *_next_date(session, facts, today),
    )


def answered(
    session: NeedlingSession, line: Line, code: str, at: datetime
) -> NeedlingSession | None:
    """The session after a one-tap answer; None for an answer that only opens something."""
    match line.key:
        case "not_confirmed":
            return _answer_planned(session, line, code, at)
        case "above_ceiling":
            return _answer_why(session, line, code)
        case "numbing_on":
            return _wiped_off(session, at)
        case "reactions" if code == "as_expected":
            return as_expected(session)
        case "endpoints":
            ids = [layer.id for layer in close_out.endpoint_missing(session)]
            return painting.edited(session, ids, endpoint=code)
        case "next_date":
            return _answer_next_date(session, code)
    return None


def _not_confirmed(session: NeedlingSession) -> Iterator[Line]:
    zones = tuple(dict.fromkeys(layer.zone for layer in session.planned_layers))
    if zones:
        names = words.zones_label(zones, catalogue.zones())
        yield Line(
            "not_confirmed",
            _("{zones}: planned, not confirmed.").format(zones=names),
            (Answer("done", _("Done as planned")), Answer("not_treated", _("Not treated"))),
            holds=True,
            zones=zones,
        )


def _above_ceiling(session: NeedlingSession, facts: ChairFacts) -> Iterator[Line]:
    holds = close_out.holds(session, facts.ceilings())
    worked = [hold.worked for hold in holds if hold.is_above_ceiling]
    yield from _zones_above(facts, [row for row in worked if isinstance(row, Layer)])
    for spot in worked:
        if isinstance(spot, Spot) and spot.depth_um is not None:
            yield _spot_above(facts, spot, spot.depth_um)


def _zones_above(facts: ChairFacts, above: Sequence[Layer]) -> Iterator[Line]:
    for depth_um in sorted({layer.depth_um for layer in above}):
        mine = [row for row in above if row.depth_um == depth_um]
        zones = tuple(dict.fromkeys(row.zone for row in mine))
        text = _("{zones} {mm}: above your ceiling of {ceiling}. Why?").format(
            zones=words.zones_label(zones, catalogue.zones()),
            mm=mm(depth_um),
            ceiling=mm(min(facts.ceiling_um(zone) for zone in zones)),
        )
        layers = tuple(row.id for row in mine)
        yield Line("above_ceiling", text, _reasons("reason"), True, zones, layers)


def _spot_above(facts: ChairFacts, spot: Spot, depth_um: int) -> Line:
    text = _("Spot {n}, {mm}: above your ceiling of {ceiling}. Why?").format(
        n=spot.number, mm=mm(depth_um), ceiling=mm(facts.map_ceiling_um(spot.map))
    )
    sheet = f"{SPOT}{spot.id.hex}"
    return Line("above_ceiling", text, _reasons(sheet), True, spots=(spot.id,))


def _reasons(sheet: str) -> tuple[Answer, ...]:
    """Every reason that needs no words, and the sheet for those that do."""
    known = catalogue.choices("over_ceiling_reason").values()
    answers = tuple(Answer(one.id, _(one.label)) for one in known if not one.asks)
    return (*answers, Answer(f"{SHEET}{sheet}", _("Other")))


def _numbing_on(session: NeedlingSession) -> Iterator[Line]:
    numbing = session.numbing
    if numbing is not None and numbing.on_at is not None and numbing.off_at is None:
        text = _("Numbing is not wiped off yet.")
        yield Line("numbing_on", text, (Answer("off", _("Wiped off now")),))


def _reactions(session: NeedlingSession) -> Iterator[Line]:
    if not close_out.reactions_noted(session):
        expected = Answer("as_expected", _("As expected"))
        grade = Answer(f"{STEP}reactions", _("Grade them"))
        yield Line("reactions", _("Reactions not noted."), (expected, grade))


def _endpoints(session: NeedlingSession) -> Iterator[Line]:
    missing = close_out.endpoint_missing(session)
    if missing:
        zones = tuple(dict.fromkeys(layer.zone for layer in missing))
        names = words.zones_label(zones, catalogue.zones())
        noted = [c for c in catalogue.choices("endpoint").values() if c.id != "not_noted"]
        answers = tuple(Answer(choice.id, _(choice.label)) for choice in noted)
        yield Line("endpoints", _("Endpoint not noted: {zones}.").format(zones=names), answers)


def _lots(session: NeedlingSession) -> Iterator[Line]:
    if not close_out.lots_noted(session):
        used = {layer.serum_id for layer in session.done_layers}
        names = [
            session_words.serum_name(use)
            for use in session.serums
            if use.id in used and not use.lot
        ]
        if not session.tips or any(not tip.lot for tip in session.tips):
            names.append(_("needle tip"))
        text = _("No lot noted: {names}.").format(names=", ".join(names))
        yield Line("lots", text, (Answer(f"{SHEET}lots", _("Enter lots")),))


def _serums_to_watch(session: NeedlingSession, facts: ChairFacts) -> Iterator[Line]:
    """Needled in though it is not meant for it: said until it is signed, and never in the way."""
    for use in used_serums(session):
        words_of_care = caution_words(use, facts.shelf)
        if words_of_care:
            name = session_words.serum_name(use)
            text = _("{name}: {caution}.").format(name=name, caution=words_of_care)
            change = Answer(f"{STEP}{ChairStep.TREAT}", _("Change the serum"))
            yield Line("serum", text, (change,))


def _next_date(session: NeedlingSession, facts: ChairFacts, today: date) -> Iterator[Line]:
    if close_out.next_date_noted(session):
        return
    deepest = session.deepest_um() or 0
    days = facts.rules["min_interval_deep" if deepest > 500 else "min_interval_shallow"]
    spans = [days, days + 14]
    own = facts.shelf.protocol(session.protocol_id)
    if own is not None and own.interval_days is not None:
        spans = [own.interval_days, days]
    offered = [today + timedelta(days=span) for span in dict.fromkeys(spans)]
    answers = [Answer(day.isoformat(), dates.echo(day)) for day in offered]
    answers += [
        Answer(f"{SHEET}next_date", _("Other day")), Answer("declined", _("None planned"))
    ]  # fmt: skip
    yield Line("next_date", _("Next date not set."), tuple(answers))


def _answer_why(session: NeedlingSession, line: Line, reason: str) -> NeedlingSession:
    told = painting.edited(session, line.layers, reason=reason)
    for spot in session.spots:
        if spot.id in line.spots:
            told = spots.with_spot(told, spots.edited(spot, reason=reason))
    return told


def _answer_planned(
    session: NeedlingSession, line: Line, code: str, at: datetime
) -> NeedlingSession:
    if code == "done":
        tip = session.tip
        return carry_over.confirmed(session, line.zones, tip.id if tip else None, at)
    return carry_over.left_out(session)


def _answer_next_date(session: NeedlingSession, code: str) -> NeedlingSession:
    if code == "declined":
        return replace(session, next_declined=True)
    return replace(session, next_on=date.fromisoformat(code))


def _wiped_off(session: NeedlingSession, at: datetime) -> NeedlingSession:
    *before, last = session.numbings
    return replace(session, numbings=(*before, replace(last, off_at=at)))
