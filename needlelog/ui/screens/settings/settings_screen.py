"""Settings: sections at the side, each made when somebody goes there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from needlelog.i18n import _
from needlelog.ui import metrics
from needlelog.ui.actions.keymap import Keymap
from needlelog.ui.screens.settings.clinic_section import ClinicSection
from needlelog.ui.screens.settings.devices_section import devices
from needlelog.ui.screens.settings.display_section import DisplaySection
from needlelog.ui.screens.settings.keys_section import KeysSection
from needlelog.ui.screens.settings.papers_section import PapersSection
from needlelog.ui.screens.settings.practitioners_section import PractitionersSection
from needlelog.ui.screens.settings.prices_section import PricesSection
from needlelog.ui.screens.settings.products_section import products
from needlelog.ui.screens.settings.protocols_section import protocols
from needlelog.ui.screens.settings.record_saver import RecordSaver
from needlelog.ui.screens.settings.records_section import RecordsSection
from needlelog.ui.screens.settings.rules_section import RulesSection
from needlelog.ui.tasks import Tasks
from needlelog.ui.widgets.card import Card
from needlelog.ui.widgets.dot import paint_dot
from needlelog.ui.widgets.face import Face, Look, paint_box, paint_face
from needlelog.ui.widgets.labels import plain_tooltip
from needlelog.ui.widgets.page import Page
from needlelog.ui.widgets.painted_button import PaintedButton
from needlelog.ui.widgets.readable import readable

Section = (
    ClinicSection
    | PractitionersSection
    | RulesSection
    | RecordsSection
    | PapersSection
    | DisplaySection
    | KeysSection
)

_WIDE_LIST = 286
_NARROW_LIST = 216
_NARROW_PX = 1100
_WIDEST = 1100
_BELOW = 24
_ROW_OVER_IT = 64


class SettingsScreen(QWidget):
    """Nothing here waits for a 'Save': what is typed is kept."""

    clinic_kept = Signal(object)
    """The Clinic as it stands now."""
    saved = Signal()
    not_saved = Signal(object)
    """NeedleLogError; what was typed is still on the screen."""
    toast_asked = Signal(object)

    def __init__(self, tasks: Tasks, keymap: Keymap) -> None:
        super().__init__()
        self.clinic = ClinicSection(tasks)
        self.practitioners = PractitionersSection(tasks)
        self.rules = RulesSection(tasks)
        self.protocols = RecordsSection(tasks, protocols())
        self.products = RecordsSection(tasks, products())
        self.devices = RecordsSection(tasks, devices())
        self.prices = PricesSection(tasks)
        self.papers = PapersSection(tasks)
        self.display = DisplaySection(tasks)
        self.keys = KeysSection(tasks, keymap)
        self.items: dict[str, SectionItem] = {}
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()

    def begin(self) -> None:
        """Read what the section that stands there shows."""
        self._current().begin()

    def show_section(self, name: str) -> None:
        """'clinic', 'practitioners', 'rules', 'protocols' or another of the list's names."""
        self.keep_typing()
        self._pages.setCurrentIndex(list(self.items).index(name))
        for own_name, item in self.items.items():
            item.set_current(own_name == name)
        self.begin()

    def show_ending_papers(self, words: str) -> None:
        """Mark the section where a policy or registration is to be renewed."""
        self.items["practitioners"].set_warning(words)

    def keep_typing(self) -> None:
        """Save what is typed so far without waiting for the pause."""
        for saver in self._savers():
            saver.keep()

    def is_saved(self) -> bool:
        return all(saver.is_saved for saver in self._savers())

    def when_saved(self, then: Callable[[], None]) -> None:
        """Try what is not saved once more, and call back when everything is."""
        unsaved = [saver for saver in self._savers() if not saver.is_saved]
        if not unsaved:
            then()
        else:
            unsaved[0].when_saved(partial(self.when_saved, then))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= metrics.px(_NARROW_PX)
        metrics.fix(self._list, width=_WIDE_LIST if is_wide else _NARROW_LIST)

    def _savers(self) -> tuple[RecordSaver, ...]:
        forms = [self.practitioners.form, *(section.form for section in self._lists())]
        found = (self.clinic.saver, *(form.saver for form in forms if form))
        return tuple(saver for saver in found if saver is not None)

    def _lists(self) -> tuple[RecordsSection, ...]:
        return self.protocols, self.products, self.devices, self.prices

    def _sections(self) -> dict[str, tuple[Section, str, str]]:
        return {
            "clinic": (self.clinic, _("Clinic and letterhead"), "building-2"),
            "practitioners": (self.practitioners, _("Practitioners"), "users"),
            "rules": (self.rules, _("Rules"), "scale"),
            "protocols": (self.protocols, _("Protocols"), "list-ordered"),
            "products": (self.products, _("Products"), "package"),
            "devices": (self.devices, _("Devices"), "grip"),
            "prices": (self.prices, _("Prices"), "tag"),
            "papers": (self.papers, _("Papers"), "printer"),
            "display": (self.display, _("Display"), "monitor"),
            "keys": (self.keys, _("Keys"), "keyboard"),
        }

    def _current(self) -> Section:
        shown = [section for section, _words, _icon in self._sections().values()]
        return shown[self._pages.currentIndex()]

    def _connect(self) -> None:
        self.clinic.saved.connect(self.clinic_kept)
        for section in (self.clinic, self.practitioners):
            section.saved.connect(self._on_saved)
            section.not_saved.connect(self.not_saved)
        for records in self._lists():
            records.saved.connect(self._on_saved)
            records.not_saved.connect(self.not_saved)
            records.toast_asked.connect(self.toast_asked)
        self.clinic.logo.toast_asked.connect(self.toast_asked)
        for out in (self.papers, self.rules):
            out.toast_asked.connect(self.toast_asked)

    def _on_saved(self, _record: object) -> None:
        self.saved.emit()

    def _lay_out(self) -> None:
        self._list = Card(padding=8)
        self._list.body.setSpacing(2)
        for name, (section, words, icon) in self._sections().items():
            item = self.items[name] = SectionItem(words, icon)
            item.clicked.connect(partial(self.show_section, name))
            self._list.body.addWidget(item)
            content = QWidget()
            inside = readable(section, _WIDEST)
            inside.setContentsMargins(4, 16, 24, 24)
            content.setLayout(inside)
            page = Page(content)
            self._pages.addWidget(page)
            if isinstance(section, RulesSection | RecordsSection):
                section.opened.connect(partial(_show_whole, page))
        self.items["clinic"].set_current(True)
        side = QVBoxLayout()
        side.setContentsMargins(24, 16, 0, 16)
        side.addWidget(self._list)
        side.addStretch(1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addLayout(side)
        whole.addWidget(self._pages, 1)


def _show_whole(page: Page, opened: QWidget) -> None:
    # The page learns how tall it is now by an event that would only come after this one.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    if page.isAncestorOf(opened):
        page.ensureWidgetVisible(opened, 0, _BELOW)
        over = opened.mapTo(page, QPoint(0, 0)).y() - _ROW_OVER_IT
        if over < 0:  # taller than the page: it is read from its beginning
            bar = page.verticalScrollBar()
            bar.setValue(bar.value() + over)


class SectionItem(PaintedButton):
    """One section in the list; the one that stands there is filled and bold."""

    def __init__(self, words: str, icon: str) -> None:
        super().__init__()
        self._words = words
        self._icon = icon
        self._current = False
        self._warning = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_words(words)

    def set_current(self, current: bool) -> None:
        self._current = current
        self._speak()

    def set_warning(self, words: str) -> None:
        """A dot at the far edge, and the words for whoever has it read out."""
        self._warning = words
        self._speak()

    def _speak(self) -> None:
        here = _("{place}, you are here").format(place=self._words)
        place = here if self._current else self._words
        self.set_words(self._words, spoken=f"{place}. {self._warning}" if self._warning else place)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self._inside().width()
        self.setToolTip(plain_tooltip(self._words) if self._face().size().width() > room else "")

    def _inside(self) -> QRectF:
        return QRectF(self.rect()).adjusted(12, 0, -8, 0)

    def _face(self) -> Face:
        weight = 600 if self._current else 500
        return Face(text=self._words, icon=self._icon, px=15, leading=True, weight=weight)

    def sizeHint(self) -> QSize:
        return QSize(180, metrics.tall(48, metrics.px(21)))

    def paintEvent(self, event: QPaintEvent) -> None:
        is_lit = self._current or self.isDown()
        fill = "accent-soft" if is_lit else "sunken" if self.is_hovered() else ""
        ink = "accent" if is_lit else "ink2"
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), Look(fill, "", ink), radius=8)
        paint_face(painter, self._face(), self._inside(), ink, ink)
        if self._warning:
            mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            x = 16 if mirrored else self.width() - 16
            paint_dot(painter, QPointF(x, self.height() / 2))
        painter.end()
