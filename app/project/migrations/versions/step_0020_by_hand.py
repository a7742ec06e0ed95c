"""When a rule was changed by hand and what it was before; the key that sets a shift."""

from alembic import op
from sqlalchemy import Column, Date, Float, String

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    """Add the columns: not known of changes made before, and every shift has its usual key."""
    op.add_column("rule", Column("changed_on", Date))
    op.add_column("rule", Column("was", Float))
    op.add_column("shift", Column("key", String, nullable=False, server_default=""))
