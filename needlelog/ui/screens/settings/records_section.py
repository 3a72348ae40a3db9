"""A list of what the clinic keeps; the row that was tapped opens its form under itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from needlelog.domain.shelf import Shelf
from needlelog.errors import NeedleLogError
from needlelog.i18n import _
from needlelog.ui.screens.settings.not_kept import NotKept
from needlelog.ui.screens.settings.record_form import RecordForm
from needlelog.ui.screens.settings.record_saver import Save
from needlelog.ui.screens.settings.rule_rows import GroupHead
from needlelog.ui.screens.settings.section import heading, section_column
from needlelog.ui.tasks import Tasks, Topic
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.card import Card
from needlelog.ui.widgets.empty_state import EmptyState
from needlelog.ui.widgets.list_row import ListRow
from needlelog.ui.widgets.tab_order import order_tab_stops
from needlelog.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_ROW_PX = 60


@dataclass(frozen=True, slots=True)
class ListFacts:
    """What the lists show, and what their forms offer."""

    shelf: Shelf
    currency: str
    """The clinic's."""


@dataclass(frozen=True, slots=True)
class Words:
    title: str
    line: str
    add: str
    icon: str
    empty: str
    hint: str
    """What to do while there is nothing."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What makes one list another than the next. A record has id, name, version, is_retired."""

    words: Words
    records: Callable[[Shelf], Sequence[Any]]
    row: Callable[[Any, ListFacts], tuple[str, str, str]]
    """Bold line, quiet line, quiet word at the far edge."""
    form: Callable[[Tasks, Any, ListFacts], RecordForm]
    blank: Callable[[ListFacts], Any]
    save: Save


