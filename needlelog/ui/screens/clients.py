"""Every client of the clinic in one list, sorted and filtered as somebody wants it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from needlelog import settings
from needlelog.domain.client_list import Column, Listing, Shown
from needlelog.i18n import _
from needlelog.ui.models import client_columns
from needlelog.ui.models.clients import ClientsModel
from needlelog.ui.screens import clients_words
from needlelog.ui.tasks import Tasks, Topic
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.card import Card
from needlelog.ui.widgets.empty_state import EmptyState
from needlelog.ui.widgets.filter_field import FilterField
from needlelog.ui.widgets.labels import PlainLabel
from needlelog.ui.widgets.menu_button import MenuButton
from needlelog.ui.widgets.readable import readable
from needlelog.ui.widgets.row_table import RowTable
from needlelog.ui.widgets.segmented import Segmented
from needlelog.ui.widgets.sort_header import SortHeader
from needlelog.ui.widgets.tick_box import TickBox

GUTTER = 24
_PASSING_MS = 200
_LIST, _NOBODY_HERE, _NO_CLIENTS = range(3)


class Clients(QWidget):
    """Reads itself again whenever clients or sessions change while it is shown."""

    client_asked = Signal(object)
    """UUID of a client."""
    new_client_asked = Signal()

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self._columns = _kept_columns()
        self.model = ClientsModel(tasks, self)
        self.new_client = ActionButton(
            _("New client"), icon="user-plus", kind="primary", height=48, guarded=True
        )
        self.filter = FilterField(_("Filter by name, phone or number"))
        self.columns = MenuButton(_("Columns"), icon="columns-3", height=48)
        self.shown = Segmented(_("Which clients"), clients_words.segments(), height=44)
        self.shown.set_choice(Shown.ALL)
        self.count = PlainLabel(role="secondary")
        self.header = SortHeader()
        self.table = RowTable(_("Clients"))
        self.table.show_model(self.model)
        self._pages = QStackedWidget()
        self._looked_at = QTimer(self)
        self._looked_at.setSingleShot(True)
        self._looked_at.setInterval(_PASSING_MS)
        self._looked_at.timeout.connect(self._on_looked_at)
        self._nobody_here = EmptyState("users", _("Nobody here"))
        self.header.mark(Column.NAME, descending=False)
        self._lay_out()
        self._fill_menu()
        self._connect()

    def reload(self) -> None:
        """The list as it is now; the place somebody looked at stays."""
        if self.model.is_begun():
            # Whoever only passes by, on the way to a client, must not wait for the whole order.
            self._looked_at.start()
        else:
            self.model.refresh()

    def _on_looked_at(self) -> None:
        if self.isVisible():
            self.model.refresh()

    # ------------------------------------------------------------------------------- asked for

    def _on_shown(self, code: str) -> None:
        self._ask(replace(self.model.listing, shown=Shown(code)))

    def _on_filter(self, text: str) -> None:
        self._ask(replace(self.model.listing, text=text))

    def _on_sort(self, code: str) -> None:
        column, now = Column(code), self.model.listing
        turned = not now.descending if column is now.column else None
        downwards = column in client_columns.NEWEST_FIRST if turned is None else turned
        self._ask(replace(now, column=column, descending=downwards))

    def _ask(self, listing: Listing) -> None:
        self.header.mark(listing.column, listing.descending)
        self.model.show_listing(listing)

    def _on_column(self, code: str, is_chosen: bool) -> None:
        column = Column(code)
        others = [one for one in self._columns if one is not column]
        chosen = [*others, column] if is_chosen else others
        self._columns = tuple(one for one in Column if one in chosen)
        self._show_columns()
        kept = client_columns.as_text(self._columns)
        # A disk may be slow; the screen has changed already.
        work = partial(settings.change, settings.settings_file(), client_columns=kept)
        self._tasks.run(self, work, _kept)

    def _on_chosen(self, place: int) -> None:
        row = self.model.row(place)
        if row is not None:
            self.client_asked.emit(row.client_id)

    def _on_typed(self, text: str) -> None:
        """Letters typed over the list look for somebody in it."""
        self.filter.setFocus()
        self.filter.insert(text)

    # ----------------------------------------------------------------------------------- shown

    def _show_columns(self) -> None:
        room = self.table.viewport().width()
        cells = client_columns.fitting(self._columns, room)
        codes = [Column(cell.code) for cell in cells]
        if codes != list(self.model.columns):
            self.model.show_columns(codes)
        for place, cell in enumerate(cells):
            self.table.setColumnWidth(place, cell.width)
        self.header.show_cells(cells)
        for column in Column:
            fits = column in codes or column not in self._columns
            self._tick(column).set_text(clients_words.column(column, fits))

    def _on_begun(self) -> None:
        self.table.scrollToTop()

    def _on_counted(self) -> None:
        count = self.model.count() or 0
        self.count.setText(clients_words.count(count))
        listing = self.model.listing
        if count:
            self._pages.setCurrentIndex(_LIST)
        elif listing.shown is Shown.ALL and not listing.text:
            self._pages.setCurrentIndex(_NO_CLIENTS)
        else:
            self._nobody_here.set_words(*clients_words.nobody(listing))
            self._pages.setCurrentIndex(_NOBODY_HERE)

    def _on_touched(self, topic: Topic) -> None:
        if topic in (Topic.CLIENTS, Topic.SESSIONS) and self.isVisible():
            self.reload()

    # ----------------------------------------------------------------------------------- parts

    def _connect(self) -> None:
        self.new_client.clicked.connect(self.new_client_asked)
        self.filter.narrowed.connect(self._on_filter)
        self.filter.going_down.connect(self._on_down)
        self.shown.chosen.connect(self._on_shown)
        self.header.tapped.connect(self._on_sort)
        self.table.chosen.connect(self._on_chosen)
        self.table.typed.connect(self._on_typed)
        self.table.shown_rows.connect(self.model.need)
        # Qt lays the list out once more after it was told its new size.
        self.table.resized.connect(partial(QTimer.singleShot, 0, self, self._show_columns))
        self.model.begun.connect(self._on_begun)
        self.model.counted.connect(self._on_counted)
        self._tasks.touched.connect(self._on_touched)

    def _on_down(self) -> None:
        self.table.setFocus()
        self.table.go_to(max(0, self.table.currentIndex().row()))

    def _fill_menu(self) -> None:
        menu = self.columns.below
        for column in Column:
            menu.add_tick(column, client_columns.title(column), column in self._columns)
        self._tick(Column.NAME).setEnabled(False)
        menu.ticked.connect(self._on_column)

    def _tick(self, column: Column) -> TickBox:
        row = self.columns.below.rows[column]
        assert isinstance(row, TickBox)
        return row

    def _lay_out(self) -> None:
        content = QWidget()
        whole = QVBoxLayout(content)
        whole.setContentsMargins(GUTTER, 16, GUTTER, 16)
        whole.setSpacing(12)
        tools = QHBoxLayout()
        tools.setSpacing(12)
        tools.addWidget(self.filter, 1)
        tools.addWidget(self.columns)
        tools.addStretch(1)
        tools.addWidget(self.new_client)
        which = QHBoxLayout()
        which.setSpacing(12)
        which.addWidget(self.shown)
        which.addStretch(1)
        which.addWidget(self.count)
        whole.addLayout(tools)
        whole.addLayout(which)
        whole.addWidget(self._pages, 1)
        for page in (self._list(), self._nobody_here, self._no_clients()):
            self._pages.addWidget(page)
        self.setLayout(readable(content))

    def _list(self) -> QWidget:
        card = Card(padding=1)
        card.body.setSpacing(0)
        card.body.setContentsMargins(8, 4, 4, 8)
        card.body.addWidget(self.header)
        card.body.addWidget(self.table, 1)
        return card

    def _no_clients(self) -> EmptyState:
        add = ActionButton(_("New client"), icon="user-plus", kind="primary", guarded=True)
        add.clicked.connect(self.new_client_asked)
        return EmptyState(
            "users",
            _("No clients yet"),
            _("Add the first one: family name, given name and birth date are enough."),
            add,
        )


def _kept_columns() -> tuple[Column, ...]:
    """What this computer remembers; a broken settings file was told of at the start."""
    kept, _complaint = settings.load(settings.settings_file())
    return client_columns.from_text(kept.client_columns)


def _kept(_changed: settings.Settings) -> None:
    """A setting that was kept needs no word; one that wasn't is told by the window."""
