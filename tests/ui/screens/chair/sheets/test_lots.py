"""Lots and expiry of everything that was used."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from needlelog.domain.session import NeedlingSession, Numbing, SerumUse
from needlelog.ui.screens.chair.sheets.lots import LotsContent, SupplyCard
from tests.builders import NOON, a_serum, a_session, a_tip
from tests.ui.screens.chair.sheets.acting import (
    KEPT,
    NASTY,
    Told,
    facts,
    paste,
    shown,
    tap,
    write,
)

SERUM = SerumUse("hyaluronic_acid")


def opened(qtbot: QtBot, session: NeedlingSession) -> tuple[LotsContent, Told]:
    content = LotsContent(session, facts(session))
    return content, shown(qtbot, content)


def card(content: LotsContent, index: int) -> SupplyCard:
    return list(content.cards.values())[index]


def test_everything_used_has_its_card(qtbot: QtBot) -> None:
    session = a_session(
        tips=(a_tip(), a_tip(name="")), serums=(SERUM,), numbings=(Numbing("emla"),)
    )
    content, _ = opened(qtbot, session)
    assert [one.title.text() for one in content.cards.values()] == [
        "Tip 1: 12-pin tip",
        "Tip 2: Needle tip",
        "Hyaluronic acid",
        "Numbing: Lidocaine 2.5% / prilocaine 2.5% (EMLA)",
    ]


def test_a_chip_takes_lot_and_expiry_of_the_same_product(qtbot: QtBot) -> None:
    session = a_session(tips=(a_tip(),), serums=(SERUM,))
    content, told = opened(qtbot, session)
    tap(card(content, 1).lot.offers, "HA-2291|2027-03-31", "HA-2291|2027-03-31")
    with_lot = replace(SERUM, lot="HA-2291", expires_on=date(2027, 3, 31))
    assert told.taps == [("lot", replace(session, serums=(with_lot,)))]


def test_the_first_tip_comes_with_its_chip(qtbot: QtBot) -> None:
    session = a_session(zones={"face.chin": 500})
    content, told = opened(qtbot, session)
    tap(card(content, 0).lot.offers, "C-88041|None")
    tip = told.session.tips[0]
    assert (tip.name, tip.pins, tip.lot, tip.opened_at) == ("12-pin tip", 12, "C-88041", NOON)
    assert told.session.layers[0].tip_id == tip.id


def test_lot_expiry_and_amount_are_typed(qtbot: QtBot) -> None:
    session = a_session(tips=(a_tip(),), serums=(SERUM,))
    content, told = opened(qtbot, session)
    serum = card(content, 1)
    write(serum.lot.number, "HA-1")
    write(serum.lot.expires, "31.3.27")
    write(serum.amount, "1,5")
    assert {what for what, _ in told.typing} == {"lot"}
    use = told.session.serums[0]
    assert (use.lot, use.expires_on, use.amount_ul) == ("HA-1", date(2027, 3, 31), 1500)
    assert (use.id, told.taps) == (SERUM.id, [])


def test_an_expiry_may_be_the_month_the_label_prints(qtbot: QtBot) -> None:
    content, told = opened(qtbot, a_session(serums=(SERUM,)))
    write(card(content, 1).lot.expires, "03/2027")
    assert told.session.serums[0].expires_on == date(2027, 3, 31)


def test_an_amount_that_is_none_is_said_where_it_stands(qtbot: QtBot) -> None:
    content, told = opened(qtbot, a_session(serums=(SERUM,)))
    amount = card(content, 1).amount
    write(amount, "-1")
    assert "from 0.01 to 100" in amount.error()
    assert (amount.text(), told.typing) == ("-1", [])


def test_a_lot_past_its_date_is_told_and_kept(qtbot: QtBot) -> None:
    content, told = opened(qtbot, a_session(serums=(a_serum(),)))
    serum = card(content, 1)
    assert not serum.lot.warning.isVisible()
    write(serum.lot.expires, "22.11.2026")
    assert "Past its date since 22-Nov-2026" in serum.lot.warning.text()
    assert serum.lot.warning.isVisible()
    assert told.session.serums[0].expires_on == date(2026, 11, 22)


def test_a_lot_is_kept_letter_for_letter(qtbot: QtBot) -> None:
    content, told = opened(qtbot, a_session(serums=(SERUM,)))
    paste(card(content, 1).lot.number, NASTY)
    assert told.session.serums[0].lot == KEPT


def test_undo_shows_what_is_true_again(qtbot: QtBot) -> None:
    session = a_session(serums=(a_serum(amount_ul=1500),))
    content, _ = opened(qtbot, session)
    serum = card(content, 1)
    write(serum.lot.number, "WRONG")
    write(serum.amount, "9")
    content.show_session(session)
    assert (serum.lot.number.text(), serum.amount.text()) == ("HA-2291", "1.5")


def test_a_save_leaves_what_is_being_typed(qtbot: QtBot) -> None:
    content, told = opened(qtbot, a_session(serums=(SERUM,)))
    serum = card(content, 1)
    serum.lot.number.edit.setFocus()
    QTest.keyClicks(serum.lot.number.edit, "HA ")
    serum.amount.edit.setFocus()
    QTest.keyClicks(serum.amount.edit, "1,50")
    content.show_session(told.session)
    assert (serum.lot.number.text(), serum.amount.text()) == ("HA ", "1,50")


def test_tab_goes_as_one_reads(qtbot: QtBot) -> None:
    content, _ = opened(qtbot, a_session(tips=(a_tip(),), serums=(a_serum(),)))
    serum = card(content, 1).lot
    chip = serum.offers.chip("HA-2291|2027-03-31")
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Tab)
    assert content.focusWidget() is serum.number.edit
