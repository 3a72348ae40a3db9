"""The commands that need no window."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer

from needlelog import settings
from needlelog.errors import NeedleLogError

_app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_show_locals=False)
_Database = Annotated[
    str | None, typer.Option(help="The records: a file, or a postgresql+psycopg:// address.")
]


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code: 0 done, 1 refused with a sentence, 2 misspelt."""
    try:
        _app(list(arguments), standalone_mode=False)
    except NeedleLogError as refusal:
        typer.echo(str(refusal), err=True)
        return 1
    except typer.Exit as ended:
        return ended.exit_code
    except typer.BadParameter as wrong:
        wrong.show()
        return 2
    return 0


@_app.command()
def tour(
    out: Annotated[Path, typer.Option(help="Folder for the screenshots, the PDF and tour.json.")],
) -> None:
    """Drive the real windows through every journey on new records, with a screenshot per step."""
    from needlelog.tour.play import play
    from needlelog.tour.report import table

    report = play(out)
    typer.echo(table(report.journeys))
    typer.echo(f"Pictures, papers, records and tour.json: {out}")


@_app.command()
def sheet(
    session: Annotated[UUID, typer.Argument(help="Id of the session.")],
    out: Annotated[Path, typer.Option(help="The PDF to write.")],
    database: _Database = None,
) -> None:
    """Write the aftercare sheet of a session to a PDF."""
    from needlelog.db.store import Store
    from needlelog.files import write_whole
    from needlelog.ui.screens.chair import facts, paper

    kept, _complaint = settings.load(settings.settings_file())
    store = Store.open(database or kept.database or settings.default_database())
    try:
        with store.reading() as db:
            known = facts.load(db, session)
        sheet = paper.handout(known.session, known, datetime.now(UTC))
    finally:
        store.close()
    write_whole(out, sheet.pdf)
