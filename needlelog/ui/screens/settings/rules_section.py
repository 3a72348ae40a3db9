"""Rules: the limits and waiting times of this clinic. They ask, they never block."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from needlelog import catalogue
from needlelog.domain import rule_lines
from needlelog.domain.clinic import RuleValue
from needlelog.domain.rule_lines import RuleLine
from needlelog.i18n import _, ngettext
from needlelog.ui import who_works_here
from needlelog.ui.clock import now
from needlelog.ui.screens.chair.facts import source_title
from needlelog.ui.screens.settings.rule_editor import RuleEditor, changed_words
from needlelog.ui.screens.settings.rule_rows import GroupHead, RuleHeads, RuleRow, RuleWords
from needlelog.ui.screens.settings.section import heading, section_column
from needlelog.ui.tasks import Tasks, Topic
from needlelog.ui.widgets.card import Card
from needlelog.ui.widgets.icon_label import IconLabel
from needlelog.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class RuleFacts:
    lines: tuple[RuleLine, ...]
    zone: ZoneInfo


class RulesSection(QWidget):
    """The table; the row that was tapped opens under itself."""

    opened = Signal(QWidget)
    """What opened, once it has its place: the page brings it into sight."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self._facts: RuleFacts | None = None
        self.rows: dict[str, RuleRow] = {}
        self.editor: RuleEditor | None = None
        self._open_code = ""
        self._table = Card(padding=1)
        self._table.body.setSpacing(0)
        self.foot = PlainLabel(wrap=True)
        self.foot.set_ink("ink2")
        self._lay_out()

    def begin(self) -> None:
        self._tasks.read(self, _facts, self._on_facts)

    def _on_facts(self, facts: RuleFacts) -> None:
        self._facts = facts
        if not self.rows:
            self._make_rows(facts)
        for line in facts.lines:
            words = _words(line, facts.zone)
            self.rows[line.code].show_words(words, _spoken(words), line.is_changed)
        changed = sum(line.is_changed for line in facts.lines)
        self.foot.setText(_foot(changed))

    def _make_rows(self, facts: RuleFacts) -> None:
        titles = _group_titles()
        group = ""
        for line in facts.lines:
            if line.group != group:
                group = line.group
                self._table.body.addWidget(GroupHead(titles[group]))
            row = RuleRow()
            row.clicked.connect(partial(self._on_row, line.code))
            self.rows[line.code] = row
            self._table.body.addWidget(row)

    def _on_row(self, code: str) -> None:
        if code == self._open_code:
            self._close()
        else:
            self._tasks.read(self, partial(_past, code=code), partial(self._open, code))

    def _open(self, code: str, past: tuple[RuleValue, ...]) -> None:
        if self._facts is None:
            return
        self._close()
        line = next(line for line in self._facts.lines if line.code == code)
        self.editor = RuleEditor(line, past, self._facts.zone)
        self.editor.value_chosen.connect(partial(self._on_value, code))
        self.editor.left.connect(self._close)
        self._open_code = code
        row = self.rows[code]
        row.set_open(True)
        self._table.body.insertWidget(self._table.body.indexOf(row) + 1, self.editor)
        self.editor.begin()
        # The table gets its new height with the next event.
        QTimer.singleShot(0, self.editor, partial(self.opened.emit, self.editor))

    def _close(self) -> None:
        if self.editor is None:
            return
        row = self.rows[self._open_code]
        row.set_open(False)
        row.setFocus()
        self._table.body.removeWidget(self.editor)
        self.editor.hide()
        self.editor.deleteLater()
        self.editor, self._open_code = None, ""

    def _on_value(self, code: str, value: int) -> None:
        work = partial(_put, code=code, value=value)
        self._tasks.write(self, work, Topic.CLINIC, self._on_put)

    def _on_put(self, _kept: RuleValue) -> None:
        self._close()
        self.begin()

    def _lay_out(self) -> None:
        heads = RuleWords(
            _("Rule"), _("Your value"), _("Starting value"), _("Source"), _("Changed on, by")
        )
        self._table.body.addWidget(RuleHeads(heads))
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(IconLabel("info", "ink2", 20))
        foot.addWidget(self.foot, 1)
        column: QVBoxLayout = section_column(self)
        line = _("Your limits and waiting times. They ask, they never block.")
        column.addLayout(heading(_("Rules"), line))
        column.addWidget(self._table)
        column.addLayout(foot)
        column.addStretch(1)


def _group_titles() -> Mapping[str, str]:
    return {
        "depth": _("Depth"),
        "interval": _("Time between sessions"),
        "aftercare": _("Aftercare, counted from the end of needling"),
    }


def _words(line: RuleLine, zone: ZoneInfo) -> RuleWords:
    return RuleWords(
        label=line.label,
        value=rule_lines.shown(line.value, line.unit),
        starting=rule_lines.shown(line.starting, line.unit),
        source=_source(line),
        changed=changed_words(line, zone),
    )


def _source(line: RuleLine) -> str:
    carried = "" if line.is_working_choice else source_title(line.source_ids)
    return carried or _("NeedleLog working choice")


def _spoken(words: RuleWords) -> str:
    return _("{rule}: your value {value}, starting value {starting}").format(
        rule=words.label, value=words.value, starting=words.starting
    )


def _foot(changed: int) -> str:
    if not changed:
        differs = _("All values are the starting values.")
    else:
        words = ngettext(
            "{n} value differs from the starting values.",
            "{n} values differ from the starting values.",
            changed,
        )
        differs = words.format(n=changed)
    return differs + " " + _("Sheets and sessions that are signed keep what they were made under.")


def _facts(db: Session) -> RuleFacts:
    from needlelog.db import clinic, rules

    here = clinic.get(db)
    if here is None:
        raise LookupError("settings are shown for a named clinic")
    guide = catalogue.aftercare_guide()
    catalogue.sources()  # the largest table: read here, beside the screen
    own = rules.current(db)
    lines = rule_lines.lines(catalogue.rules(), guide.steps, catalogue.aftercare_seed(), own)
    return RuleFacts(lines, ZoneInfo(here.time_zone))


def _past(db: Session, code: str) -> tuple[RuleValue, ...]:
    from needlelog.db import rules

    return rules.history(db, code)


def _put(db: Session, code: str, value: int) -> RuleValue:
    from needlelog.db import rules

    you = who_works_here.you(db)
    return rules.put(db, code, str(value), set_by=you.name, set_at=now())
