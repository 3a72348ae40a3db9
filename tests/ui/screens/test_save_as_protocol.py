"""A session that went well, kept as a protocol for the next ones."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from needlelog.db import clients, protocols, sessions
from needlelog.domain.client import Client
from needlelog.domain.clinic import Practitioner
from needlelog.domain.protocol import Protocol
from needlelog.domain.session import Status
from needlelog.ui.screens import save_as_protocol
from needlelog.ui.screens.client import ClientScreen
from needlelog.ui.screens.settings.protocols_section import ProtocolForm
from needlelog.ui.screens.settings.settings_screen import SettingsScreen
from needlelog.ui.widgets.sheet import Sheet
from needlelog.ui.window import Window
from tests.builders import NOON, a_client, a_session
from tests.ui.conftest import Records
from tests.ui.screens.people import client_page, screen, tap, words_on

ZONES = {"face.cheek_l": 1500, "face.cheek_r": 1500, "face.chin": 1000}


@pytest.fixture
def treated(records: Records, you: Practitioner) -> Client:
    """A client with a signed session for acne scars, and one that is open."""

    def given(db: Session) -> Client:
        client = clients.add(db, a_client())
        done = a_session(client, ZONES, indication="acne_scars", treated_by_id=you.id)
        sessions.start(db, done)
        sessions.sign(db, done.id, 1, Status.COMPLETED, you.id, NOON)
        sessions.start(db, a_session(client, treated_by_id=you.id))
        return client

    client: Client = records(given)
    return client


def kept(records: Records) -> tuple[Protocol, ...]:
    found: tuple[Protocol, ...] = records(protocols.everything)
    return found


def save_button(qtbot: QtBot, page: ClientScreen, is_signed: bool) -> QPushButton:
    """The button on the sheet of the signed session, or of the other one."""
    card = next(card for card in page.timeline.cards if card.words.is_signed is is_signed)
    qtbot.waitUntil(card.read.isVisible)
    tap(card.read)
    (sheet,) = page.findChildren(Sheet)
    buttons = sheet.findChildren(QPushButton)
    return next(one for one in buttons if one.accessibleName() == "Save as protocol")


def test_a_signed_session_becomes_a_protocol_and_opens_in_the_settings(
    qtbot: QtBot, window: Window, records: Records, treated: Client
) -> None:
    page = client_page(qtbot, window, treated.id)
    button = save_button(qtbot, page, is_signed=True)
    qtbot.waitUntil(button.isVisible)
    tap(button)
    qtbot.waitUntil(lambda: bool(kept(records)))
    (protocol,) = kept(records)
    assert protocol.name == "Acne scars"
    assert {row.zone: row.depth_um for row in protocol.zones} == ZONES
    qtbot.waitUntil(lambda: "Saved as the protocol “Acne scars”" in words_on(window.toasts))

    tap(window.toasts._action)
    shown = screen(qtbot, window, SettingsScreen)
    qtbot.waitUntil(lambda: isinstance(shown.protocols.form, ProtocolForm))
    form = shown.protocols.form
    assert form is not None
    assert form.name.text() == "Acne scars"


def test_a_session_that_is_open_is_no_protocol_yet(
    qtbot: QtBot, window: Window, treated: Client
) -> None:
    page = client_page(qtbot, window, treated.id)
    assert not save_button(qtbot, page, is_signed=False).isVisible()


def test_a_second_one_gets_a_name_of_its_own(records: Records, treated: Client) -> None:
    session = a_session(treated, ZONES, indication="acne_scars")
    work = partial(save_as_protocol.kept, session=session)
    assert [records(work).name for _ in range(3)] == ["Acne scars", "Acne scars 2", "Acne scars 3"]


def test_without_a_reason_it_is_named_by_what_was_done(records: Records, treated: Client) -> None:
    work = partial(save_as_protocol.kept, session=a_session(treated, ZONES))
    assert records(work).name == "Cheeks 1.5 · Chin 1 mm"
