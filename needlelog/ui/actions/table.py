"""The one table of actions. A new one is a new line here, and nothing else."""

from __future__ import annotations

from functools import partial

from needlelog.domain.blank_form import BlankForm
from needlelog.domain.session import ChairStep
from needlelog.i18n import _
from needlelog.ui.actions import doing
from needlelog.ui.actions.action import Action, Group, Place

_CLIENT = (Place.CLIENT,)
_CHAIR = (Place.CHAIR,)


def table() -> tuple[Action, ...]:
    """Every action, in the order of menu and help."""
    return (*_places(), *_client(), *_session(), *_find(), *_settings(), *_help())


# A table is read in columns.
# fmt: off
def _places() -> tuple[Action, ...]:
    go = Group.GO_TO
    return (
        Action("go_today", _("Today"), "sun", go, partial(doing.go, "today"), "Alt+T",
               why_not=partial(doing.is_there, Place.TODAY)),
        Action("go_clients", _("Clients"), "users", go, partial(doing.go, "clients"), "Alt+C",
               why_not=partial(doing.is_there, Place.CLIENTS)),
        Action("go_chair", _("Chair"), "armchair", go, partial(doing.go, "chair"), "Alt+H",
               why_not=doing.no_chair),
        Action("go_settings", _("Settings"), "settings", go, partial(doing.go, "settings"),
               "Ctrl+,", why_not=partial(doing.is_there, Place.SETTINGS)),
    )


def _client() -> tuple[Action, ...]:
    client = Group.CLIENT
    return (
        Action("new_client", _("New client"), "user-plus", client, doing.new_client,
               "Ctrl+Shift+N"),
        Action("edit_client", _("Edit client"), "pencil", client, doing.edit_client, "Ctrl+E",
               _CLIENT, doing.not_read_yet),
        Action("save_client", _("Save client"), "check", client, doing.save_client, "Ctrl+Return",
               (Place.FORM,)),
        Action("print_history", _("Print a blank history form"), "printer", client,
               partial(doing.print_blank, BlankForm.HISTORY)),
        Action("print_card", _("Print a blank treatment card"), "printer", client,
               partial(doing.print_blank, BlankForm.CARD)),
    )


def _session() -> tuple[Action, ...]:
    session = Group.SESSION
    return (
        Action("new_session", _("New session"), "play", session, doing.new_session, "Ctrl+N",
               why_not=doing.why_no_session),
        Action("repeat_last", _("Repeat last session"), "history", session, doing.repeat_last,
               "Ctrl+R", _CLIENT, doing.why_no_repeat),
        Action("undo", _("Undo"), "undo-2", session, doing.undo, "Ctrl+Z",
               why_not=doing.why_no_undo, is_of_fields_too=True),
        Action("redo", _("Redo"), "redo-2", session, doing.redo, "Ctrl+Shift+Z", _CHAIR,
               doing.why_no_redo, is_of_fields_too=True),
        Action("step_on", _("Next step, or sign"), "arrow-right", session, doing.step_on,
               "Ctrl+Return", _CHAIR, doing.why_no_step_on),
        Action("step_treat", _("Step: Treat"), "paintbrush", session,
               partial(doing.step, ChairStep.TREAT), "Ctrl+1", _CHAIR, doing.is_signed),
        Action("step_reactions", _("Step: Reactions"), "scan-face", session,
               partial(doing.step, ChairStep.REACTIONS), "Ctrl+2", _CHAIR, doing.is_signed),
        Action("step_aftercare", _("Step: Aftercare & sign"), "clipboard-list", session,
               partial(doing.step, ChairStep.AFTERCARE), "Ctrl+3", _CHAIR, doing.is_signed),
        Action("print", _("Print aftercare"), "printer", session, doing.print_sheet, "Ctrl+P",
               (Place.CLIENT, Place.CHAIR), doing.why_no_print),
        Action("save_pdf", _("Save aftercare as PDF"), "download", session, doing.save_pdf,
               "Ctrl+S", _CHAIR, doing.why_no_pdf),
    )


def _find() -> tuple[Action, ...]:
    find = Group.FIND
    return (
        Action("find", _("Find a client or an action"), "search", find, doing.find, "Ctrl+K"),
        Action("find_client", _("Find a client"), "users", find, doing.find_client, "Ctrl+F"),
        Action("menu", _("Menu"), "menu", find, doing.open_menu, "F10"),
    )


def _settings() -> tuple[Action, ...]:
    return (
        _section("clinic", _("Settings: Clinic and letterhead"), "building-2"),
        _section("practitioners", _("Settings: Practitioners"), "users"),
        _section("rules", _("Settings: Rules"), "scale"),
        _section("protocols", _("Settings: Protocols"), "list-ordered"),
        _section("products", _("Settings: Products"), "package"),
        _section("devices", _("Settings: Devices"), "grip"),
        _section("prices", _("Settings: Prices"), "tag"),
        _section("papers", _("Settings: Papers"), "printer"),
        _section("display", _("Settings: Display"), "monitor"),
        _section("keys", _("Settings: Keys"), "keyboard"),
    )


def _help() -> tuple[Action, ...]:
    about = Group.HELP
    return (
        Action("help", _("Help for this screen"), "circle-question-mark", about, doing.open_help,
               "F1"),
        Action("shortcuts", _("All shortcuts"), "keyboard", about, doing.open_shortcuts, "?",
               is_of_fields_too=True),
        Action("log_folder", _("Open the log folder"), "folder-open", about, doing.open_log_folder),
        Action("about", _("About NeedleLog"), "info", about, doing.open_about),
    )
# fmt: on


def _section(name: str, words: str, icon: str) -> Action:
    go = partial(doing.go_to_section, name)
    return Action(f"settings_{name}", words, icon, Group.SETTINGS, go)
