"""One client: who, what must not be missed, what was done so far, and what to do now."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from needlelog.domain.protocol import Protocol
from needlelog.domain.session import NeedlingSession
from needlelog.errors import NeedleLogError
from needlelog.i18n import _
from needlelog.ui import metrics
from needlelog.ui.screens import client_facts, save_as_protocol
from needlelog.ui.screens.client_banner import banner_client
from needlelog.ui.screens.client_facts import ClientFacts, Earlier
from needlelog.ui.screens.client_more import MoreMenu
from needlelog.ui.screens.client_side import WIDTH, ClientSide
from needlelog.ui.screens.session_sheet import session_sheet
from needlelog.ui.screens.timeline import Timeline
from needlelog.ui.tasks import Tasks, Topic
from needlelog.ui.widgets.banner import ClientBanner
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.labels import plain_tooltip
from needlelog.ui.widgets.page import Page
from needlelog.ui.widgets.strip import Strip
from needlelog.ui.widgets.toast import Toast

_ONE_COLUMN_BELOW = 1000
_NEAR_THE_END_PX = 200


class ClientScreen(QWidget):
    """Shows one client and reads them again when something of theirs changed."""

    start_asked = Signal(object)
    """UUID of the client."""
    repeat_asked = Signal(object)
    """UUID of the client."""
    resume_asked = Signal(object)
    """UUID of the session."""
    print_again_asked = Signal(object)
    """UUID of the paper as it was given."""
    from_paper_asked = Signal(object)
    """UUID of a client whose session was written on a card."""
    edit_asked = Signal(object)
    """The Client."""
    archive_asked = Signal(object)
    """The Client."""
    trash_asked = Signal(object)
    """The Client."""
    restore_asked = Signal(object)
    """The Client."""
    protocol_asked = Signal(object)
    """UUID of a protocol to look at in the settings."""
    toast_asked = Signal(object)

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self._client_id: UUID | None = None
        self.facts: ClientFacts | None = None
        self._is_arriving = False
        self._reads_earlier = False
        self.banner = ClientBanner(chips_apart=True)
        self.print_again = ActionButton(icon="printer", guarded=True, name=_("Print again"))
        self.repeat = ActionButton(_("Repeat last"), icon="history", guarded=True)
        self.start = ActionButton(_("Start session"), icon="play", kind="primary", guarded=True)
        self.more = MoreMenu()
        self.timeline = Timeline()
        self.side = ClientSide()
        self._lay_out()
        self._connect()

    def open_client(self, client_id: UUID) -> None:
        """Read and show this client; the page of another one goes first."""
        if client_id != self._client_id:
            self._client_id = client_id
            self._body.hide()
        self._is_arriving = True
        # What was read before may be signed by now: nothing is started from it.
        self.start.setEnabled(False)
        self.repeat.setEnabled(False)
        self.reload()

    def reload(self) -> None:
        if self._client_id is not None:
            work = partial(
                client_facts.client, client_id=self._client_id, shown=self._looked_back()
            )
            self._tasks.read(self, work, self.show_facts)

    def show_facts(self, facts: ClientFacts) -> None:
        if facts.client.id != self._client_id:
            return  # another client was opened meanwhile
        self.facts = facts
        self.banner.show_client(banner_client(facts.client, facts.today))
        self.timeline.show_facts(facts)
        self.side.show_facts(facts)
        self._show_actions(facts)
        self._body.show()
        if self._is_arriving:
            self._is_arriving = False
            self.start.setFocus()

    def is_read(self) -> bool:
        """Whether what stands there was read since the page was opened."""
        return not self._is_arriving and self.facts is not None

    def why_no_start(self) -> str:
        """Why no session can be started; '' when one can."""
        is_trashed = self.facts is not None and self.facts.client.trashed_at is not None
        return _("In the trash") if is_trashed else ""

    def why_no_repeat(self) -> str:
        """Why the last session can't be repeated; '' when it can."""
        if self.facts is None:
            return ""
        if self.facts.open_session is not None:
            return _("A session is open")
        return self.why_no_start() or _nothing_to_repeat(self.facts)

    def why_no_print(self) -> str:
        """Why no sheet can be printed again; '' when one can."""
        has_sheet = self.facts is not None and self.facts.last_sheet is not None
        return "" if has_sheet else _("No aftercare sheet was given yet")

    def _looked_back(self) -> int:
        """How many sessions of this client are on the page."""
        if self.facts is None or self.facts.client.id != self._client_id:
            return 0
        return len(self.facts.sessions)

    def _show_earlier(self) -> None:
        """One page farther back, if there is one and none is on its way."""
        facts = self.facts
        if facts is not None and facts.has_earlier() and not self._reads_earlier:
            self._reads_earlier = True
            work = partial(client_facts.earlier, before=facts.sessions[-1])
            self._tasks.read(self, work, self._on_earlier, self._on_no_earlier)

    def _on_earlier(self, more: Earlier) -> None:
        self._reads_earlier = False
        if self.facts is not None:
            self.facts = self.facts.with_earlier(more)
            self.timeline.show_facts(self.facts)

    def _on_no_earlier(self, error: NeedleLogError) -> None:
        self._reads_earlier = False
        self._tasks.failed.emit(error)

    def _on_scrolled(self) -> None:
        """Near the end of what is there; in one column what stands below must stay in reach."""
        bar = self._page.verticalScrollBar()
        beside = self._columns.direction() is not QBoxLayout.Direction.TopToBottom
        if beside and self._body.isVisible() and bar.value() > bar.maximum() - _NEAR_THE_END_PX:
            self._show_earlier()

    def _show_actions(self, facts: ClientFacts) -> None:
        is_open = facts.open_session is not None
        trashed = self.why_no_start()
        self.start.setEnabled(not trashed)
        self.start.set_text(_("Resume session") if is_open else _("Start session"), second=trashed)
        self.more.show_client(facts.client)
        why_not = self.why_no_repeat()
        self.repeat.setEnabled(not why_not)
        self.repeat.set_text(_("Repeat last"), second=why_not)
        no_paper = self.why_no_print()
        self.print_again.setEnabled(not no_paper)
        name = _("Print again, marked ‘copy’")
        self.print_again.set_text("", name=", ".join(filter(None, (name, no_paper))))
        self.print_again.setToolTip(plain_tooltip(no_paper or name))

    def _connect(self) -> None:
        self.start.clicked.connect(self._on_start)
        self.repeat.clicked.connect(self._on_repeat)
        self.print_again.clicked.connect(self._on_print_again)
        self.timeline.read_asked.connect(self._on_read)
        self.timeline.earlier_asked.connect(self._show_earlier)
        bar = self._page.verticalScrollBar()
        bar.valueChanged.connect(self._on_scrolled)
        bar.rangeChanged.connect(self._on_scrolled)
        self.timeline.resume_asked.connect(self.resume_asked)
        self.timeline.print_again_asked.connect(self.print_again_asked)
        self.side.edit_asked.connect(self._on_edit)
        self.more.below.chosen.connect(self._on_more)
        self.side.from_paper_asked.connect(self._on_from_paper)
        self._tasks.touched.connect(self._on_touched)

    def _on_start(self) -> None:
        if self.facts is None:
            return
        waiting = self.facts.open_session
        if waiting is not None:
            self.resume_asked.emit(waiting.id)
        else:
            self.start_asked.emit(self.facts.client.id)

    def _on_repeat(self) -> None:
        if self.facts is not None:
            self.repeat_asked.emit(self.facts.client.id)

    def _on_from_paper(self) -> None:
        if self.facts is not None:
            self.from_paper_asked.emit(self.facts.client.id)

    def _on_print_again(self) -> None:
        if self.facts is not None and self.facts.last_sheet is not None:
            self.print_again_asked.emit(self.facts.last_sheet)

    def _on_edit(self) -> None:
        if self.facts is not None:
            self.edit_asked.emit(self.facts.client)

    def _on_more(self, what: str) -> None:
        asked = {
            "edit": self.edit_asked,
            "archive": self.archive_asked,
            "trash": self.trash_asked,
            "restore": self.restore_asked,
        }[what]
        if self.facts is not None:
            asked.emit(self.facts.client)

    def _on_read(self, session_id: UUID) -> None:
        card = next(card for card in self.timeline.cards if card.words.session_id == session_id)
        if self.facts is not None:
            session_sheet(self, card.words, self.facts, self._save_protocol).open()

    def _save_protocol(self, session: NeedlingSession) -> None:
        work = partial(save_as_protocol.kept, session=session)
        self._tasks.write(self, work, Topic.CLINIC, self._on_protocol)

    def _on_protocol(self, protocol: Protocol) -> None:
        text = _("Saved as the protocol “{name}”").format(name=protocol.name)
        show = partial(self.protocol_asked.emit, protocol.id)
        self.toast_asked.emit(Toast(text, "done", _("Open"), show, "protocol", self))

    def _on_touched(self, topic: Topic) -> None:
        if topic is not Topic.CLINIC and self.isVisible():
            self.reload()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        one_column = self.width() < metrics.px(_ONE_COLUMN_BELOW)
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.TopToBottom if one_column else ways.LeftToRight)
        if one_column:
            self.side.setMinimumWidth(0)
            self.side.setMaximumWidth(16_777_215)
        else:
            self.side.setFixedWidth(metrics.px(WIDTH))

    def _lay_out(self) -> None:
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        self._page = Page(self._below())
        column.addWidget(self._page, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._body)
        self._body.hide()

    def _head(self) -> QWidget:
        actions = QHBoxLayout()
        actions.setContentsMargins(0, 4, 0, 0)
        actions.setSpacing(12)
        for button in (self.print_again, self.repeat, self.start):
            actions.addWidget(button)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.banner, 1)
        row.addLayout(actions)
        row.setAlignment(actions, Qt.AlignmentFlag.AlignTop)  # there however long the name is
        head = Strip(edge="bottom")
        column = QVBoxLayout(head)
        column.setContentsMargins(24, 8, 24, 12)
        column.setSpacing(8)
        column.addLayout(row)
        column.addLayout(self._chips_and_more())
        return head

    def _chips_and_more(self) -> QHBoxLayout:
        # A long name needs the room beside the other buttons in a small window.
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.banner.chips, 1)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _below(self) -> QWidget:
        below = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, below)
        self._columns.setContentsMargins(8, 16, 24, 24)
        self._columns.setSpacing(20)
        self._columns.addWidget(self.timeline, 1)
        self._columns.addWidget(self.side, 0)
        return below


def _nothing_to_repeat(facts: ClientFacts) -> str:
    if facts.last_worked is not None:
        return ""
    return _("No zones to repeat") if facts.last_signed else _("No signed session yet")
