"""Where the records that are open lie."""

from sqlalchemy import Engine, text
from sqlalchemy.orm import Session


def address(db: Session) -> str:
    """The path of the file, or the server and database without name and password."""
    bind = db.get_bind()
    if bind.dialect.name == "sqlite":
        main = next(row for row in db.execute(text("PRAGMA database_list")) if row.name == "main")
        return str(main.file)
    url = bind.url if isinstance(bind, Engine) else bind.engine.url
    return url.set(username=None, password=None, query={}).render_as_string()
