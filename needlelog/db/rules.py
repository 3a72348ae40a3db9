"""The clinic's own values of rules; an older value is never overwritten."""

from datetime import datetime

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from needlelog.db.rows import TABLES
from needlelog.db.values import columns_of, values_of
from needlelog.domain.clinic import RuleValue

_RULES = TABLES["rule_value"]


def current(db: Session) -> dict[str, RuleValue]:
    """Rule code to the clinic's newest value; a rule nobody changed is not in it."""
    newest = (
        select(_RULES.c.code, func.max(_RULES.c.version).label("version"))
        .group_by(_RULES.c.code)
        .subquery()
    )
    same = (newest.c.code == _RULES.c.code) & (newest.c.version == _RULES.c.version)
    rows = db.execute(select(_RULES).join(newest, same))
    return {rule.code: rule for rule in values_of(rows, RuleValue)}


def history(db: Session, code: str) -> tuple[RuleValue, ...]:
    """Every value a rule ever had here, the first one first."""
    wanted = select(_RULES).where(_RULES.c.code == code).order_by(_RULES.c.version)
    return values_of(db.execute(wanted), RuleValue)


def every_change(db: Session) -> tuple[RuleValue, ...]:
    """Every value that was ever given to any rule, the newest first."""
    wanted = select(_RULES).order_by(_RULES.c.set_at.desc(), _RULES.c.id.desc())
    return values_of(db.execute(wanted), RuleValue)


def put(db: Session, code: str, value: str, set_by: str, set_at: datetime) -> RuleValue:
    """Give a rule a new value, as its next version."""
    newest = db.scalar(select(func.max(_RULES.c.version)).where(_RULES.c.code == code))
    rule = RuleValue(code, value, (newest or 0) + 1, set_by, set_at)
    db.execute(insert(_RULES), columns_of(rule))
    return rule
