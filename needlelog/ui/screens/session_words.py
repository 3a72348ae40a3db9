"""One session in the sentences of the timeline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from operator import itemgetter
from uuid import UUID
from zoneinfo import ZoneInfo

from needlelog import catalogue
from needlelog.domain import dates
from needlelog.domain.depth import mm, number
from needlelog.domain.lot_line import used_serums
from needlelog.domain.product import MeantFor
from needlelog.domain.reference import Zone
from needlelog.domain.session import GradedReaction, NeedlingSession, Numbing, SerumUse
from needlelog.domain.treated import deepest_by_zone
from needlelog.i18n import _, ngettext


def depths(session: NeedlingSession) -> str:
    """'Forehead 0.5 · Cheeks 1.5 · Chin 1 mm': the deepest that was done in each kind of zone."""
    groups = _groups(session, catalogue.zones())
    parts = [f"{label} {number(depth_um)}" for label, depth_um in groups]
    parts += [_spots(session)] if any(spot.done_at for spot in session.spots) else []
    if not parts:
        return _not_treated(session)
    return f"{' · '.join(parts)} mm" if groups else parts[0]


def deepest(session: NeedlingSession) -> str:
    """'Cheeks 1.5 mm': the kind of zone that was worked deepest."""
    groups = _groups(session, catalogue.zones())
    if not groups:
        return depths(session)
    label, depth_um = max(groups, key=itemgetter(1))
    return f"{label} {mm(depth_um)}"


def _groups(session: NeedlingSession, zones: Mapping[str, Zone]) -> list[tuple[str, int]]:
    """Label and deepest depth by kind of zone, in the catalogue's order."""
    deepest: dict[str, int] = {}
    worked: dict[str, set[str]] = {}
    for code, depth_um in deepest_by_zone(session).items():
        guide = zones[code].guide
        deepest[guide] = max(deepest.get(guide, 0), depth_um)
        worked.setdefault(guide, set()).add(code)
    order = dict.fromkeys(zone.guide for zone in zones.values())
    return [(_group_label(worked[g], g, zones), deepest[g]) for g in order if g in deepest]


def _group_label(codes: set[str], guide: str, zones: Mapping[str, Zone]) -> str:
    if len(codes) == 1:
        return _(zones[next(iter(codes))].short)
    # 'Around the eyes / under-eye': the first name says enough in a row of several.
    return _(catalogue.guides()[guide].label).split(" / ")[0]


def _spots(session: NeedlingSession) -> str:
    count = sum(1 for spot in session.spots if spot.done_at)
    return ngettext("{n} spot", "{n} spots", count).format(n=count)


def _not_treated(session: NeedlingSession) -> str:
    planned = len({layer.zone for layer in session.planned_layers})
    if planned:
        return ngettext(
            "{n} zone planned, none treated yet", "{n} zones planned, none treated yet", planned
        ).format(n=planned)
    return _("No zone treated") if session.is_signed else _("No zone treated yet")


def materials(session: NeedlingSession) -> str:
    """'Hyaluronic acid, lot HA-2207 · 12-pin tip · numbing 24 min'."""
    return " · ".join(_materials(session))


def _materials(session: NeedlingSession) -> Iterator[str]:
    serums = used_serums(session)
    yield from (with_lot(serum_name(use), use.lot) for use in serums)
    if not serums:
        yield _("no serum noted")
    tip = session.tip
    if tip is not None and (tip.name or tip.lot):
        yield tip.name or _("tip lot {lot}").format(lot=tip.lot)
    yield _numbing(session)


def with_lot(name: str, lot: str) -> str:
    return _("{name}, lot {lot}").format(name=name, lot=lot) if lot else name


def serum_name(use: SerumUse) -> str:
    """The product's own name, else the catalogue's word for its kind."""
    known = catalogue.serums().get(use.product)
    return use.name or (_(known.label) if known else _("Other serum"))


def meant_for(known: MeantFor) -> str:
    """What is to be said of a serum that is needled in; '' where there is nothing to say."""
    return {
        MeantFor.NEEDLING: "",
        MeantFor.TOPICAL_ONLY: _("topical only, not meant for needling"),
        MeantFor.UNKNOWN: _("not known whether meant for needling"),
    }[known]


def numbing_name(use: Numbing) -> str:
    known = catalogue.anaesthetics().get(use.product)
    if known is None or use.product == "other":
        return use.name or _("Other numbing product")
    return use.name or _(known.label)


def _numbing(session: NeedlingSession) -> str:
    use = session.numbing
    if use is None or use.product == "none":
        return _("no numbing")
    if use.on_at is None or use.off_at is None:
        return _("numbing")
    minutes = round((use.off_at - use.on_at).total_seconds() / 60)
    return _("numbing {minutes} min").format(minutes=minutes)


def reaction_level(session: NeedlingSession) -> int | None:
    """The highest level that was noted, 0 for 'as expected'; None while nothing was."""
    if session.reactions:
        return max(reaction.level for reaction in session.reactions)
    return 0 if session.rest_not_seen_at else None


def reactions(session: NeedlingSession) -> str:
    """'Redness moderate (3 of 4) · Pain 4 of 10'."""
    parts = [reaction_words(one) for one in _highest_first(session)]
    if not parts and session.as_expected_at:
        parts = [_("As expected: even redness, nothing else seen")]
    elif not parts and session.rest_not_seen_at:
        parts = [_("No reaction seen")]
    elif session.rest_not_seen_at:
        parts.append(_("rest not seen"))
    if session.pain is not None:
        parts.append(_("Pain {level} of 10").format(level=session.pain))
    return " · ".join(parts) or _("Reactions not noted")


def reaction_words(reaction: GradedReaction) -> str:
    """'Redness moderate (3 of 4)': kind, word and level on its own scale, never a bare number."""
    scale = catalogue.scales()[reaction.scale]
    kind = _(catalogue.reactions()[reaction.kind].label)
    level = _("{level} of {most}").format(level=reaction.level, most=scale.maximum)
    word = scale.word(reaction.level)
    words = f"{kind} {_(word).lower()} ({level})" if word else f"{kind} {level}"
    if not reaction.zone:
        return words
    return f"{_(catalogue.zones()[reaction.zone].short)}: {words}"


def _highest_first(session: NeedlingSession) -> list[GradedReaction]:
    return sorted(session.reactions, key=lambda reaction: -reaction.level)


def day(session: NeedlingSession, zone: ZoneInfo) -> str:
    """'30-Oct-2026', on the clinic's calendar."""
    return dates.short(dates.in_clinic(session.happened_at, zone).date())


def entered_later(session: NeedlingSession, zone: ZoneInfo) -> str:
    """'Entered later: Power cut · it was 30-Oct-2026, 14:12'; '' for one entered as it happened."""
    if not session.entered_later_reason:
        return ""
    return _("Entered later: {reason} · it was {moment}").format(
        reason=later_reason(session), moment=dates.day_and_clock(session.happened_at, zone)
    )


def later_reason(session: NeedlingSession) -> str:
    """Why it was entered later, in words."""
    code = session.entered_later_reason
    known = catalogue.choices("entered_later_reason").get(code)
    return _(known.label) if known else code


def state(session: NeedlingSession, initials: Mapping[UUID, str]) -> str:
    """'Signed AV', or 'Not signed'."""
    if not session.is_signed:
        return _("Not signed")
    signer = initials.get(session.signed_by_id, "") if session.signed_by_id else ""
    return _("Signed {initials}").format(initials=signer) if signer else _("Signed")
