"""The clinic's rules as they are listed: what applies, what it started from, who changed it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from needlelog.domain.aftercare_guide import AftercareStep, Skin
from needlelog.domain.amounts import parse_whole, thousandths
from needlelog.domain.clinic import RuleValue
from needlelog.domain.depth import mm
from needlelog.domain.reference import PublishedAftercare, Rule
from needlelog.errors import BadValue
from needlelog.i18n import _, ngettext

GROUPS = ("depth", "interval")
"""Groups of the catalogue that the chair asks by. Aftercare hours come beside them."""
LONGEST_HOURS = 56 * 24
_STEP_UM = 50
_MILLIMETRES = re.compile(r"\d{1,3}(?:[.,]\d{1,3})?|[.,]\d{1,3}")


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule. Depths are micrometres, all other values whole units."""

    code: str
    group: str
    """'depth', 'interval' or 'aftercare'."""
    label: str
    unit: str
    starting: int
    lower: int
    upper: int
    source_ids: tuple[str, ...]
    is_working_choice: bool = False
    published: tuple[int, ...] = ()
    """Published values that differ from the starting value."""
    published_source_ids: tuple[str, ...] = ()
    note: str = ""
    own: RuleValue | None = None
    """The newest of the clinic's own values."""

    @property
    def value(self) -> int:
        """The value that counts."""
        return int(self.own.value) if self.own else self.starting

    @property
    def is_changed(self) -> bool:
        return self.value != self.starting


def lines(
    rules: Mapping[str, Rule],
    steps: Iterable[AftercareStep],
    seed: Mapping[str, PublishedAftercare],
    own: Mapping[str, RuleValue],
) -> tuple[RuleLine, ...]:
    """Every rule that the chair asks by or a sheet prints, group by group."""
    kept = [rules[code] for code in rules if rules[code].group in GROUPS]
    asked = tuple(_of_rule(rule, own) for rule in kept if rule.value is not None)
    timed = (step for step in steps if step.hours is not None and step.time is not None)
    return (*asked, *(_of_step(step, seed, own) for step in timed))


def shown(value: int, unit: str) -> str:
    """'1.5 mm', '28 days', '48 h'."""
    if unit == "um":
        return mm(value)
    if unit == "days":
        return ngettext("{n} day", "{n} days", value).format(n=value)
    return _("{n} h").format(n=value)


def typed_text(value: int, unit: str) -> str:
    """The bare number as it is typed: '1.5', '28'."""
    return thousandths(value) if unit == "um" else str(value)


def unit_word(unit: str) -> str:
    """'mm', 'days' or 'hours'."""
    return {"um": _("mm"), "days": _("days")}.get(unit, _("hours"))


def parse(text: str, line: RuleLine) -> int:
    """The value that was typed. Raises BadValue for anything outside the rule's bounds."""
    try:
        value = _micrometres(text) if line.unit == "um" else parse_whole(text, 0, line.upper)
    except BadValue:
        raise _outside(line) from None
    if not line.lower <= value <= line.upper:
        raise _outside(line)
    if line.unit == "um" and value % _STEP_UM:
        raise BadValue(_("Type the depth in steps of 0.05 mm, such as 1.25 or 1.3."))
    return value


def _micrometres(text: str) -> int:
    plain = text.strip().removesuffix(_("mm")).strip()
    if not _MILLIMETRES.fullmatch(plain):
        raise BadValue(plain)
    return int(Decimal(plain.replace(",", ".")) * 1000)


def _outside(line: RuleLine) -> BadValue:
    low, high = typed_text(line.lower, line.unit), typed_text(line.upper, line.unit)
    return BadValue(_("Enter a number from {low} to {high}.").format(low=low, high=high))


def _of_rule(rule: Rule, own: Mapping[str, RuleValue]) -> RuleLine:
    if rule.value is None or rule.lower is None or rule.upper is None:
        raise ValueError(f"{rule.code} has no value to change")
    return RuleLine(
        code=rule.code,
        group=rule.group,
        label=_(rule.label),
        unit=rule.unit,
        starting=rule.value,
        lower=rule.lower,
        upper=rule.upper,
        source_ids=rule.source_ids,
        is_working_choice=rule.is_working_choice("value"),
        published=() if rule.published_value is None else (rule.published_value,),
        published_source_ids=rule.published_source_ids,
        note=_(rule.note) if rule.note else "",
        own=own.get(rule.code),
    )


def _of_step(
    step: AftercareStep, seed: Mapping[str, PublishedAftercare], own: Mapping[str, RuleValue]
) -> RuleLine:
    hours = step.hours or 0
    rows = [seed[one] for one in step.seed]
    figures = {row.until_hours if row.kind == "avoid" else row.from_hours for row in rows}
    published = tuple(sorted(figures - {hours}))
    sources = tuple(dict.fromkeys(one for row in rows for one in row.source_ids))
    return RuleLine(
        code=step.rule_code,
        group="aftercare",
        label=_label(step),
        unit="hours",
        starting=hours,
        # Nothing that any source gives is shorter; longer is the clinic's own business.
        lower=max(1, min((row.range_hours.low for row in rows), default=1)),
        upper=LONGEST_HOURS,
        source_ids=sources,
        is_working_choice=not sources,
        published=published,
        published_source_ids=sources if published else (),
        note=_(step.why) if step.why else "",
        own=own.get(step.rule_code),
    )


def _label(step: AftercareStep) -> str:
    words = _(step.text).format(skin=_("the treated skin"))
    if step.skin is Skin.PIGMENT_PRONE:
        return _("{words} (skin that darkens easily)").format(words=words)
    if step.up_to_um is not None:
        return _("{words} (up to {depth})").format(words=words, depth=mm(step.up_to_um))
    if step.above_um is not None:
        return _("{words} (above {depth})").format(words=words, depth=mm(step.above_um))
    return words
