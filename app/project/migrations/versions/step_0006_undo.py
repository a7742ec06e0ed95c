"""Undo without limit, locked cells of a roster, versions edited by hand, imports taken out without being lost."""

from alembic import op
from sqlalchemy import Boolean, Column, DateTime, Integer, String, Text, false

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Create the tables and columns; what an earlier program did cannot be undone."""
    op.create_table(
        "undo_step",
        Column("id", Integer, primary_key=True),
        Column("time", DateTime, nullable=False),
        Column("label", String, nullable=False),
        Column("first", Integer, nullable=False),
        Column("last", Integer, nullable=False),
        Column("undone", Boolean, nullable=False),
    )
    op.create_table("undo_statement", Column("id", Integer, primary_key=True), Column("sql", Text, nullable=False))
    op.create_table(
        "roster_lock",
        Column("scenario", String, primary_key=True),
        Column("agent", String, primary_key=True),
        Column("day", Integer, primary_key=True),
    )
    op.add_column("plan_version", Column("edited", Boolean, nullable=False, server_default=false()))
    op.add_column("import_batch", Column("taken_out", Boolean, nullable=False, server_default=false()))
