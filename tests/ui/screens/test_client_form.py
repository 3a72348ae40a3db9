"""A client is added and put right; nothing typed is lost on the way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from needlelog.db import clients
from needlelog.domain.client import Allergies, Client
from needlelog.domain.identity import new_id
from needlelog.ui.screens.client import ClientScreen
from needlelog.ui.screens.client_form import ClientForm
from needlelog.ui.screens.clients import Clients
from needlelog.ui.window import Window
from tests.builders import a_client
from tests.ui.conftest import Records
from tests.ui.screens.people import (
    client_page,
    focused,
    is_whole,
    new_client_form,
    press,
    screen,
    tap,
    type_here,
    ways,
    words_on,
)


def everybody(db: Session) -> tuple[Client, ...]:
    return clients.recent(db)


def fill(qtbot: QtBot, form: ClientForm, family: str, given: str, born: str) -> None:
    for field, text in (
        (form.fields.family_name, family),
        (form.fields.given_name, given),
        (form.fields.born_on, born),
    ):
        field.edit.setFocus()
        QTest.keyClicks(field.edit, text)


def test_three_fields_by_keyboard_alone_make_a_client(
    qtbot: QtBot, window: Window, records: Records
) -> None:
    new_client_form(qtbot, window)
    for text in ("Venkataraman", "Priya", "8.6.97"):
        type_here(text)
        press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    page = client_page(qtbot, window)
    assert page.banner.name.text() == "VENKATARAMAN, Priya"
    (kept,) = records(everybody)
    assert (kept.family_name, kept.given_name, kept.born_on, kept.number) == (
        "Venkataraman", "Priya", date(1997, 6, 8), 1,
    )  # fmt: skip


def test_a_birth_date_is_said_back_with_its_weekday_and_age(qtbot: QtBot, window: Window) -> None:
    form = new_client_form(qtbot, window)
    form.fields.born_on.edit.setFocus()
    type_here("9.9.08")
    assert form.fields.born_on.message.text().startswith("Tue 09-Sep-2008, ")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("1.1.2100", "is in the future"),
        ("29.2.2023", "no such day"),
        ("yesterday", "is not a date"),
        ("1.1.1850", "over 125 years ago"),
        ("", "Type the birth date"),
    ],
)
def test_a_birth_date_that_cannot_be_is_refused_under_its_field(
    qtbot: QtBot, window: Window, records: Records, typed: str, told: str
) -> None:
    form = new_client_form(qtbot, window)
    fill(qtbot, form, "Venkataraman", "Priya", typed)
    tap(form.save)

    assert told in form.fields.born_on.error()
    assert form.fields.born_on.text() == typed
    assert form.fields.born_on.edit.hasFocus()
    assert records(everybody) == ()


def test_29_february_is_a_birth_date_in_a_leap_year(
    qtbot: QtBot, window: Window, records: Records
) -> None:
    form = new_client_form(qtbot, window)
    fill(qtbot, form, "Venkataraman", "Priya", "29.2.2000")
    tap(form.save)
    client_page(qtbot, window)
    assert records(everybody)[0].born_on == date(2000, 2, 29)


def test_a_birth_date_may_be_not_known(qtbot: QtBot, window: Window, records: Records) -> None:
    form = new_client_form(qtbot, window)
    fill(qtbot, form, "Venkataraman", "Priya", "some day in May")
    tap(form.fields.birth_date_not_known)
    tap(form.save)

    page = client_page(qtbot, window)
    assert "Birth date not known" in page.banner.facts.text()
    assert records(everybody)[0].born_on is None


def test_a_name_that_is_here_already_is_told_with_its_birth_date(
    qtbot: QtBot, window: Window, records: Records
) -> None:
    here = records(partial(clients.add, client=a_client(family_name="Wójcik", given_name="Zoë")))
    form = new_client_form(qtbot, window)
    fill(qtbot, form, "WOJCIK", "Zoe", "")

    qtbot.waitUntil(form.same_name.isVisible)
    told = words_on(form.same_name)
    assert "A client of this name is here already. Compare the birth date." in told
    assert "WÓJCIK, Zoë · Born 08-Jun-1997" in told

    tap(form.same_name.findChildren(type(form.save))[0])
    assert client_page(qtbot, window).banner.facts.text().endswith(here.code)


def test_names_typed_into_the_wrong_fields_are_found_too(
    qtbot: QtBot, window: Window, records: Records
) -> None:
    records(partial(clients.add, client=a_client()))
    form = new_client_form(qtbot, window)
    fill(qtbot, form, "Priya", "Venkataraman", "8.6.1997")
    qtbot.waitUntil(form.same_name.isVisible)
    qtbot.waitUntil(lambda: "this name and birth date" in words_on(form.same_name))


def test_a_second_client_of_one_name_can_be_added_all_the_same(
    qtbot: QtBot, window: Window, records: Records
) -> None:
    records(partial(clients.add, client=a_client()))
    form = new_client_form(qtbot, window)
    fill(qtbot, form, "Venkataraman", "Priya", "1.2.1990")
    qtbot.waitUntil(form.same_name.isVisible)
    tap(form.save)
    client_page(qtbot, window)
    assert len(records(everybody)) == 2


@pytest.mark.parametrize(
    ("family", "given"), [("<img src=x>", "A & B"), ("<b>Bold</b>", "&lt;"), ("O'Neil", 'Q"uote')]
)
def test_markup_in_a_name_is_shown_letter_by_letter(
    qtbot: QtBot, window: Window, records: Records, family: str, given: str
) -> None:
    form = new_client_form(qtbot, window)
    fill(qtbot, form, family, given, "8.6.1997")
    tap(form.save)

    page = client_page(qtbot, window)
    assert page.banner.name.text() == f"{family.upper()}, {given}"
    ways(window).show_clients()
    home = screen(qtbot, window, Clients)
    qtbot.waitUntil(lambda: home.model.index(0, 0).data() == f"{family.upper()}, {given}")
    labels = window.findChildren(QLabel)
    assert {one.textFormat() for one in labels} == {Qt.TextFormat.PlainText}
    (kept,) = records(everybody)
    assert (kept.family_name, kept.given_name) == (family, given)


def test_an_arabic_name_is_kept_and_shown(qtbot: QtBot, window: Window, records: Records) -> None:
    form = new_client_form(qtbot, window)
    form.fields.family_name.edit.insert("العمري")
    form.fields.given_name.edit.insert("ليلى")
    form.fields.born_on.edit.insert("5.5.1988")
    tap(form.save)
    assert client_page(qtbot, window).banner.name.text() == "العمري, ليلى"


def test_what_cannot_be_seen_is_not_kept(qtbot: QtBot, window: Window, records: Records) -> None:
    form = new_client_form(qtbot, window)
    form.fields.family_name.edit.insert("Ven\x00kat\u202earaman\x07")
    form.fields.given_name.edit.insert("  Priya \t ")
    form.fields.born_on.edit.insert("8.6.1997")
    tap(form.save)
    client_page(qtbot, window)
    (kept,) = records(everybody)
    assert (kept.family_name, kept.given_name) == ("Venkataraman", "Priya")


def test_a_name_of_10_000_letters_is_refused_in_a_sentence_and_stays_typed(
    qtbot: QtBot, window: Window, records: Records
) -> None:
    form = new_client_form(qtbot, window)
    form.fields.family_name.edit.insert("V" * 10_000)
    form.fields.given_name.edit.insert("Priya")
    form.fields.born_on.edit.insert("8.6.1997")
    tap(form.save)

    assert "10000 characters are too many: 200 fit" in form.fields.family_name.error()
    assert form.fields.family_name.text() == "V" * 10_000
    assert records(everybody) == ()


def test_everything_else_that_is_known_is_kept_and_can_be_put_right(
    qtbot: QtBot, window: Window, records: Records
) -> None:
    here = records(partial(clients.add, client=a_client()))
    tap(client_page(qtbot, window, here.id).side.edit)
    fields = screen(qtbot, window, ClientForm).fields
    tap(fields.allergies.button("known"))
    type_here("lidocaine")
    tap(fields.melasma.button("yes"))
    tap(fields.phototype.button("5"))
    tap(fields.contact_by.chip("text"))
    fields.language.setCurrentIndex(fields.language.findData("pl"))
    tap(fields.interpreter_needed)
    fields.notes.edit.setFocus()
    type_here("Prefers mornings")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    page = client_page(qtbot, window)
    qtbot.waitUntil(lambda: len(page.banner.alerts()) == 3)
    assert page.banner.alerts() == (
        "Allergies: lidocaine",
        "ASK Melasma now or before",
        "NOTE Interpreter needed",
    )
    assert records(everybody) == (
        replace(
            here,
            allergies=Allergies.KNOWN,
            allergy_names="lidocaine",
            has_melasma=True,
            phototype=5,
            contact_by="text",
            language="pl",
            interpreter_needed=True,
            notes="Prefers mornings",
        ),
    )
    facts = {"Fitzpatrick V", "Text message", "Polish", "Prefers mornings"}
    qtbot.waitUntil(lambda: facts <= set(words_on(page.side).splitlines()))


def test_known_allergies_need_a_name(qtbot: QtBot, window: Window, records: Records) -> None:
    form = new_client_form(qtbot, window)
    fill(qtbot, form, "Venkataraman", "Priya", "8.6.1997")
    tap(form.fields.allergies.button("known"))
    tap(form.save)
    assert form.fields.allergy_names.error().startswith("Name the allergies")
    assert records(everybody) == ()


def test_what_was_typed_is_there_again_after_looking_elsewhere(
    qtbot: QtBot, window: Window, records: Records
) -> None:
    here = records(partial(clients.add, client=a_client()))
    form = new_client_form(qtbot, window)
    fill(qtbot, form, "Boateng", "", "")
    client_page(qtbot, window, here.id)
    assert new_client_form(qtbot, window).fields.family_name.text() == "Boateng"


def test_what_was_discarded_comes_back_by_undo(qtbot: QtBot, window: Window) -> None:
    form = new_client_form(qtbot, window)
    fill(qtbot, form, "Boateng", "Kwame", "3.3.1979")
    tap(form.discard)
    assert form.fields.draft().family_name == ""
    assert not form.discard.isVisible()

    toast = window.toasts.current()
    assert toast is not None
    assert toast.then is not None
    toast.then()
    assert form.fields.draft().given_name == "Kwame"


def test_saving_twice_in_a_hurry_makes_one_client(
    qtbot: QtBot, window: Window, records: Records
) -> None:
    form = new_client_form(qtbot, window)
    fill(qtbot, form, "Venkataraman", "Priya", "8.6.1997")
    tap(form.save)
    tap(form.save)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    client_page(qtbot, window)
    assert len(records(everybody)) == 1


def test_a_second_writer_is_told_and_keeps_what_was_typed(
    qtbot: QtBot, window: Window, records: Records
) -> None:
    here = records(partial(clients.add, client=a_client()))
    tap(client_page(qtbot, window, here.id).side.edit)
    form = screen(qtbot, window, ClientForm)
    records(partial(clients.save, client=replace(here, phone="+44 20 7946 0999")))
    form.fields.known_as.edit.insert("Pri")
    tap(form.save)

    qtbot.waitUntil(lambda: window.toasts.current() is not None)
    assert window.screens.currentWidget() is form
    assert form.fields.known_as.text() == "Pri"
    assert form.save.isEnabled()
    assert records(everybody)[0].phone == "+44 20 7946 0999"


def test_the_wheel_over_the_language_scrolls_the_page_instead(qtbot: QtBot, window: Window) -> None:
    form = new_client_form(qtbot, window)
    language = form.fields.language
    middle = QPointF(language.rect().center())
    turn = QWheelEvent(
        middle, language.mapToGlobal(middle), QPoint(), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    QApplication.sendEvent(language, turn)
    assert language.choice() == "en"


def test_save_is_whole_in_the_smallest_window_while_the_fields_scroll(
    qtbot: QtBot, window: Window
) -> None:
    window.resize(1024, 600)
    form = new_client_form(qtbot, window)
    qtbot.waitUntil(lambda: is_whole(form.save))
    assert is_whole(form.fields.family_name)
    assert is_whole(form.fields.born_on)


def test_the_page_follows_the_keyboard_down_to_the_last_field(qtbot: QtBot, window: Window) -> None:
    window.resize(1024, 600)
    form = new_client_form(qtbot, window)
    last = form.fields.notes.edit
    stops = 0
    while focused() is not last and stops < 60:
        press(Qt.Key.Key_Tab)
        stops += 1
        assert is_whole(focused()), focused().accessibleName()
    assert focused() is last


def test_esc_goes_back_to_the_client(qtbot: QtBot, window: Window, records: Records) -> None:
    here = records(partial(clients.add, client=a_client(id=new_id())))
    tap(client_page(qtbot, window, here.id).side.edit)
    screen(qtbot, window, ClientForm)
    press(Qt.Key.Key_Escape)
    screen(qtbot, window, ClientScreen)
