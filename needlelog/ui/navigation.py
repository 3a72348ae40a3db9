"""Which screen is shown: every way from one to another goes through here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from needlelog.domain import dates
from needlelog.domain.client import Client
from needlelog.domain.clinic import Clinic
from needlelog.domain.session import NeedlingSession
from needlelog.i18n import _
from needlelog.ui import display
from needlelog.ui.actions.action import Place
from needlelog.ui.clock import now
from needlelog.ui.ending_papers import EndingPapers
from needlelog.ui.screens import session_start
from needlelog.ui.screens.client import ClientScreen
from needlelog.ui.screens.client_draft import ClientDraft
from needlelog.ui.screens.client_form import ClientForm
from needlelog.ui.screens.clients import Clients
from needlelog.ui.screens.put_aside import PutAside
from needlelog.ui.screens.today import Today
from needlelog.ui.tasks import Tasks, Topic
from needlelog.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from needlelog.domain.blank_form import BlankForm
    from needlelog.ui.actions.keymap import Keymap
    from needlelog.ui.blank_papers import BlankPapers
    from needlelog.ui.print_again import PrintAgain
    from needlelog.ui.screens.chair.chair import Chair
    from needlelog.ui.screens.chair.facts import ChairFacts
    from needlelog.ui.screens.settings.settings_screen import SettingsScreen


class Navigation(QObject):
    """Holds the screens. The chair and every form stay as they are while one looks elsewhere."""

    shown = Signal()
    """Another screen stands there now."""
    toast_asked = Signal(object)
    toast_closed = Signal(str)
    saved = Signal(object)
    """What the chair says of its last save."""
    not_saved = Signal(object)
    """NeedleLogError; what was done in the chair waits for the next try."""
    who_asked = Signal()
    """A session is to start, and nobody is chosen yet."""
    client_opened = Signal(object)
    """UUID of the client whose page comes up."""

    def __init__(
        self, tasks: Tasks, screens: QStackedWidget, zone: ZoneInfo, keymap: Keymap
    ) -> None:
        super().__init__(screens)
        self._keymap = keymap
        self._tasks = tasks
        self._screens = screens
        self.zone = zone
        """The clinic's, for what the window itself says of times."""
        self._forms: dict[UUID | None, ClientForm] = {}
        self._print_again: PrintAgain | None = None
        self.today = Today(tasks)
        self._blank_papers: BlankPapers | None = None
        self._aside = PutAside(tasks, self)
        self._asks_when: UUID | None = None
        """The session whose moment is asked for once its chair stands there."""
        self.ending_papers = EndingPapers(tasks, screens)
        self.clients = Clients(tasks)
        self.client = ClientScreen(tasks)
        self.chair: Chair | None = None
        self._left: list[Chair] = []
        """Chairs somebody left before everything in them was on the disk."""
        self.settings: SettingsScreen | None = None
        screens.addWidget(self.today)
        screens.addWidget(self.clients)
        screens.addWidget(self.client)
        self._connect()

    @property
    def place(self) -> str:
        """Where we are on the rail: 'today', 'clients', 'chair' or 'settings'."""
        if self._screens.currentWidget() is self.today:
            return "today"
        if self._is_in_settings():
            return "settings"
        return "chair" if self._is_in_chair() else "clients"

    @property
    def where(self) -> Place:
        """What fills the window, as actions and help know it."""
        if self.form is not None:
            return Place.FORM
        is_client = self._screens.currentWidget() is self.client
        return Place.CLIENT if is_client else Place(self.place)

    @property
    def form(self) -> ClientForm | None:
        """The form that fills the window."""
        screen = self._screens.currentWidget()
        return screen if isinstance(screen, ClientForm) else None

    @property
    def title(self) -> str:
        """Of the screen, never of a person."""
        screen = self._screens.currentWidget()
        if isinstance(screen, ClientForm):
            return screen.title
        if screen is self.today:
            return _("Today")
        if self._is_in_chair():
            return _("Chair")
        if self._is_in_settings():
            return _("Settings")
        return _("Client") if screen is self.client else _("Clients")

    def go(self, place: str) -> None:
        """Where the rail leads: 'today', 'clients', 'chair' or 'settings'."""
        if place == "chair" and self.chair is not None:
            self._show(self.chair)
        elif place == "settings":
            self.show_settings()
        elif place == "today":
            self.show_today()
        else:
            self.show_clients()

    def show_today(self) -> None:
        self.today.reload()
        self._show(self.today)

    def show_clients(self) -> None:
        self.clients.reload()
        self._show(self.clients)

    def show_settings(self, section: str = "") -> None:
        """Settings as they were left, or one section of them."""
        if self.settings is None:
            from needlelog.ui.screens.settings.settings_screen import SettingsScreen

            self.settings = SettingsScreen(self._tasks, self._keymap)
            self.settings.clinic_kept.connect(self._on_clinic_kept)
            self.settings.saved.connect(self._on_settings_saved)
            self.settings.not_saved.connect(self.not_saved)
            self.settings.toast_asked.connect(self.toast_asked)
            self.ending_papers.changed.connect(self.settings.show_ending_papers)
            self.ending_papers.look()
            self._screens.addWidget(self.settings)
        if section:
            self.settings.show_section(section)
        else:
            self.settings.begin()
        self._show(self.settings)

    def show_protocol(self, protocol_id: UUID) -> None:
        """Open in the settings, where it can be changed."""
        self.show_settings()
        if self.settings is not None:
            self.settings.show_section("protocols")
            self.settings.protocols.show_record(protocol_id)

    def show_client(self, client_id: UUID) -> None:
        self.client.open_client(client_id)
        self._show(self.client)
        self.client_opened.emit(client_id)

    def new_client(self, typed_name: str = "") -> None:
        """The form for a new client, as it was left."""
        is_name = not any(char.isdigit() for char in typed_name)
        self._show_form(None, typed_name if is_name else "")

    def edit_client(self, client: Client) -> None:
        self._show_form(client, "")

    def new_session(self) -> None:
        """For the client whose page stands there; anywhere else it is asked who it is for."""
        if self.where is Place.CLIENT:
            self.client.start.click()
        else:
            self.who_asked.emit()

    def start_session(self, client_id: UUID, repeats_last: bool = False) -> None:
        """Put a client into the chair; a session that is open already goes on."""
        work = partial(session_start.started, client_id=client_id, repeats_last=repeats_last)
        self._tasks.write(self, work, Topic.SESSIONS, self._on_started)

    def enter_from_paper(self, client_id: UUID) -> None:
        """A session that was written on a card: the chair asks first when it was."""
        work = partial(
            session_start.started, client_id=client_id, later_reason=session_start.FROM_PAPER
        )
        self._tasks.write(self, work, Topic.SESSIONS, self._on_started_from_paper)

    def resume(self, session_id: UUID) -> None:
        """Back into the chair, on the step it was left at."""
        if self.chair is not None and self.chair.session.id == session_id:
            self._show(self.chair)
            return
        for chair in self._left:
            if chair.session.id == session_id:
                self._take_back(chair)
                return
        work = partial(_chair_facts, session_id=session_id)
        self._tasks.read(self, work, self._on_chair_facts)

    def print_again(self, handout_id: UUID) -> None:
        if self._print_again is None:
            # Printing brings the PDF library, which the first paint should not wait for.
            from needlelog.ui.print_again import PrintAgain

            self._print_again = PrintAgain(self._tasks, self._screens.window())
            self._print_again.toast_asked.connect(self.toast_asked)
        self._print_again.print_copy(handout_id)

    def print_blank(self, form: BlankForm) -> None:
        """A blank treatment card or history form, for a day without power."""
        if self._blank_papers is None:
            from needlelog.ui.blank_papers import BlankPapers

            self._blank_papers = BlankPapers(self._tasks, self._screens.window())
            self._blank_papers.toast_asked.connect(self.toast_asked)
        self._blank_papers.print(form)

    def is_saved(self) -> bool:
        """Whether chairs and settings hold nothing that is not on the disk yet."""
        for chair in self._chairs():
            chair.keep_typing()
        for form in self._forms.values():
            form.keep_typing()
        settings_are = self.settings is None or self.settings.is_saved()
        return settings_are and all(chair.autosave.is_saved for chair in self._chairs())

    def save_and(self, then: Callable[[], None]) -> None:
        """Try again what is not saved, and call back once everything is."""
        if self.settings is not None and not self.settings.is_saved():
            self.settings.when_saved(partial(self.save_and, then))
            return
        unsaved = [chair for chair in self._chairs() if not chair.autosave.is_saved]
        for chair in unsaved:
            chair.autosave.retry()
            chair.autosave.when_saved(partial(self._when_all_saved, then))
        if not unsaved:
            then()

    def _when_all_saved(self, then: Callable[[], None]) -> None:
        if self.is_saved():
            then()

    def _chairs(self) -> list[Chair]:
        return [*self._left, *([self.chair] if self.chair is not None else [])]

    def _connect(self) -> None:
        today, client = self.today, self.client
        self._tasks.touched.connect(self._on_touched)
        today.session_asked.connect(self.resume)
        today.new_session_asked.connect(self.new_session)
        for home in (today, self.clients):
            home.client_asked.connect(self.show_client)
            home.new_client_asked.connect(self.new_client)
        client.start_asked.connect(self.start_session)
        client.repeat_asked.connect(partial(self.start_session, repeats_last=True))
        client.from_paper_asked.connect(self.enter_from_paper)
        client.resume_asked.connect(self.resume)
        client.edit_asked.connect(self.edit_client)
        client.print_again_asked.connect(self.print_again)
        client.archive_asked.connect(self._aside.archive)
        client.trash_asked.connect(self._aside.trash)
        client.restore_asked.connect(self._aside.restore)
        self._aside.toast_asked.connect(self.toast_asked)
        client.protocol_asked.connect(self.show_protocol)
        client.toast_asked.connect(self.toast_asked)

    def _show_form(self, client: Client | None, typed_name: str) -> None:
        key = client.id if client else None
        form = self._forms.get(key)
        if form is None:
            form = self._made_form(client)
            self._forms[key] = form
        self._show(form)
        form.begin(typed_name)

    def _made_form(self, client: Client | None) -> ClientForm:
        form = ClientForm(self._tasks, now().astimezone(self.zone).date(), client)
        form.kept.connect(partial(self._on_client_kept, form))
        form.left.connect(partial(self._on_form_left, client))
        form.discarded.connect(partial(self._on_discarded, form))
        form.client_asked.connect(self.show_client)
        self._screens.addWidget(form)
        return form

    def _on_client_kept(self, form: ClientForm, client: Client) -> None:
        self._forms = {key: kept for key, kept in self._forms.items() if kept is not form}
        self.show_client(client.id)
        self._drop(form)
        self.toast_asked.emit(Toast(_("{code} saved").format(code=client.code)))

    def _on_form_left(self, client: Client | None) -> None:
        if client is None:
            self.show_clients()
        else:
            self.show_client(client.id)

    def _on_discarded(self, form: ClientForm, draft: ClientDraft) -> None:
        undo = partial(form.show_draft, draft)
        text = _("What was typed is discarded")
        self.toast_asked.emit(Toast(text, "undo", _("Undo"), undo, "discard", form))

    def _on_clinic_kept(self, clinic: Clinic) -> None:
        self.zone = ZoneInfo(clinic.time_zone)

    def _on_settings_saved(self) -> None:
        if self.is_saved():
            clock = dates.clock_seconds(now(), self.zone)
            self.saved.emit(_("Saved {time}").format(time=clock))

    def _on_started(self, session: NeedlingSession) -> None:
        self.resume(session.id)

    def _on_started_from_paper(self, session: NeedlingSession) -> None:
        self._asks_when = session.id
        self.resume(session.id)

    def _on_chair_facts(self, facts: ChairFacts) -> None:
        from needlelog.ui.screens.chair.chair import Chair

        self._leave_chair()
        self.chair = Chair(self._tasks, facts)
        self.chair.left.connect(self._on_chair_left)
        self.chair.toast_asked.connect(self.toast_asked)
        self.chair.toast_closed.connect(self.toast_closed)
        self.chair.saved.connect(self.saved.emit)
        self.chair.not_saved.connect(self.not_saved.emit)
        self._screens.addWidget(self.chair)
        self._show(self.chair)
        if self._asks_when == facts.session.id:
            self._asks_when = None
            self.chair.sheets.open("entered_later")

    def _on_chair_left(self) -> None:
        if self.chair is None:
            return
        client_id = self.chair.session.client_id
        self._leave_chair()
        self.show_client(client_id)

    def _leave_chair(self) -> None:
        """The session in it is kept to the last letter; its screen goes once that is done."""
        if self.chair is not None:
            chair, self.chair = self.chair, None
            for topic in ("undo", "layers"):
                self.toast_closed.emit(topic)
            self._left.append(chair)
            chair.autosave.when_saved(partial(self._let_go, chair))

    def _take_back(self, chair: Chair) -> None:
        """Sit down again where something is still on its way to the disk."""
        self._left.remove(chair)
        self._leave_chair()
        self.chair = chair
        self._show(chair)

    def _let_go(self, chair: Chair) -> None:
        if chair in self._left:
            self._left.remove(chair)
            self._drop(chair)

    def _on_touched(self) -> None:
        """Something reached the disk, so there may be room for what chairs left behind."""
        for chair in self._left:
            chair.autosave.retry()

    def _drop(self, screen: QWidget) -> None:
        self._screens.removeWidget(screen)
        screen.deleteLater()

    def _show(self, screen: QWidget) -> None:
        display.enter("chair" if screen is self.chair else "desk")
        self._screens.setCurrentWidget(screen)
        self.shown.emit()

    def _is_in_settings(self) -> bool:
        return self.settings is not None and self._screens.currentWidget() is self.settings

    def _is_in_chair(self) -> bool:
        return self.chair is not None and self._screens.currentWidget() is self.chair


def _chair_facts(db: Session, session_id: UUID) -> ChairFacts:
    """What the chair shows; its modules and first map are read here too, beside the screen."""
    from needlelog.ui.screens.chair import facts
    from needlelog.ui.widgets import map_paths

    chair = import_module("needlelog.ui.screens.chair.chair")
    map_paths.for_map(chair.FIRST_MAP)
    return facts.load(db, session_id)
