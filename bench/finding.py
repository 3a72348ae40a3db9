"""A client is looked for, letter by letter or in the list, and opened."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from bench import raw_sql
from bench.figures import Pair, milliseconds
from bench.window import Painted, opened
from needlelog.domain.client_list import Column, Listing
from needlelog.tour.patience import until
from needlelog.ui.models import client_rows
from needlelog.ui.models.clients import ClientsModel
from needlelog.ui.palette import facts
from needlelog.ui.palette.asking import Asking
from needlelog.ui.palette.palette import Palette
from needlelog.ui.screens import client_facts

_TYPED = ("featherst", "nguyen", "lukas", "ليلى", "312", "c-0042", "whitf", "wang", "01.12", "zoe")
_TIMES_OPENED = 30
_TIMES_SORTED = 30


def keystrokes(records: Path) -> Pair:
    """Each letter until its rows are painted, beside the same rows by SQL alone."""
    beginnings = [word[:end] for word in _TYPED for end in range(1, len(word) + 1)]
    asked = raw_sql.of(records, [partial(facts.found, text=text) for text in beginnings])
    pair = Pair([], [])
    with opened(records) as (window, _ways), raw_sql.running(records) as run:
        painted = Painted(window)
        palette = window.desk.palette
        window.desk.open_palette(Asking.ANYTHING)
        # An answer that changes nothing paints nothing: here it is always painted, all of it.
        palette.answered.connect(palette.inside.update)
        for text, statements in zip(beginnings, asked, strict=True):
            if len(text) == 1:
                painted.after(palette.clear, partial(_is_empty, palette))
            pair.floor.append(milliseconds(partial(run, statements)))
            typed = partial(_type, palette.field, text[-1])
            shown = partial(_is_answered, palette, text)
            pair.ours.append(milliseconds(partial(painted.after, typed, shown)))
    return pair


def _type(field: QWidget, letter: str) -> None:
    """Of any script; QTest knows only the letters of ASCII."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        key = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(field, key)


def _is_empty(palette: Palette) -> bool:
    return not palette.field.text() and not palette.is_waiting()


def _is_answered(palette: Palette, text: str) -> bool:
    return palette.field.text() == text and not palette.is_waiting()


def opening(records: Path, often: UUID) -> Pair:
    """The page of a client with 500 sessions, until it is painted."""
    (statements,) = raw_sql.of(records, [partial(client_facts.client, client_id=often)])
    pair = Pair([], [])
    with opened(records) as (window, ways), raw_sql.running(records) as run:
        painted = Painted(window)
        screen = ways.client

        def is_shown() -> bool:
            return screen.isVisible() and screen.start.isEnabled()

        for _time in range(_TIMES_OPENED):
            painted.after(ways.show_clients, ways.clients.isVisible)
            pair.floor.append(milliseconds(partial(run, statements)))
            there = partial(ways.show_client, often)
            pair.ours.append(milliseconds(partial(painted.after, there, is_shown)))
    return pair


def sorting(records: Path) -> Pair:
    """The list of all clients sorted anew, by name and by who came last, until it is painted."""
    listings = [Listing(), Listing(column=Column.LAST_SESSION, descending=True)]
    asked = raw_sql.of(records, [partial(client_rows.begins, listing=one) for one in listings])
    pair = Pair([], [])
    with opened(records) as (window, ways), raw_sql.running(records) as run:
        ways.show_clients()
        model = ways.clients.model
        until(lambda: model.count() is not None, "the list of clients")
        painted = Painted(window)
        for time in range(_TIMES_SORTED):
            listing, statements = listings[time % 2], asked[time % 2]
            pair.floor.append(milliseconds(partial(run, statements)))
            tapped = ways.clients.header.buttons[listing.column].click
            is_sorted = partial(_is_sorted, model, listing.column)
            pair.ours.append(milliseconds(partial(painted.after, tapped, is_sorted)))
            until(lambda: model.count() is not None, "the whole order")
    return pair


def _is_sorted(model: ClientsModel, column: Column) -> bool:
    return model.listing.column is column and model.is_begun()
