"""What the rules section reads, and its words for the screen and for paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from needlelog import catalogue
from needlelog.domain import dates, rule_lines
from needlelog.domain.clinic import Clinic, RuleValue
from needlelog.domain.rule_lines import RuleLine
from needlelog.i18n import _
from needlelog.ui.clock import now
from needlelog.ui.screens.chair.facts import source_title
from needlelog.ui.screens.settings.rule_editor import changed_words
from needlelog.ui.screens.settings.rule_rows import RuleWords

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class RuleFacts:
    lines: tuple[RuleLine, ...]
    clinic: Clinic

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.clinic.time_zone)


def load(db: Session) -> RuleFacts:
    from needlelog.db import clinic, rules

    here = clinic.get(db)
    if here is None:
        raise LookupError("settings are shown for a named clinic")
    guide = catalogue.aftercare_guide()
    catalogue.sources()  # the largest table: read here, beside the screen
    own = rules.current(db)
    lines = rule_lines.lines(catalogue.rules(), guide.steps, catalogue.aftercare_seed(), own)
    return RuleFacts(lines, here)


def group_titles() -> Mapping[str, str]:
    return {
        "depth": _("Depth"),
        "interval": _("Time between sessions"),
        "aftercare": _("Aftercare, counted from the end of needling"),
    }


def words(line: RuleLine, zone: ZoneInfo) -> RuleWords:
    return RuleWords(
        label=line.label,
        value=rule_lines.shown(line.value, line.unit),
        starting=rule_lines.shown(line.starting, line.unit),
        source=_source(line),
        changed=changed_words(line, zone),
    )


def is_about(line: RuleLine, typed: str) -> bool:
    """Whether every word that was typed stands somewhere in the rule."""
    told = f"{line.label} {group_titles()[line.group]} {_source(line)} {line.note}".casefold()
    return all(word in told for word in typed.casefold().split())


def change_line(change: RuleValue, lines: Mapping[str, RuleLine], zone: ZoneInfo) -> str:
    """'02-Mar-2026 14:36 · Make-up: 48 h · Anneke de Vries, RN'."""
    line = lines.get(change.code)
    # A rule of another version of the program is still a change that was made.
    what = (
        f"{line.label}: {rule_lines.shown(int(change.value), line.unit)}" if line else change.code
    )
    day = dates.short(change.set_at.astimezone(zone).date())
    return f"{day} {dates.clock(change.set_at, zone)} · {what} · {change.set_by}"


def head(db: Session) -> tuple[RuleFacts, bytes]:
    """What the printed list is made of: the rules as they stand, and the logo."""
    from needlelog.db import letterheads

    return load(db), letterheads.get(db).logo


def paper(facts: RuleFacts, logo: bytes) -> tuple[bytes, None]:
    """The list as a PDF; nothing else is to be known of it."""
    from needlelog.documents import rules_list
    from needlelog.documents.rules_list import PrintedRule, RuleGroup

    def printed(line: RuleLine) -> PrintedRule:
        label, value, starting, source, changed = words(line, facts.zone).cells()
        return PrintedRule(label, value, starting, source, changed, line.is_changed)

    groups = tuple(
        RuleGroup(title, tuple(printed(line) for line in facts.lines if line.group == group))
        for group, title in group_titles().items()
    )
    moment = now()
    day = dates.short(moment.astimezone(facts.zone).date())
    made = _("Made {when}").format(when=f"{day} {dates.clock(moment, facts.zone)}")
    return rules_list.render(facts.clinic, logo, groups, made), None


def _source(line: RuleLine) -> str:
    carried = "" if line.is_working_choice else source_title(line.source_ids)
    return carried or _("NeedleLog working choice")
