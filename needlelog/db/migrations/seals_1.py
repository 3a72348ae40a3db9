"""The triggers of schema 1 that keep what is signed or given; a later change gets its own file.

They stand below the program: no function of it, and no hasty line of SQL, changes a signed
session or a paper that was given.
"""

from alembic import op

PARTS = ("layer", "spot", "serum_use", "tip", "numbing", "reaction", "also_done", "stop_record")
INSERT_ONLY = ("handout", "handout_event", "session_client", "rule_value")

# INSERT OR REPLACE removes the row in its way without asking the DELETE triggers, so the
# triggers below look at the row that stands there too.
_SQLITE_SESSION = (
    """
    CREATE TRIGGER session_sealed_insert BEFORE INSERT ON session
    WHEN EXISTS (SELECT 1 FROM session WHERE id = NEW.id AND signed_at IS NOT NULL)
    BEGIN SELECT RAISE(ABORT, 'needlelog: signed'); END
    """,
    """
    CREATE TRIGGER session_sealed_update BEFORE UPDATE ON session
    WHEN OLD.signed_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'needlelog: signed'); END
    """,
    """
    CREATE TRIGGER session_sealed_delete BEFORE DELETE ON session
    WHEN OLD.signed_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'needlelog: signed'); END
    """,
)

_SQLITE_PART = """
    CREATE TRIGGER {table}_sealed_{event} BEFORE {event} ON {table}
    WHEN EXISTS (
        SELECT 1 FROM session WHERE signed_at IS NOT NULL AND id IN ({sessions})
    )
    BEGIN SELECT RAISE(ABORT, 'needlelog: signed'); END
"""

_IN_THE_WAY = "NEW.session_id, (SELECT session_id FROM {table} WHERE id = NEW.id)"

_SQLITE_INSERT_ONLY = """
    CREATE TRIGGER {table}_kept_{event} BEFORE {event} ON {table} {when}
    BEGIN SELECT RAISE(ABORT, 'needlelog: signed'); END
"""

_IF_REPLACED = "WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id)"

_POSTGRES_FUNCTIONS = (
    """
    CREATE FUNCTION needlelog_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'needlelog: signed';
    END $$
    """,
    """
    CREATE FUNCTION needlelog_refuse_if_signed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF OLD.signed_at IS NOT NULL THEN
            RAISE EXCEPTION 'needlelog: signed';
        END IF;
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        RETURN NEW;
    END $$
    """,
    # FOR SHARE waits for a signature that is under way at another chair, and then sees it.
    """
    CREATE FUNCTION needlelog_refuse_part_if_signed() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE sealed timestamptz;
    BEGIN
        IF TG_OP <> 'INSERT' THEN
            SELECT signed_at INTO sealed FROM session WHERE id = OLD.session_id FOR SHARE;
            IF sealed IS NOT NULL THEN RAISE EXCEPTION 'needlelog: signed'; END IF;
        END IF;
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        SELECT signed_at INTO sealed FROM session WHERE id = NEW.session_id FOR SHARE;
        IF sealed IS NOT NULL THEN RAISE EXCEPTION 'needlelog: signed'; END IF;
        RETURN NEW;
    END $$
    """,
)

_POSTGRES_TRIGGER = """
    CREATE TRIGGER {table}_{name} BEFORE {events} ON {table}
    FOR EACH {each} EXECUTE FUNCTION {function}()
"""


def create(dialect: str) -> None:
    """Seal signed sessions with all their parts, and everything that is only ever added."""
    for statement in _sqlite() if dialect == "sqlite" else _postgres():
        op.execute(statement)


def _sqlite() -> list[str]:
    statements = list(_SQLITE_SESSION)
    for table in PARTS:
        in_the_way = _IN_THE_WAY.format(table=table)
        sessions = {
            "INSERT": in_the_way,
            "UPDATE": f"OLD.session_id, {in_the_way}",
            "DELETE": "OLD.session_id",
        }
        statements += [
            _SQLITE_PART.format(table=table, event=event, sessions=found)
            for event, found in sessions.items()
        ]
    for table in INSERT_ONLY:
        when = {"INSERT": _IF_REPLACED.format(table=table), "UPDATE": "", "DELETE": ""}
        statements += [
            _SQLITE_INSERT_ONLY.format(table=table, event=event, when=condition)
            for event, condition in when.items()
        ]
    return statements


def _postgres() -> list[str]:
    statements = list(_POSTGRES_FUNCTIONS)
    statements.append(
        _trigger("session", "sealed", "UPDATE OR DELETE", "needlelog_refuse_if_signed")
    )
    statements += [
        _trigger(part, "sealed", "INSERT OR UPDATE OR DELETE", "needlelog_refuse_part_if_signed")
        for part in PARTS
    ]
    statements += [
        _trigger(table, "kept", "UPDATE OR DELETE", "needlelog_refuse") for table in INSERT_ONLY
    ]
    statements += [
        _trigger(table, "never_emptied", "TRUNCATE", "needlelog_refuse", each="STATEMENT")
        for table in ("session", *PARTS, *INSERT_ONLY)
    ]
    return statements


def _trigger(table: str, name: str, events: str, function: str, each: str = "ROW") -> str:
    return _POSTGRES_TRIGGER.format(
        table=table, name=name, events=events, function=function, each=each
    )
