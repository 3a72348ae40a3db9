"""What the chair needs to know besides the session itself, read once when it opens."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from needlelog import catalogue
from needlelog.domain.aftercare import SheetFacts
from needlelog.domain.client import Client
from needlelog.domain.clinic import Clinic, Practitioner, RuleValue
from needlelog.domain.guard import LastDepth, Remark, UsualRange, remark
from needlelog.domain.history import History
from needlelog.domain.product import Product
from needlelog.domain.reference import Region, Source
from needlelog.domain.session import NeedlingSession, Numbing, SerumUse, Spot, Tip
from needlelog.domain.shelf import Shelf
from needlelog.ui import who_works_here

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from needlelog.db.favourites import UsedDevice


Supply = TypeVar("Supply", SerumUse, Tip, Numbing)


@dataclass(frozen=True, slots=True)
class Favourites:
    """What was typed before, offered again: newest first."""

    serums: tuple[SerumUse, ...] = ()
    tips: tuple[Tip, ...] = ()
    numbings: tuple[Numbing, ...] = ()
    devices: tuple[UsedDevice, ...] = ()


@dataclass(frozen=True, slots=True)
class ChairFacts:
    session: NeedlingSession
    history: History
    client: Client
    clinic: Clinic
    practitioner: Practitioner
    """Who treats; not always who finishes the session and signs."""
    you: Practitioner
    """Who works at this computer."""
    number: int
    """This is the client's n-th session."""
    last: NeedlingSession | None
    """The newest signed session before this one that worked anything on a zone."""
    last_depths: Mapping[str, LastDepth]
    """Zone code -> the deepest layer of the newest earlier session that worked it."""
    recent_depths: tuple[int, ...]
    """The client's last three depths in micrometres, newest first."""
    next_spot: int
    """Number of the client's next spot."""
    earlier_spots: tuple[Spot, ...]
    """The client's spots of sessions before this one, each as it was worked last."""
    rules: Mapping[str, int]
    """Rule code -> the clinic's value now."""
    rule_values: tuple[RuleValue, ...]
    """The clinic's own values, for the sheet to name their versions."""
    favourites: Favourites = Favourites()
    shelf: Shelf = Shelf()
    """The clinic's own products, devices, protocols and prices."""
    logo: bytes = b""
    """Of the letterhead, as it is printed; nothing without one."""

    @property
    def zone(self) -> ZoneInfo:
        """The clinic's time zone."""
        return ZoneInfo(self.clinic.time_zone)

    def ceiling_um(self, zone: str) -> int:
        """The depth above which a reason is asked: the lowest of all that apply to this client."""
        on_face = catalogue.zones()[zone].region in (Region.FACE, Region.NECK)
        above = self.rules["face_ceiling"] if on_face else catalogue.depth_policy().note_above_um
        if self.client.has_melasma:
            above = min(above, self.rules["melasma_ceiling"])
        return min(above, self.practitioner.ceiling_um or above)

    def map_ceiling_um(self, map_code: str) -> int:
        """The ceiling of a spot: the one of most zones of its map, not of the neck at its edge."""
        of_zones = [self.ceiling_um(zone.zone) for zone in catalogue.maps()[map_code].zones]
        return max(sorted(set(of_zones)), key=of_zones.count)

    def ceilings(self) -> dict[str, int]:
        """Every zone's ceiling, and every map's for the spots on it."""
        zones = {code: self.ceiling_um(code) for code in catalogue.zones()}
        return zones | {code: self.map_ceiling_um(code) for code in catalogue.maps()}

    def sheet_facts(self, made_at: datetime) -> SheetFacts:
        """What the aftercare sheet needs beside session, client and clinic."""
        serums = {code: serum.label for code, serum in catalogue.serums().items()}
        numbing = {code: product.label for code, product in catalogue.anaesthetics().items()}
        return SheetFacts(
            session_number=self.number,
            made_at=made_at,
            treated_by=self.practitioner,
            rules=self.rule_values,
            product_names=numbing | serums,
        )

    def remark(self, zone: str, depth_um: int) -> Remark:
        """What the guard says of a depth on a zone."""
        guide = catalogue.guides()[catalogue.zones()[zone].guide]
        low, high = guide.usual_um
        usual = UsualRange(low, high, source_title(guide.source_ids))
        return remark(zone, depth_um, self.last_depths.get(zone), usual, self.ceiling_um(zone))


def source_title(ids: tuple[str, ...]) -> str:
    """The first source of a figure that was read; empty for a working choice."""
    sources = catalogue.sources()
    carrying = (sources[one] for one in ids if sources[one].carries_figures)
    return next(map(_short, carrying), "")


def _short(source: Source) -> str:
    return re.split(r"[:,(]", source.title, maxsplit=1)[0].strip()


def load(db: Session, session_id: UUID) -> ChairFacts:
    """Everything the chair shows for one session, in one look at the records."""
    from needlelog.db import (
        clients,
        clinic,
        letterheads,
        practitioners,
        rules,
        sessions,
        shelf,
        timeline,
        undo,
    )  # fmt: skip

    session = sessions.load(db, session_id)
    here = clinic.get(db)
    if here is None or session.treated_by_id is None:
        raise LookupError("a session starts in a named clinic, by a named practitioner")
    own = tuple(rules.current(db).values())
    ours = shelf.read(db)
    return ChairFacts(
        session=session,
        history=undo.history(db, session_id),
        client=clients.get(db, session.client_id),
        clinic=here,
        practitioner=practitioners.get(db, session.treated_by_id),
        you=who_works_here.you(db),
        number=timeline.number_of(db, session),
        last=timeline.last_worked(db, session.client_id, before=session),
        last_depths=timeline.latest_depths(db, session, ZoneInfo(here.time_zone)),
        recent_depths=timeline.last_depths(db, session),
        next_spot=timeline.next_spot_number(db, session.client_id),
        earlier_spots=timeline.earlier_spots(db, session),
        rules=_numbers(own),
        rule_values=own,
        favourites=_favourites(db, ours),
        shelf=ours,
        logo=letterheads.get(db).logo,
    )


def _numbers(own: tuple[RuleValue, ...]) -> dict[str, int]:
    """Rule code to the value that counts: the clinic's own, else the catalogue's starting value."""
    started = {code: rule.value for code, rule in catalogue.rules().items() if rule.value}
    changed = {rule.code: int(rule.value) for rule in own if rule.code in started}
    return started | changed


def _favourites(db: Session, shelf: Shelf) -> Favourites:
    from needlelog.db import favourites

    return Favourites(
        serums=_offered(favourites.serums(db), shelf),
        tips=_offered(favourites.tips(db), shelf),
        numbings=_offered(favourites.numbings(db), shelf),
        devices=favourites.devices(db),
    )


def _offered(used: tuple[Supply, ...], shelf: Shelf) -> tuple[Supply, ...]:
    """What was used before, by the name it has now and without what is retired."""
    offered = (use for use in used if shelf.offers(use.product))
    return tuple(_named_as_now(use, shelf.product(use.product)) for use in offered)


def _named_as_now(use: Supply, product: Product | None) -> Supply:
    return replace(use, name=product.name) if product else use
