"""What opens under a rule: another value, where the figures come from, and every earlier value."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from needlelog import catalogue
from needlelog.domain import dates, rule_lines
from needlelog.domain.clinic import RuleValue, initials_of
from needlelog.domain.rule_lines import RuleLine
from needlelog.errors import BadValue
from needlelog.i18n import _
from needlelog.ui import metrics
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.fields import Field
from needlelog.ui.widgets.labels import PlainLabel


class RuleEditor(QWidget):
    """A rule is changed by a button, not while typing: each change is kept as its own version."""

    value_chosen = Signal(int)
    left = Signal()

    def __init__(self, line: RuleLine, past: Sequence[RuleValue], zone: ZoneInfo) -> None:
        super().__init__()
        self._line = line
        unit = rule_lines.unit_word(line.unit)
        self.value = Field(_("Your value, in {unit}").format(unit=unit))
        self.value.set_text(rule_lines.typed_text(line.value, line.unit))
        metrics.fix(self.value.edit, width=200)
        self.use = ActionButton(_("Use this value"), icon="check", kind="primary", height=48)
        starting = rule_lines.shown(line.starting, line.unit)
        words = _("Back to starting value: {value}").format(value=starting)
        self.reset = ActionButton(words, icon="undo-2", height=48)
        self._lay_out(sourced_lines(line), past_lines(line, past, zone))
        self.reset.setVisible(line.is_changed)
        self.use.clicked.connect(self._on_use)
        self.value.edit.returnPressed.connect(self._on_use)
        self.reset.clicked.connect(self._on_reset)

    def begin(self) -> None:
        self.value.setFocus()
        self.value.edit.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _on_use(self) -> None:
        try:
            value = rule_lines.parse(self.value.text(), self._line)
        except BadValue as wrong:
            self.value.show_error(str(wrong))
            self.value.setFocus()
            return
        if value == self._line.value:
            self.left.emit()
        else:
            self.value_chosen.emit(value)

    def _on_reset(self) -> None:
        self.value_chosen.emit(self._line.starting)

    def _lay_out(self, sourced: Sequence[str], past: Sequence[str]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addWidget(PlainLabel(self._line.label, "card", wrap=True))
        column.addWidget(self.value)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.use)
        buttons.addWidget(self.reset)
        buttons.addStretch(1)
        column.addLayout(buttons)
        for text in sourced:
            label = PlainLabel(text, wrap=True)
            label.set_ink("ink2")
            column.addWidget(label)
        if past:
            column.addWidget(PlainLabel(_("Earlier and now"), "label"))
        for text in past:
            column.addWidget(PlainLabel(text, "secondary", wrap=True))


def sourced_lines(line: RuleLine) -> list[str]:
    """Starting value and published values, each with the titles of its sources, and the note."""
    started = rule_lines.shown(line.starting, line.unit)
    carried = _("NeedleLog working choice") if line.is_working_choice else _titles(line.source_ids)
    told = [_("Starting value {value}: {sources}").format(value=started, sources=carried)]
    if line.published:
        values = " / ".join(rule_lines.shown(one, line.unit) for one in line.published)
        sources = _titles(line.published_source_ids)
        told.append(_("Published {values}: {sources}").format(values=values, sources=sources))
    return [*told, line.note] if line.note else told


def past_lines(line: RuleLine, past: Sequence[RuleValue], zone: ZoneInfo) -> list[str]:
    """'28 days · 02-Mar-2026 14:36 · Anneke de Vries, RN', the newest first."""
    return [_past_line(line, one, zone) for one in reversed(past)]


def changed_words(line: RuleLine, zone: ZoneInfo) -> str:
    """'14-Sep-2026 AV'; a dash for a rule nobody touched."""
    if line.own is None:
        return "–"
    day = dates.short(line.own.set_at.astimezone(zone).date())
    return f"{day} {initials_of(line.own.set_by)}"


def _titles(ids: Sequence[str]) -> str:
    sources = catalogue.sources()
    return "; ".join(sources[one].title for one in ids)


def _past_line(line: RuleLine, one: RuleValue, zone: ZoneInfo) -> str:
    day = dates.short(one.set_at.astimezone(zone).date())
    value = rule_lines.shown(int(one.value), line.unit)
    return f"{value} · {day} {dates.clock(one.set_at, zone)} · {one.set_by}"
