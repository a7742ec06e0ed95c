"""Further goals, the spread and the measured durations of chats, shrinkage by contract; rules of the ramp-up."""

from alembic import op
from sqlalchemy import Column, Float, String, text

revision = "0015"
down_revision = "0014"

RAMP = (("new_agent_productivity", "NULL", "standard agent"), ("ramp_days", "30", "day"))


def upgrade() -> None:
    """Goals set before ask for nothing more; the ramp-up is there and switched off."""
    for name in ("first_response_seconds", "utilisation"):
        op.add_column("goal", Column(name, Float))
    op.add_column("goal", Column("chat_length_cv", Float, nullable=False, server_default="1"))
    for name in ("shrinkage_by_contract", "chat_duration_by_level"):
        op.add_column("goal", Column(name, String, nullable=False, server_default=text("''")))
    for key, value, unit in RAMP:
        op.execute(
            "INSERT INTO rule (position, key, value, unit, scope, severity, article, changed) "  # noqa: S608  # constants
            f"SELECT MAX(position) + 1, '{key}', {value}, '{unit}', '', 'policy', '', 0 FROM rule "
            f"HAVING COUNT(*) > 0 AND SUM(key = '{key}') = 0"
        )
