"""Records on a PostgreSQL server, for a clinic with several chairs."""

from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, OperationalError

from needlelog.errors import CannotOpen
from needlelog.i18n import _

_OLDEST = (15,)
# A chair that lost its network must hear of it in about three seconds instead of hanging.
_NOTICE_A_LOST_SERVER = {
    "connect_timeout": 3,
    "tcp_user_timeout": 3000,
    "keepalives": 1,
    "keepalives_idle": 3,
    "keepalives_interval": 1,
    "keepalives_count": 2,
}


def is_address(address: str) -> bool:
    """Whether this names a server rather than a file."""
    return address.startswith("postgresql")


def engine(address: str) -> Engine:
    """An engine for the server at `address`; nothing is asked of it yet."""
    try:
        url = make_url(address).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError) as error:
        raise CannotOpen(
            _(
                "The address of the database can't be read. It looks like "
                "postgresql+psycopg://name@server/database."
            )
        ) from error
    return create_engine(
        url, connect_args=_NOTICE_A_LOST_SERVER, pool_pre_ping=True, pool_size=2, max_overflow=2
    )


def connected(engine: Engine) -> Connection:
    """A first connection, or the sentence that says why there is none."""
    try:
        connection = engine.connect()
    except OperationalError as error:
        raise CannotOpen(
            _(
                "The database server {server} does not let this program in: {reason}. "
                "Nothing was changed. Check the network, the server and the password."
            ).format(server=server(engine), reason=_first_line(error))
        ) from error
    if (engine.dialect.server_version_info or ()) < _OLDEST:
        connection.close()
        raise CannotOpen(
            _("The server {server} is older than PostgreSQL 15. Nothing was changed.").format(
                server=server(engine)
            )
        )
    return connection


def at_one_moment(engine: Engine) -> Engine:
    """The same engine for looking only: all statements of a look see the same records."""
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def server(engine: Engine) -> str:
    return f"{engine.url.host or 'localhost'}:{engine.url.port or 5432}"


def _first_line(error: OperationalError) -> str:
    return str(error.orig).partition("\n")[0].strip().rstrip(".")
