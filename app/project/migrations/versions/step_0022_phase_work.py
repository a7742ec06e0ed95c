"""Handling time and max concurrency that a phase has of its own, as typed and as forecast."""

from alembic import op
from sqlalchemy import JSON, Column, Float, Integer

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    """Phases planned before take the skill's."""
    op.add_column("phase", Column("handling_time_seconds", JSON, nullable=False, server_default="[]"))
    op.add_column("phase", Column("max_concurrency", JSON, nullable=False, server_default="[]"))
    op.add_column("volume", Column("handling_time_seconds", Float))
    op.add_column("volume", Column("max_concurrency", Integer))
