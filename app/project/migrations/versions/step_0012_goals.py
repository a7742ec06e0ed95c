"""Exam windows, deferrable work, worth of customers, shrinkage by hour; further curves of a requirement."""

from alembic import op
from sqlalchemy import JSON, Column, Float, ForeignKey, String

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Goals set before have none of these; requirements made before show their own curve only."""
    op.add_column("goal", Column("shrinkage_by_hour", String, nullable=False, server_default=""))
    for name, usual in (("deferrable_share", 0), ("deadline_minutes", 240), ("conversion", 0), ("order_value", 0)):
        op.add_column("goal", Column(name, Float, nullable=False, server_default=str(usual)))
    op.add_column("goal", Column("exam_windows", JSON, nullable=False, server_default="[]"))
    op.create_table(
        "requirement_curve",
        Column("scenario", String, ForeignKey("requirement.scenario", ondelete="CASCADE"), primary_key=True),
        Column("skill", String, primary_key=True),
        Column("name", String, primary_key=True),
        Column("numbers", JSON, nullable=False),
    )
