"""Where each number of a forecast came from."""

from alembic import op
from sqlalchemy import Column, Float, ForeignKey, Integer, String

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Create the table; forecasts made before tell no sources."""
    op.create_table(
        "forecast_source",
        Column("scenario", String, ForeignKey("forecast.scenario", ondelete="CASCADE"), primary_key=True),
        Column("shop", String, primary_key=True),
        Column("skill", String, primary_key=True),
        Column("position", Integer, primary_key=True),
        Column("subject", String, nullable=False),
        Column("source", String, nullable=False),
        Column("name", String, nullable=False),
        Column("value", Float),
        Column("learnt_from", String, nullable=False),
    )
