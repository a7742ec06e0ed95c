"""One schema step a file, run by Alembic when a project made by an earlier program is opened."""

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection


def upgrade(connection: Connection, to: str = "head") -> None:
    """Bring the tables to a step, the newest by default, inside the connection's transaction."""
    config = Config()
    config.set_main_option("script_location", "app.project:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, to)
