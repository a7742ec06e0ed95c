"""How much of an error the intervals of a forecast day share, by series."""

from alembic import op
from sqlalchemy import Column, Float, ForeignKey, String

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Create the table; forecasts made before hold the usual dependence."""
    op.create_table(
        "dependence",
        Column("scenario", String, ForeignKey("forecast.scenario", ondelete="CASCADE"), primary_key=True),
        Column("shop", String, primary_key=True),
        Column("skill", String, primary_key=True),
        Column("day", Float, nullable=False),
        Column("hours", Float, nullable=False),
    )
