"""Where the records that are open lie."""

from sqlalchemy import URL, text
from sqlalchemy.orm import Session


def address(db: Session) -> str:
    """The path of the file, or the server and database without name and password."""
    bind = db.get_bind()
    if bind.dialect.name == "sqlite":
        main = next(row for row in db.execute(text("PRAGMA database_list")) if row.name == "main")
        return str(main.file)
    url = bind.engine.url
    return URL.create(
        url.drivername, None, None, url.host, url.port, url.database
    ).render_as_string()
