"""Short rests of assignments."""

from alembic import op
from sqlalchemy import JSON, Column

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Rosters made before have none."""
    op.add_column("assignment", Column("rests", JSON, nullable=False, server_default="[]"))
