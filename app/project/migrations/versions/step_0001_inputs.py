"""Everything a plan is made from."""

from alembic import op
from sqlalchemy import JSON, Boolean, Column, Date, DateTime, Float, ForeignKey, Integer, PrimaryKeyConstraint, String

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "settings",
        Column("id", Integer, primary_key=True),
        Column("name", String, nullable=False),
        Column("first_day", Date, nullable=False),
        Column("days", Integer, nullable=False),
        Column("interval_minutes", Integer, nullable=False),
        Column("seat_limit", Integer),
    )
    op.create_table(
        "import_batch",
        Column("id", Integer, primary_key=True),
        Column("source", String, nullable=False),
        Column("sha256", String, nullable=False),
        Column("kind", String, nullable=False),
        Column("rows", Integer, nullable=False),
        Column("interval_minutes", Integer, nullable=False),
        Column("created", DateTime, nullable=False),
        Column("replaced_by", Integer, ForeignKey("import_batch.id", ondelete="SET NULL")),
        sqlite_autoincrement=True,  # an id never comes twice
    )
    op.create_table(
        "history",
        Column("batch_id", Integer, ForeignKey("import_batch.id", ondelete="CASCADE"), nullable=False),
        Column("shop", String, nullable=False),
        Column("skill", String, nullable=False),
        Column("start_minute", Integer, nullable=False),
        Column("inquiries", Float, nullable=False),
        PrimaryKeyConstraint("shop", "skill", "batch_id", "start_minute"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "promotion",
        Column("position", Integer, primary_key=True, autoincrement=False),
        Column("name", String, nullable=False),
    )
    op.create_table(
        "phase",
        Column("promotion", Integer, ForeignKey("promotion.position", ondelete="CASCADE"), primary_key=True),
        Column("position", Integer, primary_key=True),
        Column("kind", String, nullable=False),
        Column("start", DateTime, nullable=False),
        Column("end", DateTime, nullable=False),
        Column("uplift", Float),
        Column("expected_inquiries", Float),
    )
    op.create_table(
        "agent",
        Column("id", String, primary_key=True),
        Column("position", Integer, nullable=False),
        Column("name", String, nullable=False),
        Column("group", String, nullable=False),
        Column("contract", String, nullable=False),
        Column("legal_form", String, nullable=False),
        Column("skills", JSON, nullable=False),
        Column("productivity", Float, nullable=False),
        Column("hourly_cost", Float, nullable=False),
        Column("hired", Date),
        Column("shifts", JSON(none_as_null=True)),
        Column("limits", JSON, nullable=False),
        Column("consecutive_days_before", Integer, nullable=False),
        Column("last_shift_end", DateTime),
    )
    op.create_table(
        "absence",
        Column("agent", String, ForeignKey("agent.id", ondelete="CASCADE"), primary_key=True),
        Column("position", Integer, primary_key=True),
        Column("start", DateTime, nullable=False),
        Column("end", DateTime, nullable=False),
        Column("kind", String, nullable=False),
    )
    op.create_table(
        "request",
        Column("agent", String, ForeignKey("agent.id", ondelete="CASCADE"), primary_key=True),
        Column("position", Integer, primary_key=True),
        Column("day", Date, nullable=False),
        Column("shift", String),
        Column("wish", String, nullable=False),
        Column("cost", Float, nullable=False),
    )
    op.create_table(
        "shift",
        Column("id", String, primary_key=True),
        Column("position", Integer, nullable=False),
        Column("start", Integer, nullable=False),
        Column("minutes", Integer, nullable=False),
        Column("paid_minutes", Integer, nullable=False),
        Column("breaks", JSON, nullable=False),
        Column("tags", JSON, nullable=False),
        Column("code", String, nullable=False),
        Column("name", String, nullable=False),
    )
    op.create_table(
        "rule",
        Column("position", Integer, primary_key=True, autoincrement=False),
        Column("key", String, nullable=False),
        Column("value", Float),
        Column("unit", String, nullable=False),
        Column("scope", String, nullable=False),
        Column("severity", String, nullable=False),
        Column("article", String, nullable=False),
        Column("changed", Boolean, nullable=False),
    )
    op.create_table(
        "goal",
        Column("skill", String, primary_key=True),
        Column("max_concurrency", Integer, nullable=False),
        Column("seconds_per_reply", Float, nullable=False),
        Column("customer_think_seconds", Float, nullable=False),
        Column("replies_per_chat", Float, nullable=False),
        Column("patience_seconds", Float, nullable=False),
        Column("robot_deflection", Float, nullable=False),
        Column("shrinkage", Float, nullable=False),
        Column("minimum_present", Integer, nullable=False),
        Column("plan_for", String, nullable=False),
        Column("service_level", Float),
        Column("answer_within_seconds", Float, nullable=False),
        Column("average_response_seconds", Float),
        Column("reply_rate", Float),
        Column("slow_share", Float),
    )
    op.create_table(
        "scenario",
        Column("name", String, primary_key=True),
        Column("position", Integer, nullable=False),
        Column("volume_factor", Float, nullable=False),
        Column("agent_changes", JSON, nullable=False),
    )
    op.create_table(
        "change_log",
        Column("id", Integer, primary_key=True),
        Column("time", DateTime, nullable=False),
        Column("label", String, nullable=False),
    )
