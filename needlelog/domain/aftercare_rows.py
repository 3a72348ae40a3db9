"""Which lines stand on a sheet: chosen by where and how deep, timed, grouped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from needlelog.domain import aftercare_times as times
from needlelog.domain.aftercare_guide import (
    AftercareStep,
    Expectation,
    Group,
    Kind,
    Skin,
    Timing,
    Urgency,
    WarningSign,
)
from needlelog.domain.client import Client
from needlelog.domain.clinic import RuleValue
from needlelog.domain.treated import Treated
from needlelog.i18n import _

_FIRST_TYPE_THAT_DARKENS = 4
_GROUP_ENDS = ((Group.TODAY, 24), (Group.FIRST_48_HOURS, 48), (Group.FIRST_WEEK, 168))


@dataclass(frozen=True, slots=True)
class TimedStep:
    """A row with the hours that count for this clinic."""

    step: AftercareStep
    hours: int | None
    version: int = 0
    """Of the clinic's rule; 0: the catalogue's starting value."""

    @property
    def group(self) -> Group:
        if self.step.group is not None:
            return self.step.group
        hours = self.hours or 0
        return next((group for group, end in _GROUP_ENDS if hours <= end), Group.AFTER)


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One fact. `when` says its time in words, `at` is that moment."""

    subject: str
    kind: Kind
    text: str
    when: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SheetGroup:
    group: Group
    title: str
    caption: str
    lines: tuple[SheetLine, ...]


@dataclass(frozen=True, slots=True)
class SheetWarning:
    urgency: Urgency
    lead: str
    text: str


def steps_for(
    steps: Sequence[AftercareStep], what: Treated, client: Client
) -> tuple[AftercareStep, ...]:
    """One row per subject: the first that fits where and how deep was needled, and whose skin."""
    chosen: dict[str, AftercareStep] = {}
    for step in steps:
        if _is_here(step, what, client) and _is_this_deep(step, what):
            chosen.setdefault(step.subject, step)
    return tuple(chosen.values())


def expectations_for(rows: Sequence[Expectation], what: Treated, client: Client) -> str:
    """What is normal, as running text."""
    chosen: dict[str, Expectation] = {}
    for row in rows:
        if _is_here(row, what, client):
            chosen.setdefault(row.subject, row)
    return " ".join(_(row.text) for row in chosen.values())


def timed(steps: Sequence[AftercareStep], rules: Sequence[RuleValue]) -> tuple[TimedStep, ...]:
    """The steps with the clinic's hours where it has set its own.

    A step that may not come before another waits at least as long, whatever the rules say:
    washing from noon beside 'leave dry until evening' would be a contradiction.
    """
    own = {rule.code: rule for rule in rules}
    found: dict[str, TimedStep] = {}
    for step in steps:
        rule = own.get(step.rule_code)
        hours = int(rule.value) if rule and step.hours is not None else step.hours
        first = found.get(step.not_before)
        if hours is not None and first is not None and first.hours is not None:
            hours = max(hours, first.hours)
        found[step.id] = TimedStep(step, hours, rule.version if rule else 0)
    return tuple(found.values())


def groups(
    steps: Sequence[TimedStep], what: Treated, skin: str, ended_at: datetime, zone: ZoneInfo
) -> tuple[SheetGroup, ...]:
    """The lines under their headings: those with a time in its order, then those without."""
    made = []
    for group in Group:
        mine = sorted((s for s in steps if s.group is group), key=_soonest)
        lines = tuple(_line(step, what.sole_kind, skin, ended_at, zone) for step in mine)
        if lines:
            made.append(SheetGroup(group, _title(group), _caption(group, ended_at, zone), lines))
    return tuple(made)


def warnings_for(
    signs: Sequence[WarningSign], what: Treated, emergency_number: str, *, has_numbing: bool
) -> tuple[SheetWarning, ...]:
    """When to call, the signs of one urgency in one sentence."""
    made = []
    for urgency in Urgency:
        texts = [
            _(sign.text)
            for sign in signs
            if sign.urgency is urgency
            and (not sign.applies_to or not what.areas.isdisjoint(sign.applies_to))
        ]
        text = _("{signs}.").format(signs="; ".join(texts))
        if urgency is Urgency.EMERGENCY and has_numbing:
            text += " " + _("Numbing cream can cause these too.")
        if texts:
            made.append(SheetWarning(urgency, _lead(urgency, emergency_number), text))
    return tuple(made)


def _is_here(row: AftercareStep | Expectation, what: Treated, client: Client) -> bool:
    return not what.areas.isdisjoint(row.applies_to) and _is_skin(row.skin, client)


def _is_this_deep(step: AftercareStep, what: Treated) -> bool:
    deepest = what.deepest_um(step.applies_to)
    above = step.above_um is None or deepest > step.above_um
    return above and (step.up_to_um is None or deepest <= step.up_to_um)


def _is_skin(skin: Skin | None, client: Client) -> bool:
    darkens = client.phototype is not None and client.phototype >= _FIRST_TYPE_THAT_DARKENS
    if skin is Skin.PIGMENT_PRONE:
        return darkens or bool(client.has_melasma)
    if skin is Skin.NOT_FAIR:
        return darkens or client.phototype is None
    return True


def _soonest(step: TimedStep) -> tuple[bool, int]:
    return step.hours is None, step.hours or 0


def _line(
    timed_step: TimedStep, sole_kind: str, skin: str, ended_at: datetime, zone: ZoneInfo
) -> SheetLine:
    step = timed_step.step
    text = _(step.words(sole_kind)).format(skin=skin)
    if timed_step.hours is None or step.time is None:
        return SheetLine(step.subject, step.kind, text)
    at = times.paper_time(ended_at, timed_step.hours, zone)
    when = _when(step.time).format(moment=times.long_moment(at, ended_at.astimezone(zone).date()))
    return SheetLine(step.subject, step.kind, text, when, at)


def _when(time: Timing) -> str:
    match time:
        case Timing.AGAIN_FROM:
            return _("again from {moment}")
        case Timing.UNTIL:
            return _("until {moment}")
        case Timing.FROM:
            return _("from {moment}")


def _title(group: Group) -> str:
    match group:
        case Group.TODAY:
            return _("Today")
        case Group.FIRST_48_HOURS:
            return _("First 48 hours")
        case Group.FIRST_WEEK:
            return _("First week")
        case Group.AFTER:
            return _("After")


def _caption(group: Group, ended_at: datetime, zone: ZoneInfo) -> str:
    day = ended_at.astimezone(zone).date()
    two_days = times.paper_time(ended_at, 48, zone)
    week = times.short_day(times.paper_time(ended_at, 168, zone).date(), day)
    match group:
        case Group.TODAY:
            return times.short_day(day, day)
        case Group.FIRST_48_HOURS:
            return _("to {moment}").format(moment=times.long_moment(two_days, day))
        case Group.FIRST_WEEK:
            return _("to {moment}").format(moment=week)
        case Group.AFTER:
            return _("from {moment}").format(moment=week)


def _lead(urgency: Urgency, emergency_number: str) -> str:
    match urgency:
        case Urgency.ANY_TIME:
            return _("Any time:")
        case Urgency.TODAY:
            return _("The same day:")
        case Urgency.LATER:
            return _("Even months later:")
        case Urgency.EMERGENCY:
            return _("Call {number} at once:").format(number=emergency_number)
