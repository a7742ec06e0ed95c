"""Balances of each agent, and the turn of alternating weeks."""

from alembic import op
from sqlalchemy import Column, Date, ForeignKey, Integer, String

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Create the table; teams of earlier projects state no balances and no alternating weeks."""
    op.create_table(
        "balance_entry",
        Column("agent", String, ForeignKey("agent.id", ondelete="CASCADE"), primary_key=True),
        Column("position", Integer, primary_key=True),
        Column("account", String, nullable=False),
        Column("kind", String, nullable=False),
        Column("day", Date, nullable=False),
        Column("minutes", Integer, nullable=False),
        Column("note", String, nullable=False),
    )
    op.add_column("settings", Column("big_week", Date))
