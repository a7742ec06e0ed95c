"""What is computed: forecast, requirement, plan versions."""

from alembic import op
from sqlalchemy import JSON, Column, Date, DateTime, Float, ForeignKey, ForeignKeyConstraint, Integer, String, Text

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "forecast",
        Column("scenario", String, primary_key=True),
        Column("first_day", Date, nullable=False),
        Column("days", Integer, nullable=False),
        Column("interval_minutes", Integer, nullable=False),
        Column("method", String, nullable=False),
        Column("made_from", String, nullable=False),
    )
    op.create_table(
        "volume",
        Column("scenario", String, ForeignKey("forecast.scenario", ondelete="CASCADE"), primary_key=True),
        Column("shop", String, primary_key=True),
        Column("skill", String, primary_key=True),
        Column("interval", Integer, primary_key=True),
        Column("p10", Float),
        Column("p50", Float),
        Column("p90", Float),
        Column("mean", Float),
        Column("phase", String, nullable=False),
    )
    op.create_table(
        "requirement",
        Column("scenario", String, primary_key=True),
        Column("first_day", Date, nullable=False),
        Column("days", Integer, nullable=False),
        Column("interval_minutes", Integer, nullable=False),
        Column("made_from", String, nullable=False),
    )
    op.create_table(
        "skill_requirement",
        Column("scenario", String, ForeignKey("requirement.scenario", ondelete="CASCADE"), primary_key=True),
        Column("skill", String, primary_key=True),
        Column("interval", Integer, primary_key=True),
        Column("base", Float),
        Column("requirement", Float),
        Column("binding_goal", String, nullable=False),
        Column("service_level", Float),
        Column("first_response_seconds", Float),
        Column("average_response_seconds", Float),
        Column("reply_rate", Float),
        Column("backlog", Float),
        Column("lost", Float),
        Column("utilisation", Float),
    )
    op.create_table(
        "plan_version",
        Column("scenario", String, primary_key=True),
        Column("number", Integer, primary_key=True),
        Column("state", String, nullable=False),
        Column("created", DateTime, nullable=False),
        Column("note", String, nullable=False),
        Column("problem", Text, nullable=False),
        Column("solution", Text, nullable=False),
    )
    op.create_table(
        "assignment",
        Column("scenario", String, primary_key=True),
        Column("version", Integer, primary_key=True),
        Column("agent", String, primary_key=True),
        Column("day", Integer, primary_key=True),
        Column("shift", String, nullable=False),
        Column("breaks", JSON, nullable=False),
        ForeignKeyConstraint(
            ["scenario", "version"], ["plan_version.scenario", "plan_version.number"], ondelete="CASCADE"
        ),
    )
