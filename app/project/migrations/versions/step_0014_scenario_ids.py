"""Results kept under a scenario's id, so that it may be renamed; finished points of sweeps with their rosters."""

from alembic import op
from sqlalchemy import JSON, Column, String, text

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Until now results were kept under the name, which so becomes the id. Points found before have no roster."""
    op.add_column("scenario", Column("id", String, nullable=False, server_default=text("''")))
    op.execute("UPDATE scenario SET id = name")
    op.add_column("sweep_point", Column("plan", JSON, nullable=False, server_default=text("'{}'")))
