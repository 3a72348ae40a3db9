"""Puts the parts together: settings, records, tasks, window, and the net under it all."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from needlelog import i18n, log, settings
from needlelog.errors import CannotOpen

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from needlelog.db.one_program import OneProgram
    from needlelog.db.store import Store
    from needlelog.ui.window import Window

COMMANDS = ("tour", "sheet", "paper", "demo")


def main(arguments: Sequence[str] | None = None) -> int:
    """Start the window, or run a command without one. Returns the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given and given[0] in COMMANDS:
        from needlelog import cli  # its libraries would only slow the window down

        return cli.run(given)
    return _window(_parsed(given))


def _parsed(given: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="needlelog",
        description="Treatment records for microneedling practitioners.",
        epilog=f"Commands: {', '.join(COMMANDS)}. Each explains itself with --help.",
    )
    parser.add_argument(
        "--database",
        metavar="FILE",
        help="the records: a file, or a postgresql+psycopg:// address",
    )
    return parser.parse_args(given)


def records_address(asked: str | None, kept: str | None) -> str:
    """Where the records are: what was asked for now, else the settings, else the usual file.

    A file has one name only, whatever folder the program was started in: the lock and the way
    to the window that is open hang on it.
    """
    found = asked or kept or str(settings.default_database())
    return found if "://" in found else str(Path(found).resolve())


def open_store(address: str) -> Store:
    """The records at an address; new ones are made where there are none yet."""
    from needlelog.db.store import Store

    return Store.open(address, create=True)


def _window(asked: argparse.Namespace) -> int:
    from needlelog.ui.tasks import Tasks
    from needlelog.ui.window import Window

    if not _has_display():
        sys.stderr.write(_NO_DISPLAY)
        return 2
    kept = log.start(settings.log_folder())
    chosen, complaint = settings.load(settings.settings_file())
    address = records_address(asked.database, chosen.database)
    app = _application(chosen)
    lock = _lock(address)
    open_records = _way_in(address, lock)
    if open_records is None:
        _show_the_other(address)
        return 0
    tasks = Tasks(open_records)
    window = Window(tasks, chosen)
    window.first_painted.connect(kept.open)
    window.first_painted.connect(partial(_listen_for_later_starts, address, window))
    if complaint:
        window.tell(complaint)
    window.show()
    code = app.exec()
    if lock is not None:
        lock.release()
    return code


def _application(chosen: settings.Settings) -> QApplication:
    from PySide6.QtWidgets import QApplication

    from needlelog.ui import notices, theme
    from needlelog.ui.garbage import GarbageCollector

    app = QApplication(sys.argv[:1])
    app.setApplicationName("NeedleLog")
    app.setDesktopFileName("needlelog")
    i18n.use(chosen.language, settings.resources() / "locale")
    theme.apply(app, theme.load(chosen.theme))
    notices.install_crash_net(app)
    GarbageCollector(app)
    return app


def _show_the_other(address: str) -> None:
    from needlelog.ui import notices
    from needlelog.ui.one_window import raise_the_other

    if not raise_the_other(address):
        notices.show_in_use(address)


def _listen_for_later_starts(address: str, window: Window) -> None:
    from needlelog.ui.one_window import RaiseRequests  # Qt's network would delay the first paint

    requests = RaiseRequests(address, window)
    requests.asked.connect(window.come_to_front)


def _way_in(address: str, lock: OneProgram | None) -> Callable[[], Store] | None:
    """How the window opens the records; None when another program has them."""
    try:
        is_free = lock is None or lock.hold()
    except CannotOpen as refusal:
        return partial(_refuse, refusal)
    return partial(open_store, address) if is_free else None


def _lock(address: str) -> OneProgram | None:
    """The lock of a records file; a server looks after its own."""
    if "://" in address:
        return None
    from needlelog.db.one_program import OneProgram

    return OneProgram(Path(address))


def _refuse(refusal: CannotOpen) -> Store:
    """Opens nothing: the window says why."""
    raise refusal


def _has_display() -> bool:
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


_NO_DISPLAY = """\
There is no display, so no window can be opened. Your records are untouched.
Start NeedleLog on a desktop, or use the commands: needlelog tour --help, needlelog sheet --help.
"""
