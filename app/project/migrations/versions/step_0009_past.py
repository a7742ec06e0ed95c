"""What was rostered before the plan, and who was there."""

from alembic import op
from sqlalchemy import Column, Date, Integer, String

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Create the tables, empty in projects made before."""
    op.create_table(
        "past_day",
        Column("agent", String, primary_key=True),
        Column("day", Date, primary_key=True),
        Column("shift", String, nullable=False),
    )
    op.create_table(
        "attended_day",
        Column("agent", String, primary_key=True),
        Column("day", Date, primary_key=True),
        Column("minutes", Integer),
        Column("word", String, nullable=False),
    )