class RecordsSection(QWidget):
    saved = Signal(object)
    not_saved = Signal(object)
    toast_asked = Signal(object)
    opened = Signal(QWidget)
    """What opened, once it has its place: the page brings it into sight."""

    def __init__(self, tasks: Tasks, kind: Kind) -> None:
        super().__init__()
        self._tasks = tasks
        self._kind = kind
        self._order: list[UUID] = []
        self._wanted: UUID | None = None
        self.facts: ListFacts | None = None
        self.form: RecordForm | None = None
        self.rows: dict[UUID, ListRow] = {}
        words = kind.words
        self.add = ActionButton(words.add, icon="plus", kind="primary", height=48)
        self.empty = EmptyState(words.icon, words.empty, words.hint)
        self.retired = GroupHead(_("No longer in use"))
        self.not_kept = NotKept()
        self._lay_out(words)
        self.add.clicked.connect(self._on_add)
        self.not_kept.retry_asked.connect(self._on_retry)
        self.not_kept.reload_asked.connect(self._on_reload)

    def begin(self) -> None:
        """Read the list; a form stays with what is typed in it."""
        self._tasks.read(self, list_facts, self._on_facts)

    def show_record(self, record_id: UUID) -> None:
        """Open this one once the list is read."""
        self._wanted = record_id
        self._after_saving(self.begin)

    def _on_facts(self, facts: ListFacts) -> None:
        self.facts = facts
        self._show_rows()
        if self._wanted is not None:
            record_id, self._wanted = self._wanted, None
            self._open_known(record_id)

    def _records(self) -> Sequence[Any]:
        return self._kind.records(self.facts.shelf) if self.facts else ()

    def _record(self, record_id: UUID) -> Any:
        return next((one for one in self._records() if one.id == record_id), None)

    def _shown_id(self) -> UUID | None:
        return self.form.saver.record.id if self.form else None

    # ------------------------------------------------------------------------ open and close

    def _on_row(self, record_id: UUID) -> None:
        is_open = record_id == self._shown_id()
        then = self._close if is_open else partial(self._open_known, record_id)
        self._after_saving(then)

    def _on_add(self) -> None:
        self._after_saving(self._open_new)

    def _after_saving(self, then: Callable[[], None]) -> None:
        if self.form is None:
            then()
        else:
            self.form.saver.when_saved(then)

    def _open_known(self, record_id: UUID) -> None:
        record = self._record(record_id)
        if record is not None:
            self._open(record)

    def _open_new(self) -> None:
        if self.facts is not None:
            self._open(self._kind.blank(self.facts))

    def _open(self, record: Any) -> None:
        if self.facts is None:
            return
        self._let_go()
        form = self.form = self._kind.form(self._tasks, record, self.facts)
        form.saved.connect(self._on_saved)
        form.not_saved.connect(self._on_failed)
        form.left.connect(self._on_left)
        form.retire_asked.connect(self._on_retire)
        form.stops_changed.connect(self._order_tab_stops)
        self._show_rows()
        form.begin()
        # The page gets its new height with the next event.
        QTimer.singleShot(0, form, partial(self.opened.emit, form))

    def _on_left(self) -> None:
        self._after_saving(self._close)

    def _close(self) -> None:
        row = self.rows.get(self._shown_id() or UUID(int=0))
        self._let_go()
        self._show_rows()
        (row or self.add).setFocus()

    def _let_go(self) -> None:
        self.not_kept.hide()
        if self.form is not None:
            self._list.body.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None
        self._order = []

    # ------------------------------------------------------------------------ kept or not

    def _on_saved(self, record: object) -> None:
        self.not_kept.hide()
        self._tasks.read(self, list_facts, self._on_facts)
        self.saved.emit(record)

    def _on_failed(self, error: NeedleLogError) -> None:
        self.not_kept.show_failure(error)
        self.not_saved.emit(error)

    def _on_retry(self) -> None:
        if self.form is not None:
            self.form.saver.keep()

    def _on_reload(self) -> None:
        record_id = self._shown_id()
        self._let_go()
        self._wanted = record_id
        self.begin()
        self.saved.emit(None)

    def _on_retire(self) -> None:
        form = self.form
        if form is None:
            return
        before = form.saver.record
        values: dict[str, object] = {"is_retired": not before.is_retired}
        if hasattr(before, "is_default"):  # what new sessions start with is in use
            values["is_default"] = False
        form.saver.change(**values)
        form.saver.when_saved(partial(self._on_retired, form, before))

    def _on_retired(self, form: RecordForm, before: Any) -> None:
        back = replace(before, version=form.saver.record.version)
        if form is self.form:
            self._close()
        words = _("{name} is in use again") if before.is_retired else _("{name} is retired")
        text = words.format(name=before.name)
        undo = partial(self._put_back, back)
        self.toast_asked.emit(Toast(text, "undo", _("Undo"), undo, "retired", self))

    def _put_back(self, record: Any) -> None:
        work = partial(self._kind.save, record=record)
        self._tasks.write(self, work, Topic.CLINIC, self._on_saved)

    # ------------------------------------------------------------------------ showing

    def _show_rows(self) -> None:
        if self.facts is None:
            return
        records = {one.id: one for one in self._records()}
        for gone in self.rows.keys() - records.keys():
            self.rows.pop(gone).deleteLater()
        for record in records.values():
            row = self.rows.get(record.id) or self._made_row(record.id)
            row.show_words(*self._kind.row(record, self.facts))
            row.set_muted(record.is_retired)
            row.set_current(record.id == self._shown_id())
        self._order_rows(list(records.values()))
        self.empty.setVisible(not records and self.form is None)

    def _made_row(self, record_id: UUID) -> ListRow:
        row = self.rows[record_id] = ListRow(height=_ROW_PX)
        row.clicked.connect(partial(self._on_row, record_id))
        return row

    def _order_rows(self, records: Sequence[Any]) -> None:
        """Rows stay where they are while somebody types in one of them."""
        new = [one.id for one in records if one.id not in self._order]
        self._order = [*new, *self._order]
        retired = {one.id for one in records if one.is_retired}
        shown: list[QWidget] = []
        if self.form is not None and self._shown_id() not in self.rows:
            shown.append(self.form)
        for record_id in sorted(self._order, key=retired.__contains__):
            if record_id in retired and self.retired not in shown:
                shown.append(self.retired)
            shown.append(self.rows[record_id])
            if self.form is not None and record_id == self._shown_id():
                shown.append(self.form)
        self.retired.setVisible(bool(retired))
        self._put(shown)

    def _put(self, shown: Sequence[QWidget]) -> None:
        for place, widget in enumerate(shown):
            self._list.body.removeWidget(widget)
            self._list.body.insertWidget(place, widget)
        self._order_tab_stops()

    def _order_tab_stops(self) -> None:
        """A form comes right after its row."""
        order_tab_stops(self.column)

    def _lay_out(self, words: Words) -> None:
        self._list = Card(padding=8)
        self._list.body.setSpacing(2)
        self._list.body.addWidget(self.retired)
        self._list.body.addWidget(self.empty)
        self.retired.hide()
        self.column: QVBoxLayout = section_column(self)
        self.column.addLayout(heading(words.title, words.line, self.add))
        self.column.addWidget(self.not_kept)
        self.column.addWidget(self._list)
        self.column.addStretch(1)


def list_facts(db: Session) -> ListFacts:
    from needlelog.db import clinic, shelf

    here = clinic.get(db)
    return ListFacts(shelf.read(db), here.currency if here else "")
