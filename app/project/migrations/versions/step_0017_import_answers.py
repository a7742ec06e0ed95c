"""What a person answered about the words in imported files."""

from alembic import op
from sqlalchemy import Column, Integer, String

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    """Create the table, empty in projects made before."""
    op.create_table(
        "import_answer",
        Column("position", Integer, primary_key=True, autoincrement=False),
        Column("asked", String, nullable=False),
        Column("said", String, nullable=False),
        Column("meant", String, nullable=False),
    )
