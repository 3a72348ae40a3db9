"""The tables say the same as the values, the migrations and both databases."""

from __future__ import annotations

import contextlib
import hashlib
import shutil
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from needlelog.db import clients, schema, sessions, sqlite
from needlelog.db.rows import TABLES, Row
from needlelog.db.store import Store
from needlelog.domain.change import CHILDREN
from needlelog.domain.client import Client
from needlelog.domain.clinic import Clinic, Letterhead, Practitioner, RuleValue
from needlelog.domain.device import Device
from needlelog.domain.draft import Draft
from needlelog.domain.handout import Handout, HandoutEvent
from needlelog.domain.price import ClinicPrice
from needlelog.domain.product import Product
from needlelog.domain.protocol import Protocol
from needlelog.domain.session import NeedlingSession
from needlelog.errors import CannotOpen
from tests.builders import a_client, a_session

VALUES: dict[str, type[Any]] = {
    "clinic": Clinic,
    "practitioner": Practitioner,
    "letterhead": Letterhead,
    "draft": Draft,
    "rule_value": RuleValue,
    "product": Product,
    "device": Device,
    "protocol": Protocol,
    "clinic_price": ClinicPrice,
    "client": Client,
    "session": NeedlingSession,
    "handout": Handout,
    "handout_event": HandoutEvent,
    **{kind: row_class for kind, (_, row_class) in CHILDREN.items()},
}
ONLY_IN_THE_TABLE = {
    "client": {
        *("family_folded", "given_folded", "folded"),
        *("session_count", "last_session_at", "next_on"),
    },
    "session": {"last_move_id"},
    **{kind: {"session_id"} for kind in CHILDREN},
}
KEPT_ELSEWHERE = {"session": {"client_id", *(attribute for attribute, _ in CHILDREN.values())}}
WITHOUT_A_VALUE = {"counter", "session_client", "undo_step"}


@pytest.mark.parametrize("table", VALUES)
def test_a_row_keeps_every_field_of_its_value_and_no_more(table: str) -> None:
    columns = {column.name for column in TABLES[table].columns}
    names = {field.name for field in fields(VALUES[table])}

    assert columns - ONLY_IN_THE_TABLE.get(table, set()) == names - KEPT_ELSEWHERE.get(table, set())


def test_every_table_is_known_to_the_parity_test() -> None:
    assert set(TABLES) == set(VALUES) | WITHOUT_A_VALUE


def test_migrations_and_rows_describe_the_same_tables(address: str) -> None:
    engine = sqlite.engine(Path(address)) if "://" not in address else create_engine(address)
    with engine.connect() as connection:
        options = {"compare_type": True, "include_name": _is_ours}
        context = MigrationContext.configure(connection, opts=options)
        differences = compare_metadata(context, Row.metadata)
    engine.dispose()

    assert differences == []


def _is_ours(name: str | None, kind: str, _parents: Any) -> bool:
    search = name in ("ix_client_trigrams", "ix_client_search") or (name or "").startswith(
        "client_fts"
    )
    return not (kind in ("table", "index") and search)


def test_the_newest_schema_is_the_last_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(schema.MIGRATIONS))

    assert ScriptDirectory.from_config(config).get_heads() == [schema.NEWEST]


def later_scripts(tmp_path: Path, body: str) -> Path:
    """The migrations and one more that does what `body` says."""
    folder = tmp_path / "migrations"
    shutil.copytree(schema.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "9999_later.py").write_text(
        "import sqlalchemy as sa\nfrom alembic import op\n"
        f"revision, down_revision = '9999', '{schema.NEWEST}'\n"
        f"def upgrade():\n    {body.strip()}\n",
        encoding="utf-8",
    )
    return folder


def fill(path: Path) -> None:
    store = Store.open(path)
    with store.transaction() as db:
        sessions.start(db, a_session(clients.add(db, a_client()), zones={"chin": 500}))
    store.close()


# A rebuilt parent table takes its children along where foreign keys are on.
REBUILD = """
    with op.batch_alter_table('session', recreate='always') as table:
        table.add_column(sa.Column('mood', sa.Text()))
"""
WITH_TRIGGERS = (
    """
    found = "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'session'"
    triggers = op.get_bind().exec_driver_sql(found).scalars().all()
"""
    + REBUILD.rstrip(" ")
    + """
    for trigger in triggers:
        op.execute(trigger)
"""
)


def test_an_older_file_is_brought_up_to_date_and_loses_no_row(
    records_file: Path, tmp_path: Path
) -> None:
    fill(records_file)

    schema.upgrade_file(records_file, scripts=later_scripts(tmp_path, WITH_TRIGGERS))

    with contextlib.closing(sqlite.connect(records_file)) as raw:
        assert raw.execute("SELECT count(mood), count(*) FROM session").fetchone() == (0, 1)
        assert raw.execute("SELECT count(*) FROM layer").fetchone() == (1,)
    assert sqlite.version_of(records_file) == "9999"
    assert sqlite.version_of(tmp_path / "records.before-update.db") == schema.NEWEST


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("op.execute('DELETE FROM layer')", "layer"),
        ("op.execute('DROP TRIGGER tip_sealed_DELETE')", "tip_sealed_DELETE"),
        (REBUILD, "session_sealed_"),
        ("op.execute('DELETE FROM client WHERE 1 = 1'); raise RuntimeError('killed')", "killed"),
    ],
)
def test_a_file_is_left_as_it_was_when_bringing_it_up_to_date_goes_wrong(
    records_file: Path, tmp_path: Path, body: str, said: str
) -> None:
    fill(records_file)
    before = hashlib.sha256(records_file.read_bytes()).hexdigest()

    with pytest.raises((CannotOpen, RuntimeError), match=said):
        schema.upgrade_file(records_file, scripts=later_scripts(tmp_path, body))

    assert hashlib.sha256(records_file.read_bytes()).hexdigest() == before
    assert not list(tmp_path.glob("*.updating*"))
