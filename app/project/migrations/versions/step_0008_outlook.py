"""What people know and decide about the days ahead; analogs and growth of phases."""

from alembic import op
from sqlalchemy import JSON, Boolean, Column, Date, DateTime, Float, ForeignKey, Integer, String

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Create the tables, empty in projects made before; their phases chose their analogs themselves."""
    op.add_column("phase", Column("analogs", JSON, nullable=False, server_default="[]"))
    op.add_column("phase", Column("growth", Float))
    _drivers()
    _decisions()
    _actuals()


def _drivers() -> None:
    op.create_table(
        "driver",
        Column("position", Integer, primary_key=True, autoincrement=False),
        Column("name", String, nullable=False),
        Column("shop", String, nullable=False),
        Column("skill", String, nullable=False),
        Column("lags", Boolean, nullable=False),
        Column("kernel", JSON),
        Column("kernel_source", String),
    )
    op.create_table(
        "driver_count",
        Column("driver", Integer, ForeignKey("driver.position", ondelete="CASCADE"), primary_key=True),
        Column("start_minute", Integer, primary_key=True),
        Column("count", Float, nullable=False),
    )


def _decisions() -> None:
    op.create_table(
        "broadcast",
        Column("position", Integer, primary_key=True, autoincrement=False),
        Column("name", String, nullable=False),
        Column("start", DateTime, nullable=False),
        Column("end", DateTime, nullable=False),
        Column("host", String, nullable=False),
        Column("uplift", Float),
        Column("skill", String, nullable=False),
    )
    op.create_table(
        "forecast_override",
        Column("position", Integer, primary_key=True, autoincrement=False),
        Column("start", DateTime, nullable=False),
        Column("end", DateTime, nullable=False),
        Column("inquiries", Float),
        Column("factor", Float),
        Column("shop", String, nullable=False),
        Column("skill", String, nullable=False),
        Column("note", String, nullable=False),
    )
    op.create_table("calendar_day", Column("day", Date, primary_key=True), Column("kind", String, nullable=False))
    op.create_table(
        "kept_cleaning",
        Column("position", Integer, primary_key=True, autoincrement=False),
        Column("code", String, nullable=False),
        Column("skill", String, nullable=False),
        Column("day", Date),
    )


def _actuals() -> None:
    op.create_table(
        "actuals",
        Column("id", Integer, primary_key=True),
        Column("now", DateTime, nullable=False),
        Column("interval_minutes", Integer, nullable=False),
    )
    op.create_table(
        "actual_count",
        Column("shop", String, primary_key=True),
        Column("skill", String, primary_key=True),
        Column("start_minute", Integer, primary_key=True),
        Column("inquiries", Float, nullable=False),
    )
