"""Occasions written to days of the calendar."""

from alembic import op
from sqlalchemy import Column, Date, String

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    """Add the table, empty."""
    op.create_table("occasion", Column("day", Date, primary_key=True), Column("name", String, nullable=False))
