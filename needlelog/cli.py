"""The commands that need no window."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

import typer

from needlelog import settings
from needlelog.domain.blank_form import BlankForm
from needlelog.errors import CannotOpen, NeedleLogError
from needlelog.i18n import _

if TYPE_CHECKING:
    from needlelog.db.one_program import OneProgram
    from needlelog.db.store import Store

_app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_show_locals=False)
_Database = Annotated[
    str | None, typer.Option(help="The records: a file, or a postgresql+psycopg:// address.")
]

_STOPPED = 130  # what a shell shows after Ctrl+C


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code: 0 done, 1 refused with a sentence, 2 misspelt."""
    try:
        # A command returns nothing; what it ends with by typer.Exit comes back as a number.
        return int(_app(list(arguments), standalone_mode=False) or 0)
    except NeedleLogError as refusal:
        typer.echo(str(refusal), err=True)
        return 1
    except typer.Exit as ended:
        return ended.exit_code
    except typer.BadParameter as wrong:
        wrong.show()
        return 2


@_app.command()
def tour(
    out: Annotated[Path, typer.Option(help="Folder for the screenshots, the PDF and tour.json.")],
    guide: Annotated[
        Path | None, typer.Option(help="Folder for the pictures of the guide, made small.")
    ] = None,
) -> None:
    """Drive the real windows through every journey on new records, with a screenshot per step."""
    from needlelog.tour.guide import keep
    from needlelog.tour.play import play
    from needlelog.tour.report import table

    report = play(out)
    typer.echo(table(report.journeys))
    typer.echo(f"Pictures, papers, records and tour.json: {out}")
    if guide is not None:
        keep(out, report.pictures, guide)
        typer.echo(f"Pictures of the guide: {guide}")


@_app.command()
def sheet(
    session: Annotated[UUID, typer.Argument(help="Id of the session.")],
    out: Annotated[Path, typer.Option(help="The PDF to write.")],
    database: _Database = None,
) -> None:
    """Write the aftercare sheet of a session to a PDF: as it was given, if it was given."""
    from needlelog.files import write_whole

    with _records(database) as store:
        pdf = _sheet_as_given(store, session) or _sheet_as_of_now(store, session)
    write_whole(out, pdf)


@_app.command()
def paper(
    form: Annotated[BlankForm, typer.Argument(help="A treatment card or a history form.")],
    out: Annotated[Path, typer.Option(help="The PDF to write.")],
    database: _Database = None,
) -> None:
    """Write a blank form under the clinic's letterhead to a PDF, for a day without power."""
    from needlelog.db import clinic, letterheads
    from needlelog.documents import blank_forms
    from needlelog.files import write_whole

    with _records(database) as store, store.reading() as db:
        here, logo = clinic.get(db), letterheads.get(db).logo
    if here is None:
        raise CannotOpen(
            _("These records have no clinic yet. Start NeedleLog and name it, then try again.")
        )
    write_whole(out, blank_forms.render(form, here, logo))


@contextlib.contextmanager
def _records(asked: str | None) -> Iterator[Store]:
    """The records, for this command alone as long as it looks at them."""
    from needlelog.app import records_address
    from needlelog.db.store import Store

    kept, _complaint = settings.load(settings.settings_file())
    address = records_address(asked, kept.database)
    lock = _lock(address)
    try:
        with contextlib.closing(Store.open(address)) as store:
            yield store
    finally:
        if lock is not None:
            lock.release()


def _lock(address: str) -> OneProgram | None:
    from needlelog.db.one_program import OneProgram

    if "://" in address or not Path(address).is_file():
        return None
    lock = OneProgram(Path(address))
    if not lock.hold():
        raise CannotOpen(
            _(
                "NeedleLog has the records {path} open; nothing was changed. "
                "Print the sheet there, or close it and try again."
            ).format(path=address)
        )
    return lock


def _sheet_as_given(store: Store, session_id: UUID) -> bytes | None:
    from needlelog.db import handouts

    with store.reading() as db:
        newest = handouts.newest(db, [session_id]).get(session_id)
        return handouts.get(db, newest).pdf if newest else None


def _sheet_as_of_now(store: Store, session_id: UUID) -> bytes:
    from needlelog.ui.screens.chair import facts, paper

    with store.reading() as db:
        known = facts.load(db, session_id)
    return paper.handout(known.session, known, datetime.now(UTC)).pdf


@_app.command()
def demo(
    file: Annotated[Path, typer.Argument(help="The records file to make.")],
    clients: Annotated[int, typer.Option(help="How many clients are invented.")] = 40,
    sessions: Annotated[int, typer.Option(help="How many sessions they had together.")] = 320,
    last_day: Annotated[
        str, typer.Option(help="The day the invented clinic closed last, as 2026-11-20.")
    ] = "2026-11-20",
) -> None:
    """Make a file with an invented clinic; the same numbers always make the same records."""
    from needlelog.demo.diary import Evening, Size
    from needlelog.demo.writing import make

    end = Evening(_day(last_day))
    try:
        with _progress(clients + sessions) as on_done:
            make(file, Size(clients, sessions), end, on_done)
    except KeyboardInterrupt:
        typer.echo("Stopped. Nothing was left behind.", err=True)
        raise typer.Exit(_STOPPED) from None
    typer.echo(f"Invented clinic: {file}")


@contextlib.contextmanager
def _progress(total: int) -> Iterator[Callable[[int], None]]:
    """A bar on the error output, so that a script reads only what was made."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = (BarColumn(None), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=total)
        yield partial(bar.advance, task)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text} is not a day such as 2026-11-20") from None
