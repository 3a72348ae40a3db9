"""Runs the steps on the connection the store hands over."""

from alembic import context

from needlelog.db.rows import Row

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Row.metadata,
    render_as_batch=connection.dialect.name == "sqlite",
    transactional_ddl=True,  # on SQLite too: our transactions are begun by our own statement
)
with context.begin_transaction():
    context.run_migrations()
