"""Scenarios with further factors and based on each other; finished points of sweeps, found again by their content."""

from alembic import op
from sqlalchemy import JSON, Column, String, text

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Add the columns and the table; scenarios made before change nothing else and are based on the project."""
    op.add_column("scenario", Column("changes", JSON, nullable=False, server_default=text("'{}'")))
    op.add_column("scenario", Column("base", String, nullable=False, server_default=text("''")))
    op.create_table("sweep_point", Column("key", String, primary_key=True), Column("row", JSON, nullable=False))
