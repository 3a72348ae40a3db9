"""Rules: the limits and waiting times of this clinic. They ask, they never block."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from needlelog.domain.clinic import RuleValue
from needlelog.domain.handout import HandoutEventKind
from needlelog.i18n import _, ngettext
from needlelog.ui import metrics, theme, who_works_here
from needlelog.ui.clock import now
from needlelog.ui.screens.settings import rule_facts
from needlelog.ui.screens.settings.rule_editor import RuleEditor
from needlelog.ui.screens.settings.rule_facts import RuleFacts
from needlelog.ui.screens.settings.rule_rows import GroupHead, RuleHeads, RuleRow, RuleWords
from needlelog.ui.screens.settings.section import heading, section_column
from needlelog.ui.tasks import Tasks, Topic
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.card import Card
from needlelog.ui.widgets.icon_label import IconLabel
from needlelog.ui.widgets.labels import PlainLabel
from needlelog.ui.widgets.page import Page
from needlelog.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from needlelog.ui.paper_out import PaperOut


_MOST_CHANGES = 300
_TALLEST_SHEET = 360


class RulesSection(QWidget):
    """The table; the row that was tapped opens under itself."""

    opened = Signal(QWidget)
    """What opened, once it has its place: the page brings it into sight."""
    toast_asked = Signal(object)

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self._facts: RuleFacts | None = None
        self.rows: dict[str, RuleRow] = {}
        self._heads: dict[str, GroupHead] = {}
        self._out: PaperOut | None = None
        self.finder = _finder()
        self.none_found = PlainLabel(wrap=True)
        self.none_found.hide()
        self.print = ActionButton(_("Print"), icon="printer", height=48, name=_("Print the rules"))
        self.changes = ActionButton(_("All changes"), icon="history", height=48)
        self.editor: RuleEditor | None = None
        self._open_code = ""
        self._table = Card(padding=1)
        self._table.body.setSpacing(0)
        self.foot = PlainLabel(wrap=True)
        self.foot.set_ink("ink2")
        self._lay_out()
        self.finder.textChanged.connect(self._on_find)
        self.print.clicked.connect(self._on_print)
        self.changes.clicked.connect(self._on_changes)

    def begin(self) -> None:
        self._tasks.read(self, rule_facts.load, self._on_facts)

    def _on_facts(self, facts: RuleFacts) -> None:
        self._facts = facts
        if not self.rows:
            self._make_rows(facts)
        for line in facts.lines:
            words = rule_facts.words(line, facts.zone)
            self.rows[line.code].show_words(words, _spoken(words), line.is_changed)
        self._on_find(self.finder.text())
        changed = sum(line.is_changed for line in facts.lines)
        self.foot.setText(_foot(changed))

    def _make_rows(self, facts: RuleFacts) -> None:
        titles = rule_facts.group_titles()
        for line in facts.lines:
            if line.group not in self._heads:
                head = self._heads[line.group] = GroupHead(titles[line.group])
                self._table.body.addWidget(head)
            row = RuleRow()
            row.clicked.connect(partial(self._on_row, line.code))
            self.rows[line.code] = row
            self._table.body.addWidget(row)

    def _on_find(self, typed: str) -> None:
        """Leave the rules that the typed words stand in, and the heads of their groups."""
        if self._facts is None:
            return
        found = [line for line in self._facts.lines if rule_facts.is_about(line, typed)]
        codes, groups = {line.code for line in found}, {line.group for line in found}
        if self._open_code and self._open_code not in codes:
            self._close(keeps_focus=True)
        for code, row in self.rows.items():
            row.setVisible(code in codes)
        for group, head in self._heads.items():
            head.setVisible(group in groups)
        self._table.setVisible(bool(found))
        self.none_found.setText(_("No rule says “{words}”.").format(words=typed.strip()))
        self.none_found.setVisible(not found)

    def _on_print(self) -> None:
        self._tasks.read(self, rule_facts.head, self._on_head)

    def _on_head(self, found: tuple[RuleFacts, bytes]) -> None:
        if self._out is None:
            # Printing brings the PDF library, which settings should not wait for.
            from needlelog.ui.paper_out import PaperOut

            self._out = PaperOut(self._tasks, self)
            self._out.toast_asked.connect(self.toast_asked)
        facts, logo = found
        self._out.print(partial(rule_facts.paper, facts, logo), _printed, "rules.pdf")

    def _on_changes(self) -> None:
        self._tasks.read(self, _every_change, self._show_changes)

    def _show_changes(self, changes: tuple[RuleValue, ...]) -> None:
        if self._facts is None:
            return
        lines = {line.code: line for line in self._facts.lines}
        zone = self._facts.zone
        shown = [rule_facts.change_line(one, lines, zone) for one in changes[:_MOST_CHANGES]]
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for text in shown or [_("No rule was changed yet: all values are the starting values.")]:
            column.addWidget(PlainLabel(text, wrap=True))
        column.addStretch(1)
        page = Page(content)
        page.setMinimumHeight(min(_TALLEST_SHEET, content.sizeHint().height() + 8))
        sheet = Sheet(self.window(), _("All changes, the newest first"), page)
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()

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

    def _close(self, keeps_focus: bool = False) -> None:
        if self.editor is None:
            return
        row = self.rows[self._open_code]
        row.set_open(False)
        if not keeps_focus:
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
        foot.addWidget(self.changes)
        column: QVBoxLayout = section_column(self)
        line = _("Your limits and waiting times. They ask, they never block.")
        column.addLayout(heading(_("Rules"), line, self.finder, self.print))
        column.addWidget(self._table)
        column.addWidget(self.none_found)
        column.addLayout(foot)
        column.addStretch(1)


def _finder() -> QLineEdit:
    field = QLineEdit()
    field.setPlaceholderText(_("Find a rule"))
    field.setAccessibleName(_("Find a rule"))
    field.setFont(theme.font(16, 400))
    metrics.one_line(field, 48)
    metrics.at_least(field, width=160)
    metrics.at_most(field, width=220)
    return field


def _printed(_nothing: None, _kind: HandoutEventKind) -> None:
    """The clinic's own list needs no note in anybody's record."""


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


def _every_change(db: Session) -> tuple[RuleValue, ...]:
    from needlelog.db import rules

    return rules.every_change(db)


def _past(db: Session, code: str) -> tuple[RuleValue, ...]:
    from needlelog.db import rules

    return rules.history(db, code)


def _put(db: Session, code: str, value: int) -> RuleValue:
    from needlelog.db import rules

    you = who_works_here.you(db)
    return rules.put(db, code, str(value), set_by=you.name, set_at=now())
