"""The tables of what was computed: forecast, requirement, plan versions.

Results keep the id of their scenario and no foreign key: a scenario deleted by mistake finds them again after undo, and
one that is renamed keeps them.
"""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    String,
    Table,
    Text,
    false,
    text,
)

from app.project.schema import METADATA

FORECAST = Table(
    "forecast",
    METADATA,
    Column("scenario", String, primary_key=True),
    Column("first_day", Date, nullable=False),
    Column("days", Integer, nullable=False),
    Column("interval_minutes", Integer, nullable=False),
    Column("method", String, nullable=False),
    Column("made_from", String, nullable=False),
    Column("findings", JSON, nullable=False, server_default=text("'[]'")),
)

VOLUME = Table(
    "volume",
    METADATA,
    Column("scenario", String, ForeignKey("forecast.scenario", ondelete="CASCADE"), primary_key=True),
    Column("shop", String, primary_key=True),
    Column("skill", String, primary_key=True),
    Column("interval", Integer, primary_key=True),
    Column("p10", Float),
    Column("p50", Float),
    Column("p90", Float),
    Column("mean", Float),
    Column("phase", String, nullable=False),
    # What the phase was typed to take to serve; null where the skill's own holds.
    Column("handling_time_seconds", Float),
    Column("max_concurrency", Integer),
)

DEPENDENCE = Table(
    "dependence",
    METADATA,
    Column("scenario", String, ForeignKey("forecast.scenario", ondelete="CASCADE"), primary_key=True),
    Column("shop", String, primary_key=True),
    Column("skill", String, primary_key=True),
    Column("day", Float, nullable=False),
    Column("hours", Float, nullable=False),
)

FORECAST_SOURCE = Table(
    "forecast_source",
    METADATA,
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

REQUIREMENT = Table(
    "requirement",
    METADATA,
    Column("scenario", String, primary_key=True),
    Column("first_day", Date, nullable=False),
    Column("days", Integer, nullable=False),
    Column("interval_minutes", Integer, nullable=False),
    Column("made_from", String, nullable=False),
)

SKILL_REQUIREMENT = Table(
    "skill_requirement",
    METADATA,
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

REQUIREMENT_CURVE = Table(
    "requirement_curve",
    METADATA,
    Column("scenario", String, ForeignKey("requirement.scenario", ondelete="CASCADE"), primary_key=True),
    Column("skill", String, primary_key=True),
    Column("name", String, primary_key=True),
    Column("numbers", JSON, nullable=False),
)
"""A curve's numbers, one per interval; null where not known."""

PLAN_VERSION = Table(
    "plan_version",
    METADATA,
    Column("scenario", String, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("state", String, nullable=False),
    Column("created", DateTime, nullable=False),
    Column("note", String, nullable=False),
    Column("problem", Text, nullable=False),
    Column("solution", Text, nullable=False),
    Column("edited", Boolean, nullable=False, server_default=false()),
)

ROSTER_LOCK = Table(
    "roster_lock",
    METADATA,
    Column("scenario", String, primary_key=True),
    Column("agent", String, primary_key=True),
    Column("day", Integer, primary_key=True),
)

ASSIGNMENT = Table(
    "assignment",
    METADATA,
    Column("scenario", String, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("agent", String, primary_key=True),
    Column("day", Integer, primary_key=True),
    Column("shift", String, nullable=False),
    Column("breaks", JSON, nullable=False),
    Column("rests", JSON, nullable=False, server_default="[]"),
    ForeignKeyConstraint(["scenario", "version"], ["plan_version.scenario", "plan_version.number"], ondelete="CASCADE"),
)

SWEEP_POINT = Table(
    "sweep_point",
    METADATA,
    Column("key", String, primary_key=True),
    Column("row", JSON, nullable=False),
    Column("plan", JSON, nullable=False, server_default=text("'{}'")),
)
