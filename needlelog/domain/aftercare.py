"""What a client takes home: what to do and leave, until when, and when to call."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from zoneinfo import ZoneInfo

from needlelog.domain import aftercare_rows as rows
from needlelog.domain import aftercare_times as times
from needlelog.domain.aftercare_guide import AftercareGuide
from needlelog.domain.client import Client
from needlelog.domain.clinic import Clinic, Practitioner, RuleValue
from needlelog.domain.lot_line import lot_line, used_serums
from needlelog.domain.reference import Zone
from needlelog.domain.session import NeedlingSession, Spot, Status
from needlelog.domain.treated import Treated, deepest_by_zone, sentence, skin_words, treated
from needlelog.errors import NeedleLogError
from needlelog.i18n import _


class NothingNeedled(NeedleLogError):
    """A sheet was asked for before anything is recorded as done."""


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """What a sheet needs beside the session, the client and the clinic."""

    session_number: int
    made_at: datetime
    treated_by: Practitioner | None = None
    rules: tuple[RuleValue, ...] = ()
    """The clinic's own values, the newest per code; without one the catalogue's hours count."""
    product_names: Mapping[str, str] = field(default_factory=dict)
    """Ids of serums and numbing products in the profession's words, for the doctor's line."""


@dataclass(frozen=True, slots=True)
class AftercareSheet:
    """Everything printed on the sheet, in the order it stands there."""

    clinic: Clinic
    client_name: str
    client_line: str
    session_line: str
    treated: str
    expect: str
    zone_depths: Mapping[str, int]
    """Zone code to its deepest layer, in micrometres: what the small map tints."""
    spots: tuple[Spot, ...]
    """Treated spots, which the map bears with their numbers."""
    groups: tuple[rows.SheetGroup, ...]
    warnings: tuple[rows.SheetWarning, ...]
    next_session: str
    treated_by: str
    for_doctor: str
    client_mark: str
    """Initials and number, for the foot of every page."""
    made: str
    rule_versions: Mapping[str, int]
    """Rule code to the version used; 0 is the catalogue's starting value."""


def sheet(
    session: NeedlingSession,
    client: Client,
    clinic: Clinic,
    facts: SheetFacts,
    guide: AftercareGuide,
    zones: Mapping[str, Zone],
) -> AftercareSheet:
    """The sheet for what is recorded as done, timed from the moment needling ended.

    Raises NothingNeedled while nothing is done.
    """
    what = treated(session, zones)
    ended_at = _ended(session, what)
    zone = ZoneInfo(clinic.time_zone)
    steps = rows.timed(rows.steps_for(guide.steps, what, client), facts.rules)
    skin = skin_words(what, guide.parts)
    numbed = bool(session.numbings)
    return AftercareSheet(
        clinic=clinic,
        client_name=client.full_name,
        client_line=_client_line(client),
        session_line=_session_line(ended_at.astimezone(zone), facts.session_number),
        treated=_treated_words(session, what, guide),
        expect=rows.expectations_for(guide.expectations, what, client),
        zone_depths=deepest_by_zone(session),
        spots=what.spots,
        groups=rows.groups(steps, what, skin, ended_at, zone),
        warnings=rows.warnings_for(guide.signs, what, clinic.emergency_number, has_numbing=numbed),
        next_session=times.full_day(session.next_on) if session.next_on else "",
        treated_by=_signature(facts.treated_by),
        for_doctor=lot_line(session, facts.product_names, zone),
        client_mark=f"{client.initials} · {client.code}",
        made=_made(facts.made_at.astimezone(zone)),
        rule_versions={s.step.rule_code: s.version for s in steps if s.hours is not None},
    )


def said(sheet: AftercareSheet) -> str:
    """All that the sheet tells its reader, but not the hour it was made.

    Two sheets with the same of it are the same paper, whatever moved behind them meanwhile.
    """
    clinic = sheet.clinic
    told = {one.name: getattr(sheet, one.name) for one in fields(sheet) if one.name != "made"}
    told["clinic"] = (
        clinic.name, clinic.phone, clinic.address, clinic.hours, clinic.out_of_hours,
        clinic.emergency_number, clinic.paper,
    )  # fmt: skip
    told["spots"] = [(spot.number, spot.map, spot.x, spot.y) for spot in sheet.spots]
    told["zone_depths"] = sorted(sheet.zone_depths.items())
    return repr(told)


def _ended(session: NeedlingSession, what: Treated) -> datetime:
    if session.needling_ended_at is None or not (what.places or what.spots):
        raise NothingNeedled(
            _("Nothing is recorded as done yet, so there is no sheet. Paint or confirm a zone.")
        )
    return session.needling_ended_at


def _client_line(client: Client) -> str:
    born = (
        _("Born {day}").format(day=times.plain_day(client.born_on))
        if client.born_on
        else _("Birth date not known")
    )
    return f"{born} · {client.code}"


def _session_line(ended_at: datetime, number: int) -> str:
    return _("{day} · session {number}").format(day=times.full_day(ended_at.date()), number=number)


def _treated_words(session: NeedlingSession, what: Treated, guide: AftercareGuide) -> str:
    serums = [
        use.name or _(guide.serums.get(use.product, use.product)) for use in used_serums(session)
    ]
    words = sentence(what, list(dict.fromkeys(serums)))
    if session.status is Status.STOPPED_EARLY or session.stop:
        words += " " + _("We stopped early.")
    return words


def _signature(by: Practitioner | None) -> str:
    """'Anneke de Vries, RN': a name that brings its letters needs no profession beside it."""
    if by is None:
        return ""
    return by.name if "," in by.name or not by.profession else f"{by.name}, {by.profession}"


def _made(made_at: datetime) -> str:
    return f"{times.plain_day(made_at.date())}, {made_at:%H:%M}"
