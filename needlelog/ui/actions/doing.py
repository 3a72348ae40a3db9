"""What the actions of the table do, and why some can't be done now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from needlelog.domain.blank_form import BlankForm
from needlelog.domain.session import ChairStep
from needlelog.i18n import _
from needlelog.ui.actions.action import Place
from needlelog.ui.palette.asking import Asking

if TYPE_CHECKING:
    from needlelog.ui.desk import Desk


def go(place: str, desk: Desk) -> None:
    desk.ways.go(place)


def is_there(place: Place, desk: Desk) -> str:
    return _("You are here") if desk.place is place else ""


def no_chair(desk: Desk) -> str:
    if desk.ways.chair is None:
        return _("No session is open")
    return is_there(Place.CHAIR, desk)


def go_to_section(name: str, desk: Desk) -> None:
    desk.ways.show_settings(name)


def find(desk: Desk) -> None:
    desk.open_palette(Asking.ANYTHING)


def find_client(desk: Desk) -> None:
    desk.open_palette(Asking.CLIENT)


# ------------------------------------------------------------------------------------- client


def new_client(desk: Desk) -> None:
    desk.ways.new_client()


def edit_client(desk: Desk) -> None:
    desk.ways.client.side.edit.click()


def save_client(desk: Desk) -> None:
    form = desk.ways.form
    if form is not None:
        form.save.click()


def not_read_yet(desk: Desk) -> str:
    return "" if desk.ways.client.is_read() else _("The client is still being read")


def print_blank(form: BlankForm, desk: Desk) -> None:
    desk.ways.print_blank(form)


# ------------------------------------------------------------------------------------ session


def new_session(desk: Desk) -> None:
    desk.ways.new_session()


def why_no_session(desk: Desk) -> str:
    return desk.ways.client.why_no_start() if desk.place is Place.CLIENT else ""


def repeat_last(desk: Desk) -> None:
    desk.ways.client.repeat.click()


def why_no_repeat(desk: Desk) -> str:
    return not_read_yet(desk) or desk.ways.client.why_no_repeat()


def undo(desk: Desk) -> None:
    """In the chair the last step; elsewhere what the message at the foot offers to take back."""
    chair = desk.chair
    if chair is not None:
        chair.bar.undo.click()
    else:
        desk.toasts.take_back()


def why_no_undo(desk: Desk) -> str:
    chair = desk.chair
    can = desk.toasts.can_take_back() if chair is None else chair.bar.undo.isEnabled()
    return "" if can else _("Nothing to undo")


def redo(desk: Desk) -> None:
    chair = desk.chair
    if chair is not None:
        chair.bar.redo.click()


def why_no_redo(desk: Desk) -> str:
    chair = desk.chair
    return "" if chair is not None and chair.bar.redo.isEnabled() else _("Nothing to redo")


def step_on(desk: Desk) -> None:
    chair = desk.chair
    if chair is not None:
        chair.bar.next.click()


def why_no_step_on(desk: Desk) -> str:
    chair = desk.chair
    can = chair is not None and chair.bar.next.isEnabled()
    return "" if can else _("Something is still open on this step")


def step(code: ChairStep, desk: Desk) -> None:
    chair = desk.chair
    if chair is not None:
        chair.go(code)


def is_signed(desk: Desk) -> str:
    chair = desk.chair
    return _("The session is signed") if chair is not None and chair.session.is_signed else ""


def print_sheet(desk: Desk) -> None:
    """In the chair the sheet of this session; on a client's page the last one, marked 'copy'."""
    chair = desk.chair
    (desk.ways.client.print_again if chair is None else chair.finish.print).click()


def why_no_print(desk: Desk) -> str:
    if desk.chair is None:
        return not_read_yet(desk) or desk.ways.client.why_no_print()
    return why_no_pdf(desk)


def save_pdf(desk: Desk) -> None:
    chair = desk.chair
    if chair is not None:
        chair.finish.save.click()


def why_no_pdf(desk: Desk) -> str:
    chair = desk.chair
    if chair is None or chair.session.step is not ChairStep.AFTERCARE:
        return _("On the step Aftercare & sign")
    return "" if chair.finish.save.isEnabled() else _("There is no sheet yet")


# ------------------------------------------------------------------------- menu, help and about


def open_menu(desk: Desk) -> None:
    desk.open_menu()


def open_help(desk: Desk) -> None:
    desk.open_help()


def open_shortcuts(desk: Desk) -> None:
    desk.open_shortcuts()


def open_log_folder(desk: Desk) -> None:
    desk.open_log_folder()


def open_about(desk: Desk) -> None:
    desk.open_about()
