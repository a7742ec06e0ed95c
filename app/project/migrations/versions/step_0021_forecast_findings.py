"""What a forecast tells, kept beside it."""

from alembic import op
from sqlalchemy import JSON, Column, text

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    """Forecasts made before tell nothing."""
    op.add_column("forecast", Column("findings", JSON, nullable=False, server_default=text("'[]'")))
