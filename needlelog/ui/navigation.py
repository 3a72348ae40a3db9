"""Which screen is shown: every way from one to another goes through here."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from needlelog.domain import dates
from needlelog.domain.client import Client
from needlelog.domain.clinic import Clinic
from needlelog.i18n import _
from needlelog.ui import display
from needlelog.ui.actions.action import Place
from needlelog.ui.chairs import Chairs
from needlelog.ui.clock import now
from needlelog.ui.ending_papers import EndingPapers
from needlelog.ui.screens.put_aside import PutAside
from needlelog.ui.screens.today import Today
from needlelog.ui.tasks import Tasks
from needlelog.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from needlelog.domain.blank_form import BlankForm
    from needlelog.ui.actions.keymap import Keymap
    from needlelog.ui.blank_papers import BlankPapers
    from needlelog.ui.print_again import PrintAgain
    from needlelog.ui.screens.chair.chair import Chair
    from needlelog.ui.screens.client import ClientScreen
    from needlelog.ui.screens.client_draft import ClientDraft
    from needlelog.ui.screens.client_form import ClientForm
    from needlelog.ui.screens.clients import Clients
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
        self._chairs = Chairs(tasks, self)
        self.ending_papers = EndingPapers(tasks, screens, self)
        self.settings: SettingsScreen | None = None
        screens.addWidget(self.today)
        self._connect()

    # Made when it is first looked at: the first screen must not wait for the others.

    @cached_property
    def clients(self) -> Clients:
        from needlelog.ui.screens.clients import Clients

        clients = Clients(self._tasks)
        self._connect_home(clients)
        self._screens.addWidget(clients)
        return clients

    @cached_property
    def client(self) -> ClientScreen:
        from needlelog.ui.screens.client import ClientScreen

        client = ClientScreen(self._tasks)
        self._connect_client(client)
        self._screens.addWidget(client)
        return client

    @property
    def chair(self) -> Chair | None:
        """The one somebody sits in."""
        return self._chairs.current

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
        return Place.CLIENT if self._is_at_client() else Place(self.place)

    @property
    def form(self) -> ClientForm | None:
        """The form that fills the window."""
        screen = self._screens.currentWidget()
        return next((form for form in self._forms.values() if form is screen), None)

    @property
    def title(self) -> str:
        """Of the screen, never of a person."""
        if self.form is not None:
            return self.form.title
        if self._screens.currentWidget() is self.today:
            return _("Today")
        if self._is_in_chair():
            return _("Chair")
        if self._is_in_settings():
            return _("Settings")
        return _("Client") if self._is_at_client() else _("Clients")

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
        self._chairs.start(client_id, repeats_last)

    def resume(self, session_id: UUID) -> None:
        self._chairs.resume(session_id)

    def print_again(self, handout_id: UUID) -> None:
        if self._print_again is None:
            # Printing brings the PDF library, which the first paint should not wait for.
            from needlelog.ui.print_again import PrintAgain

            self._print_again = PrintAgain(self._tasks, self._screens, self)
            self._print_again.toast_asked.connect(self.toast_asked)
        self._print_again.print_copy(handout_id)

    def print_blank(self, form: BlankForm) -> None:
        """A blank treatment card or history form, for a day without power."""
        if self._blank_papers is None:
            from needlelog.ui.blank_papers import BlankPapers

            self._blank_papers = BlankPapers(self._tasks, self._screens, self)
            self._blank_papers.toast_asked.connect(self.toast_asked)
        self._blank_papers.print(form)

    def keep_typing(self) -> None:
        """Save what is typed so far, wherever it was, without waiting for the pause."""
        for form in self._forms.values():
            form.keep_typing()
        if self.settings is not None:
            self.settings.keep_typing()
        self._chairs.keep_typing()

    def is_saved(self) -> bool:
        """Whether chairs and settings hold nothing that is not on the disk yet."""
        settings_are = self.settings is None or self.settings.is_saved()
        return self._chairs.is_saved() and settings_are

    def save_and(self, then: Callable[[], None]) -> None:
        """Try again what is not saved, and call back once everything is."""
        self.keep_typing()
        if self.settings is not None and not self.settings.is_saved():
            self.settings.when_saved(partial(self.save_and, then))
        elif self._chairs.is_saved():
            then()
        else:
            self._chairs.save_and(partial(self._when_all_saved, then))

    def _when_all_saved(self, then: Callable[[], None]) -> None:
        if self.is_saved():
            then()

    def _connect(self) -> None:
        chairs = self._chairs
        chairs.opened.connect(self._on_chair_opened)
        chairs.left.connect(self.show_client)
        chairs.gone.connect(self._drop)
        chairs.toast_asked.connect(self.toast_asked)
        chairs.toast_closed.connect(self.toast_closed)
        chairs.saved.connect(self.saved)
        chairs.not_saved.connect(self.not_saved)
        self._aside.toast_asked.connect(self.toast_asked)
        self.today.session_asked.connect(self.resume)
        self.today.new_session_asked.connect(self.new_session)
        self._connect_home(self.today)

    def _connect_home(self, home: Today | Clients) -> None:
        home.client_asked.connect(self.show_client)
        home.new_client_asked.connect(self.new_client)

    def _connect_client(self, client: ClientScreen) -> None:
        client.start_asked.connect(self.start_session)
        client.repeat_asked.connect(partial(self.start_session, repeats_last=True))
        client.from_paper_asked.connect(self._chairs.enter_from_paper)
        client.resume_asked.connect(self.resume)
        client.edit_asked.connect(self.edit_client)
        client.print_again_asked.connect(self.print_again)
        client.archive_asked.connect(self._aside.archive)
        client.trash_asked.connect(self._aside.trash)
        client.restore_asked.connect(self._aside.restore)
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
        from needlelog.ui.screens.client_form import ClientForm

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

    def _on_chair_opened(self, chair: Chair) -> None:
        if self._screens.indexOf(chair) < 0:
            self._screens.addWidget(chair)
        self._show(chair)

    def _drop(self, screen: QWidget) -> None:
        self._screens.removeWidget(screen)
        screen.deleteLater()

    def _show(self, screen: QWidget) -> None:
        display.enter("chair" if screen is self.chair else "desk")
        self._screens.setCurrentWidget(screen)
        self.shown.emit()

    def _is_at_client(self) -> bool:
        made = self.__dict__.get("client")
        return made is not None and self._screens.currentWidget() is made

    def _is_in_settings(self) -> bool:
        return self.settings is not None and self._screens.currentWidget() is self.settings

    def _is_in_chair(self) -> bool:
        return self.chair is not None and self._screens.currentWidget() is self.chair
