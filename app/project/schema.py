"""The tables of a project's inputs. Only portable column types, so the same schema serves on PostgreSQL.

Moments of long series are minutes since 1970 (local wall time) as integers; moments a person typed are dates and times.
"""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    false,
    text,
)

VERSION = "0022"
"""The migration step that makes exactly these tables."""

METADATA = MetaData()

SETTINGS = Table(
    "settings",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("name", String, nullable=False),
    Column("first_day", Date, nullable=False),
    Column("days", Integer, nullable=False),
    Column("interval_minutes", Integer, nullable=False),
    Column("seat_limit", Integer),
    Column("big_week", Date),
)

IMPORT_BATCH = Table(
    "import_batch",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("source", String, nullable=False),
    Column("sha256", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("rows", Integer, nullable=False),
    Column("interval_minutes", Integer, nullable=False),
    Column("created", DateTime, nullable=False),
    # A batch that was imported again steps back; it comes forward when the newer one is taken out.
    Column("replaced_by", Integer, ForeignKey("import_batch.id", ondelete="SET NULL")),
    # Taken out by hand or by undo; its counts stay, so that it can be put back.
    Column("taken_out", Boolean, nullable=False, server_default=false()),
    sqlite_autoincrement=True,  # an id never comes twice
)

HISTORY = Table(
    "history",
    METADATA,
    Column("batch_id", Integer, ForeignKey("import_batch.id", ondelete="CASCADE"), nullable=False),
    Column("shop", String, nullable=False),
    Column("skill", String, nullable=False),
    Column("start_minute", Integer, nullable=False),
    Column("inquiries", Float, nullable=False),
    PrimaryKeyConstraint("shop", "skill", "batch_id", "start_minute"),
    sqlite_with_rowid=False,
)

PROMOTION = Table(
    "promotion",
    METADATA,
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("name", String, nullable=False),
)

PHASE = Table(
    "phase",
    METADATA,
    Column("promotion", Integer, ForeignKey("promotion.position", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("start", DateTime, nullable=False),
    Column("end", DateTime, nullable=False),
    Column("uplift", Float),
    Column("expected_inquiries", Float),
    Column("analogs", JSON, nullable=False, server_default="[]"),
    Column("growth", Float),
    Column("burst", JSON, nullable=False, server_default="[]"),
    Column("handling_time_seconds", JSON, nullable=False, server_default="[]"),
    Column("max_concurrency", JSON, nullable=False, server_default="[]"),
)

AGENT = Table(
    "agent",
    METADATA,
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
    Column("roles", JSON, nullable=False, server_default="[]"),
    Column("protections", JSON, nullable=False, server_default="[]"),
)

ABSENCE = Table(
    "absence",
    METADATA,
    Column("agent", String, ForeignKey("agent.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("start", DateTime, nullable=False),
    Column("end", DateTime, nullable=False),
    Column("kind", String, nullable=False),
)

REQUEST = Table(
    "request",
    METADATA,
    Column("agent", String, ForeignKey("agent.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("day", Date, nullable=False),
    Column("shift", String),
    Column("wish", String, nullable=False),
    Column("cost", Float, nullable=False),
)

BALANCE_ENTRY = Table(
    "balance_entry",
    METADATA,
    Column("agent", String, ForeignKey("agent.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("account", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("day", Date, nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("note", String, nullable=False),
)

SHIFT = Table(
    "shift",
    METADATA,
    Column("id", String, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("paid_minutes", Integer, nullable=False),
    Column("breaks", JSON, nullable=False),
    Column("tags", JSON, nullable=False),
    Column("code", String, nullable=False),
    Column("name", String, nullable=False),
    Column("key", String, nullable=False, server_default=""),
)

RULE = Table(
    "rule",
    METADATA,
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("key", String, nullable=False),
    Column("value", Float),
    Column("unit", String, nullable=False),
    Column("scope", String, nullable=False),
    Column("severity", String, nullable=False),
    Column("article", String, nullable=False),
    Column("changed", Boolean, nullable=False),
    Column("changed_on", Date),
    Column("was", Float),
)

GOAL = Table(
    "goal",
    METADATA,
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
    Column("shrinkage_by_hour", String, nullable=False),
    Column("deferrable_share", Float, nullable=False),
    Column("deadline_minutes", Float, nullable=False),
    Column("conversion", Float, nullable=False),
    Column("order_value", Float, nullable=False),
    Column("exam_windows", JSON, nullable=False),
    Column("first_response_seconds", Float),
    Column("utilisation", Float),
    Column("chat_length_cv", Float, nullable=False),
    Column("shrinkage_by_contract", String, nullable=False),
    Column("chat_duration_by_level", String, nullable=False),
)

SCENARIO = Table(
    "scenario",
    METADATA,
    Column("name", String, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("volume_factor", Float, nullable=False),
    Column("agent_changes", JSON, nullable=False),
    Column("changes", JSON, nullable=False, server_default=text("'{}'")),
    Column("base", String, nullable=False, server_default=text("''")),
    # Results are kept under it, so that a scenario may be called otherwise.
    Column("id", String, nullable=False, server_default=text("''")),
)

ATTENDANCE_NAME = Table(
    "attendance_name",
    METADATA,
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("system", String, nullable=False),
    Column("thing", String, nullable=False),
    Column("ours", String, nullable=False),
    Column("theirs", String, nullable=False),
)

WAIVER = Table(
    "waiver",
    METADATA,
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("scenario", String, nullable=False),
    Column("rule", String, nullable=False),
    Column("agent", String, nullable=False),
    Column("day", Date),
    Column("reason", String, nullable=False),
)

IMPORT_ANSWER = Table(
    "import_answer",
    METADATA,
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("asked", String, nullable=False),
    Column("said", String, nullable=False),
    Column("meant", String, nullable=False),
)

CHANGE_LOG = Table(
    "change_log",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("time", DateTime, nullable=False),
    Column("label", String, nullable=False),
)

UNDO_STEP = Table(
    "undo_step",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("time", DateTime, nullable=False),
    Column("label", String, nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    Column("undone", Boolean, nullable=False),
)

UNDO_STATEMENT = Table(
    "undo_statement", METADATA, Column("id", Integer, primary_key=True), Column("sql", Text, nullable=False)
)
