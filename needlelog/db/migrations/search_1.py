"""The search index of schema 1; a later change gets its own file."""

from alembic import op

_TRIGRAMS = (
    # One or two letters are too short for trigrams: everybody is looked at, in this index alone.
    """
    CREATE INDEX ix_client_search ON client (family_folded, given_folded, number, folded)
    """,
    """
    CREATE VIRTUAL TABLE client_fts USING fts5(
        folded, content = 'client', content_rowid = 'number', tokenize = 'trigram'
    )
    """,
    """
    CREATE TRIGGER client_fts_insert AFTER INSERT ON client BEGIN
        INSERT INTO client_fts (rowid, folded) VALUES (NEW.number, NEW.folded);
    END
    """,
    """
    CREATE TRIGGER client_fts_delete AFTER DELETE ON client BEGIN
        INSERT INTO client_fts (client_fts, rowid, folded)
        VALUES ('delete', OLD.number, OLD.folded);
    END
    """,
    """
    CREATE TRIGGER client_fts_update AFTER UPDATE OF number, folded ON client BEGIN
        INSERT INTO client_fts (client_fts, rowid, folded)
        VALUES ('delete', OLD.number, OLD.folded);
        INSERT INTO client_fts (rowid, folded) VALUES (NEW.number, NEW.folded);
    END
    """,
)

# A server may not let the clinic's user add the extension; search works without it, more slowly.
_TRIGRAMS_WHERE_ALLOWED = """
    DO $$ BEGIN
        CREATE EXTENSION IF NOT EXISTS pg_trgm;
        CREATE INDEX ix_client_trigrams ON client USING gin (folded gin_trgm_ops);
    EXCEPTION WHEN OTHERS THEN
        RAISE NOTICE 'no pg_trgm: %', SQLERRM;
    END $$
"""


def create(dialect: str) -> None:
    """Index any part of a client's names, phone, number and birth date."""
    for statement in _TRIGRAMS if dialect == "sqlite" else (_TRIGRAMS_WHERE_ALLOWED,):
        op.execute(statement)
