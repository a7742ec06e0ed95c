"""Roles of agents, and what some must not be asked for between two days."""

from alembic import op
from sqlalchemy import JSON, Column

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Nobody has a role or a protection in projects made before."""
    op.add_column("agent", Column("roles", JSON, nullable=False, server_default="[]"))
    op.add_column("agent", Column("protections", JSON, nullable=False, server_default="[]"))
