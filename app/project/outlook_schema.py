"""The tables of what people know and decide about the days ahead."""

from sqlalchemy import JSON, Boolean, Column, Date, DateTime, Float, ForeignKey, Integer, String, Table

from app.project.schema import METADATA

DRIVER = Table(
    "driver",
    METADATA,
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("name", String, nullable=False),
    Column("shop", String, nullable=False),
    Column("skill", String, nullable=False),
    Column("lags", Boolean, nullable=False),
    Column("kernel", JSON(none_as_null=True)),
    Column("kernel_source", String),
)

DRIVER_COUNT = Table(
    "driver_count",
    METADATA,
    Column("driver", Integer, ForeignKey("driver.position", ondelete="CASCADE"), primary_key=True),
    Column("start_minute", Integer, primary_key=True),
    Column("count", Float, nullable=False),
)

BROADCAST = Table(
    "broadcast",
    METADATA,
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("name", String, nullable=False),
    Column("start", DateTime, nullable=False),
    Column("end", DateTime, nullable=False),
    Column("host", String, nullable=False),
    Column("uplift", Float),
    Column("skill", String, nullable=False),
)

OVERRIDE = Table(
    "forecast_override",
    METADATA,
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("start", DateTime, nullable=False),
    Column("end", DateTime, nullable=False),
    Column("inquiries", Float),
    Column("factor", Float),
    Column("shop", String, nullable=False),
    Column("skill", String, nullable=False),
    Column("note", String, nullable=False),
)

ACTUALS = Table(
    "actuals",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("now", DateTime, nullable=False),
    Column("interval_minutes", Integer, nullable=False),
)

ACTUAL_COUNT = Table(
    "actual_count",
    METADATA,
    Column("shop", String, primary_key=True),
    Column("skill", String, primary_key=True),
    Column("start_minute", Integer, primary_key=True),
    Column("inquiries", Float, nullable=False),
)

CALENDAR_DAY = Table(
    "calendar_day",
    METADATA,
    Column("day", Date, primary_key=True),
    Column("kind", String, nullable=False),
)

OCCASION = Table(
    "occasion",
    METADATA,
    Column("day", Date, primary_key=True),
    Column("name", String, nullable=False),
)

KEPT = Table(
    "kept_cleaning",
    METADATA,
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("code", String, nullable=False),
    Column("skill", String, nullable=False),
    Column("day", Date),
)
