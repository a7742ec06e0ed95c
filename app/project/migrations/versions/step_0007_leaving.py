"""Names in attendance systems, and violations accepted with their reason."""

from alembic import op
from sqlalchemy import Column, Date, Integer, String

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Create the tables, empty in projects made before."""
    op.create_table(
        "attendance_name",
        Column("position", Integer, primary_key=True, autoincrement=False),
        Column("system", String, nullable=False),
        Column("thing", String, nullable=False),
        Column("ours", String, nullable=False),
        Column("theirs", String, nullable=False),
    )
    op.create_table(
        "waiver",
        Column("position", Integer, primary_key=True, autoincrement=False),
        Column("scenario", String, nullable=False),
        Column("rule", String, nullable=False),
        Column("agent", String, nullable=False),
        Column("day", Date),
        Column("reason", String, nullable=False),
    )
