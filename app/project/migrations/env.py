"""Alembic's entry: run the steps on the connection handed over, in the transaction that it is in."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transaction_per_migration=False)
context.run_migrations()
