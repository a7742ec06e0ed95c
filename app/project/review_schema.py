"""The table of what reviews taught."""

from sqlalchemy import Column, Float, Integer, String, Table

from app.project.schema import METADATA

DRAWN_LESSON = Table(
    "drawn_lesson",
    METADATA,
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("promotion", String, nullable=False),
    Column("phase", String, nullable=False),
    Column("what", String, nullable=False),
    Column("planned", Float, nullable=False),
    Column("found", Float, nullable=False),
)
