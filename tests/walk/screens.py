"""Every screen there is, and how one gets there: a new screen is one line in `SCREENS`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from uuid import UUID

from PySide6.QtCore import QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from needlelog.domain.session import ChairStep
from needlelog.errors import NotSaved
from needlelog.ui.navigation import Navigation
from needlelog.ui.palette.asking import Asking
from needlelog.ui.palette.palette import Palette
from needlelog.ui.screens.chair.chair import Chair
from needlelog.ui.screens.chair.sheets.serum import SerumContent
from needlelog.ui.screens.client import ClientScreen
from needlelog.ui.screens.client_form import ClientForm
from needlelog.ui.screens.first_start import FirstStart
from needlelog.ui.screens.settings.records_section import RecordsSection
from needlelog.ui.screens.settings.settings_screen import SettingsScreen
from needlelog.ui.screens.today import Today
from needlelog.ui.widgets.menu_button import Menu
from needlelog.ui.widgets.sheet import Sheet
from needlelog.ui.widgets.toast import Toast
from needlelog.ui.window import Window
from tests.walk.filled import FACE, SHORT

_BLINK_MS = 30
_LOOKS = 20


@dataclass
class Visit:
    """The window and whose records stand in it."""

    window: Window
    qtbot: QtBot
    ids: dict[str, UUID] = field(default_factory=dict)
    """Sessions: 'open' above the ceiling, 'new' with nothing in it, 'carried' over from last time;
    and what the clinic keeps, under the names of its sections in the settings."""
    client_id: UUID | None = None

    @property
    def ways(self) -> Navigation:
        assert self.window.navigation is not None
        return self.window.navigation

    @property
    def in_front(self) -> QWidget:
        """The sheet that lies over all, the chair, or the window with what is round the screen."""
        sheets = [one for one in self.window.findChildren(Sheet) if one.isVisible()]
        chair = self.window.screens.currentWidget()
        palettes = [one for one in self.window.findChildren(Palette) if one.isVisible()]
        menus = [one for one in self.window.findChildren(Menu) if one.isVisible()]
        if palettes or menus:
            return [*palettes, *menus][-1]
        return sheets[-1] if sheets else chair if isinstance(chair, Chair) else self.window

    def until(self, kind: type[QWidget]) -> QWidget:
        shown = self.window.screens
        self.qtbot.waitUntil(lambda: isinstance(shown.currentWidget(), kind))
        found = shown.currentWidget()
        assert found is not None
        return found

    def settle(self) -> None:
        """What a screen shows is read beside it, and laid out in several turns."""
        before: list[QRect] = []
        for _look in range(_LOOKS):
            self.qtbot.wait(_BLINK_MS)
            after = [one.geometry() for one in self.window.findChildren(QWidget)]
            if after == before:
                return
            before = after

    def put_away(self) -> None:
        """Close what lies over the screen."""
        for menu in self.window.findChildren(Menu):
            menu.drop()
        for palette in self.window.findChildren(Palette):
            palette.dismiss()
        for sheet in self.window.findChildren(Sheet):
            sheet.dismiss()
        while self.window.toasts.current() is not None:
            self.window.toasts.close_current()


@dataclass(frozen=True)
class Screen:
    name: str
    go: Callable[[Visit], None]
    is_chair: bool = False
    """With the sizes of the chair: 48 px at least."""


# ------------------------------------------------------------------------------- the ways there


def _clients(visit: Visit) -> None:
    visit.ways.show_clients()
    visit.qtbot.waitUntil(lambda: visit.ways.clients.model.count() is not None)


def _today(visit: Visit) -> None:
    visit.ways.show_today()


def _palette(typed: str, visit: Visit) -> None:
    visit.ways.show_clients()
    visit.window.desk.open_palette(Asking.ANYTHING)
    palette = visit.window.desk.palette
    visit.qtbot.waitUntil(palette.isVisible)
    QTest.keyClicks(palette.field, typed)


def _who(visit: Visit) -> None:
    visit.ways.show_today()
    visit.window.desk.open_palette(Asking.SESSION)
    visit.qtbot.waitUntil(visit.window.desk.palette.isVisible)


def _lies_over(opens: str, visit: Visit) -> None:
    visit.ways.show_clients()
    getattr(visit.window.desk, opens)()


def _client(visit: Visit) -> None:
    assert visit.client_id is not None
    visit.ways.show_client(visit.client_id)
    page = visit.until(ClientScreen)
    assert isinstance(page, ClientScreen)
    visit.qtbot.waitUntil(page.start.isVisible)


def _signed_session(visit: Visit) -> None:
    _client(visit)
    visit.settle()
    visit.ways.client.timeline.cards[-1].read.click()


def _form(visit: Visit) -> None:
    visit.ways.new_client()
    visit.until(ClientForm)


def _form_with_errors(visit: Visit) -> None:
    _form(visit)
    form = visit.until(ClientForm)
    assert isinstance(form, ClientForm)
    form.save.click()


def _form_with_namesake(visit: Visit) -> None:
    _form(visit)
    form = visit.until(ClientForm)
    assert isinstance(form, ClientForm)
    form.fields.family_name.setFocus()
    for part, words in ((form.fields.family_name, SHORT[0]), (form.fields.given_name, SHORT[1])):
        part.edit.clear()
        QTest.keyClicks(part.edit, words)
    visit.qtbot.waitUntil(form.same_name.isVisible)


def _practitioner(visit: Visit) -> None:
    _settings("practitioners", visit)
    visit.settle()
    people = visit.ways.settings.practitioners if visit.ways.settings else None
    assert people is not None
    next(iter(people.rows.values())).click()


def _not_kept(visit: Visit) -> None:
    _settings("clinic", visit)
    visit.settle()
    section = visit.ways.settings.clinic if visit.ways.settings else None
    assert section is not None
    section.not_kept.show_failure(NotSaved("NOT SAVED: disk full. " + "Make room on it. " * 5))


def _kept_after_all(visit: Visit) -> None:
    section = visit.ways.settings.clinic if visit.ways.settings else None
    assert section is not None
    section.not_kept.hide()
    visit.ways.show_clients()


def _caution(visit: Visit) -> None:
    _sheet("serum", visit)
    chair = visit.ways.chair
    assert chair is not None
    assert isinstance(chair.sheets.content, SerumContent)
    chair.sheets.content.products.chip("vitamin_c").click()


def _settings(section: str, visit: Visit) -> None:
    visit.ways.show_settings()
    page = visit.until(SettingsScreen)
    assert isinstance(page, SettingsScreen)
    page.show_section(section)


def _list_open(section: str, visit: Visit) -> None:
    _settings(section, visit)
    page = visit.ways.settings
    assert page is not None
    records: RecordsSection = getattr(page, section)
    row = visit.ids[section]
    visit.qtbot.waitUntil(lambda: row in records.rows)
    if records.form is None:
        records.rows[row].click()


def _columns(visit: Visit) -> None:
    _clients(visit)
    visit.settle()
    visit.ways.clients.columns.click()


def _rule_open(visit: Visit) -> None:
    _settings("rules", visit)
    visit.settle()
    rules = visit.ways.settings.rules if visit.ways.settings else None
    assert rules is not None
    next(iter(rules.rows.values())).click()


def _chair(kind: str, step: ChairStep, visit: Visit) -> None:
    visit.ways.resume(visit.ids[kind])
    visit.qtbot.waitUntil(lambda: _sits(visit, kind))
    chair = visit.ways.chair
    assert chair is not None
    if chair.session.step is not step:
        chair.banner.steps.button(str(step)).click()
    if step is ChairStep.AFTERCARE:
        visit.qtbot.waitUntil(lambda: chair.finish.preview.page_count() == 1)
    visit.qtbot.waitUntil(lambda: chair.autosave.is_saved)


def _sits(visit: Visit, kind: str) -> bool:
    shown = visit.window.screens.currentWidget()
    return isinstance(shown, Chair) and shown.session.id == visit.ids[kind]


def _carried_over(visit: Visit) -> None:
    _chair("carried", ChairStep.TREAT, visit)
    chair = visit.ways.chair
    assert chair is not None
    if not chair.session.planned_layers:
        chair.treat.side.same_as_last.click()
    visit.qtbot.waitUntil(lambda: chair.autosave.is_saved)


def _asked_why(visit: Visit) -> None:
    """The line under the depth asks about the zone painted last."""
    _chair("open", ChairStep.TREAT, visit)
    chair = visit.ways.chair
    assert chair is not None
    chair.treat.hand.hold(last=FACE[:1])
    chair.treat.show_session(chair.session)


def _sheet(name: str, visit: Visit) -> None:
    _chair("open", ChairStep.TREAT, visit)
    chair = visit.ways.chair
    assert chair is not None
    spot = f"spot:{chair.session.spots[0].id}"
    chair.sheets.open(spot if name == "spot" else name)


def _more_reactions(visit: Visit) -> None:
    _chair("open", ChairStep.REACTIONS, visit)
    chair = visit.ways.chair
    assert chair is not None
    chair.reactions.more.click()


def _toast(go: Callable[[Visit], None], visit: Visit) -> None:
    go(visit)
    words = "Cheek L: 1.75 mm ×3 is a second layer, as deep as the first one."
    visit.window.toasts.show_toast(Toast(words, "undo", "Undo", topic="walk"))


def _first_start(visit: Visit) -> None:
    visit.until(FirstStart)


def _first_start_with_errors(visit: Visit) -> None:
    page = visit.until(FirstStart)
    assert isinstance(page, FirstStart)
    page.clinic.next.click()


def _first_start_you(visit: Visit) -> None:
    page = visit.until(FirstStart)
    assert isinstance(page, FirstStart)
    page.clinic.name.set_text("Linden Skin Studio")
    page.clinic.phone.set_text("+44 20 7946 0100")
    page.clinic.next.click()


def _first_start_place(visit: Visit) -> None:
    page = visit.until(FirstStart)
    assert isinstance(page, FirstStart)
    page.you.name.set_text("Anneke de Vries, RN")
    page.you.initials.set_text("AV")
    page.you.next.click()


def _no_clients(visit: Visit) -> None:
    page = visit.until(FirstStart)
    assert isinstance(page, FirstStart)
    page.place.start.click()
    visit.until(Today)


def _no_clients_listed(visit: Visit) -> None:
    visit.ways.show_clients()


FIRST_SCREENS = (
    Screen("first start", _first_start),
    Screen("first start with errors", _first_start_with_errors),
    Screen("first start: you", _first_start_you),
    Screen("first start: where", _first_start_place),
    Screen("no clients yet", _no_clients),
    Screen("no clients in the list", _no_clients_listed),
)
"""On records that nobody has named yet, one after the other."""

SCREENS = (
    Screen("clients", _clients),
    Screen("columns", _columns),
    Screen("today", _today),
    Screen("palette", partial(_palette, "")),
    Screen("finding a client", partial(_palette, SHORT[0][:4])),
    Screen("finding nobody", partial(_palette, "zzz")),
    Screen("who is it for", _who),
    Screen("help", partial(_lies_over, "open_help")),
    Screen("all shortcuts", partial(_lies_over, "open_shortcuts")),
    Screen("about", partial(_lies_over, "open_about")),
    Screen("client", _client),
    Screen("signed session", _signed_session),
    Screen("form", _form),
    Screen("form with errors", _form_with_errors),
    Screen("form with a namesake", _form_with_namesake),
    Screen("settings: clinic", partial(_settings, "clinic")),
    Screen("settings: practitioners", partial(_settings, "practitioners")),
    Screen("settings: a practitioner", _practitioner),
    Screen("settings: rules", partial(_settings, "rules")),
    Screen("settings: a rule", _rule_open),
    *(
        Screen(f"settings: {name}", partial(_settings, name))
        for name in ("protocols", "products", "devices", "prices", "papers", "display", "keys")
    ),
    *(
        Screen(f"settings: one of {name}", partial(_list_open, name))
        for name in ("protocols", "products", "devices", "prices")
    ),
    Screen("settings: not kept", _not_kept),
    Screen("kept after all", _kept_after_all),
    Screen("toast", partial(_toast, _clients)),
    Screen("chair: empty", partial(_chair, "new", ChairStep.TREAT), is_chair=True),
    Screen("chair: carried over", _carried_over, is_chair=True),
    Screen("chair: treat", partial(_chair, "open", ChairStep.TREAT), is_chair=True),
    Screen("chair: above the ceiling", _asked_why, is_chair=True),
    Screen("chair: toast", partial(_toast, _asked_why), is_chair=True),
    *(
        Screen(f"chair: {name}", partial(_sheet, name), is_chair=True)
        for name in (
            "serum", "tip", "numbing", "also_done", "all_zones", "spot", "reason", "lots", "stop",
            "next_date", "details", "protocol", "entered_later",
        )
    ),
    Screen("chair: a serum with a caution", _caution, is_chair=True),
    Screen("chair: reactions", partial(_chair, "open", ChairStep.REACTIONS), is_chair=True),
    Screen("chair: more reactions", _more_reactions, is_chair=True),
    Screen("chair: aftercare", partial(_chair, "open", ChairStep.AFTERCARE), is_chair=True),
)  # fmt: skip
