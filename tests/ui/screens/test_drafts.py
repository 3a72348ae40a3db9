"""What is typed of a client outlives a power cut; what is saved or discarded does not come back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from needlelog import settings
from needlelog.db import clients, drafts
from needlelog.db.store import Store
from needlelog.domain.client import Client
from needlelog.domain.clinic import Practitioner
from needlelog.domain.draft import Draft
from needlelog.ui.screens.client_form import ClientForm
from needlelog.ui.tasks import Tasks
from needlelog.ui.window import Window
from tests.builders import a_client
from tests.ui.conftest import Records
from tests.ui.screens.people import (
    client_page,
    focused,
    is_whole,
    new_client_form,
    screen,
    tap,
    type_here,
    ways,
    words_on,
)

FORM = "client"


def kept(records: Records, you: Practitioner, form: str = FORM) -> Draft | None:
    found: Draft | None = records(partial(drafts.get, form=form, owner_id=you.id))
    return found


def kept_words(records: Records, you: Practitioner) -> str:
    draft = kept(records, you)
    return draft.typed if draft else ""


def type_name(form: ClientForm, family: str, given: str) -> None:
    for field, text in ((form.fields.family_name, family), (form.fields.given_name, given)):
        field.edit.setFocus()
        type_here(text)


@contextmanager
def after_a_cut(qtbot: QtBot, records_file: Path) -> Iterator[Window]:
    """Another start of the program on the same records."""
    tasks = Tasks(partial(Store.open, records_file))
    window = Window(tasks, settings.Settings())
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    qtbot.waitUntil(lambda: window.navigation is not None)
    yield window
    window.close()
    tasks.finish()


def test_what_was_typed_is_there_after_a_power_cut(
    qtbot: QtBot, window: Window, you: Practitioner, records: Records, records_file: Path
) -> None:
    type_name(new_client_form(qtbot, window), "Venkataraman", "Pri")
    qtbot.waitUntil(lambda: "Pri" in kept_words(records, you))

    with after_a_cut(qtbot, records_file) as again:
        form = new_client_form(qtbot, again)
        qtbot.waitUntil(form.still_here.isVisible)
        assert form.fields.family_name.text() == "Venkataraman"
        assert form.fields.given_name.text() == "Pri"
        assert form.still_here.text().startswith("What you typed on ")
        assert form.still_here.text().endswith(" is still here.")


def test_the_next_start_says_that_a_client_waits(
    qtbot: QtBot, window: Window, you: Practitioner, records: Records, records_file: Path
) -> None:
    type_name(new_client_form(qtbot, window), "Venkataraman", "Pri")
    qtbot.waitUntil(lambda: "Pri" in kept_words(records, you))

    with after_a_cut(qtbot, records_file) as again:
        qtbot.waitUntil(
            lambda: "A new client was not saved yet" in words_on(again.toasts), timeout=15_000
        )
        assert "Venkataraman" not in words_on(again.toasts)


def test_closing_keeps_the_last_letter(
    qtbot: QtBot, window: Window, you: Practitioner, records: Records
) -> None:
    type_name(new_client_form(qtbot, window), "Venkataraman", "Priya")
    window.close()

    qtbot.waitUntil(lambda: not window.isVisible())
    assert '"given_name": "Priya"' in kept_words(records, you)


def test_a_saved_client_leaves_no_draft(
    qtbot: QtBot, window: Window, you: Practitioner, records: Records
) -> None:
    form = new_client_form(qtbot, window)
    type_name(form, "Venkataraman", "Priya")
    form.fields.born_on.edit.setFocus()
    type_here("8.6.97")
    qtbot.waitUntil(lambda: bool(kept_words(records, you)))
    tap(form.save)
    client_page(qtbot, window)

    assert kept(records, you) is None
    form = new_client_form(qtbot, window)
    assert form.fields.family_name.text() == ""
    assert not form.still_here.isVisible()


def test_discarding_takes_the_draft_away_and_undo_brings_it_back(
    qtbot: QtBot, window: Window, you: Practitioner, records: Records
) -> None:
    form = new_client_form(qtbot, window)
    type_name(form, "Venkataraman", "Priya")
    qtbot.waitUntil(lambda: bool(kept_words(records, you)))
    before = form.fields.draft()

    tap(form.discard)
    qtbot.waitUntil(lambda: kept(records, you) is None)

    form.show_draft(before)
    qtbot.waitUntil(lambda: "Priya" in kept_words(records, you))


def test_a_change_of_a_client_is_kept_by_its_fields_alone(
    qtbot: QtBot, window: Window, you: Practitioner, records: Records, records_file: Path
) -> None:
    """Another chair's change of another field is not taken back by it."""
    client: Client = records(lambda db: clients.add(db, a_client()))
    page = client_page(qtbot, window, client.id)
    assert page.facts is not None
    ways(window).edit_client(page.facts.client)
    form = screen(qtbot, window, ClientForm)
    form.fields.email.edit.setFocus()
    type_here("priya@example.org")
    name = f"client {client.id}"
    qtbot.waitUntil(lambda: kept(records, you, name) is not None)
    draft = kept(records, you, name)
    assert draft is not None
    assert draft.typed == '{"email": "priya@example.org"}'

    def by_another_chair(db: Session) -> Client:
        found = clients.get(db, client.id)
        return clients.save(db, replace(found, phone="+44 1"))

    changed: Client = records(by_another_chair)
    with after_a_cut(qtbot, records_file) as again:
        ways(again).edit_client(changed)
        form = screen(qtbot, again, ClientForm)
        qtbot.waitUntil(form.still_here.isVisible)
        assert form.fields.email.text() == "priya@example.org"
        assert form.fields.phone.text() == "+44 1"


def test_a_mistake_out_of_sight_is_scrolled_to(
    qtbot: QtBot, window: Window, you: Practitioner
) -> None:
    window.resize(1024, 600)
    form = new_client_form(qtbot, window)
    form.fields.notes.edit.setFocus()
    press_end(form)
    tap(form.save)

    family = form.fields.family_name
    qtbot.waitUntil(lambda: focused() is family.edit)
    assert is_whole(family.edit)
    assert is_whole(family.message)
    assert "Type the family name" in family.error()


def press_end(form: ClientForm) -> None:
    """To the foot of the page, as the wheel would take one."""
    bar = form.page.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert not is_whole(form.fields.family_name.edit)
