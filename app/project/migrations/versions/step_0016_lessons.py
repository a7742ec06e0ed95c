"""What reviews taught."""

from alembic import op
from sqlalchemy import Column, Float, Integer, String

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    """Nothing was kept before."""
    op.create_table(
        "drawn_lesson",
        Column("position", Integer, primary_key=True, autoincrement=False),
        Column("promotion", String, nullable=False),
        Column("phase", String, nullable=False),
        Column("what", String, nullable=False),
        Column("planned", Float, nullable=False),
        Column("found", Float, nullable=False),
    )
