"""The tables of what was rostered before the plan and of who was there."""

from sqlalchemy import Column, Date, Integer, String, Table

from app.project.schema import METADATA

PAST_DAY = Table(
    "past_day",
    METADATA,
    Column("agent", String, primary_key=True),
    Column("day", Date, primary_key=True),
    Column("shift", String, nullable=False),
)

ATTENDED_DAY = Table(
    "attended_day",
    METADATA,
    Column("agent", String, primary_key=True),
    Column("day", Date, primary_key=True),
    Column("minutes", Integer),
    Column("word", String, nullable=False),
)
