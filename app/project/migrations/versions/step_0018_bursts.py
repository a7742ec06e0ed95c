"""The first two hours of a phase as typed."""

from alembic import op
from sqlalchemy import JSON, Column

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    """Add the shares, none in projects made before."""
    op.add_column("phase", Column("burst", JSON, nullable=False, server_default="[]"))
