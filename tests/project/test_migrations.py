from collections.abc import Mapping, Sequence
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Inspector, RowMapping, create_engine, insert, inspect

from app.project import result_schema, schema
from app.project.database import engine_of, writing
from app.project.file import ProjectFile
from app.project.migrations import upgrade
from app.project.parts.whole import write_parts
from app.project.project import Project
from forecasts.forecast import Forecast


def test_the_steps_make_exactly_the_tables_of_the_schema(path: Path) -> None:
    engine = engine_of(path)
    with writing(engine, path) as connection:
        upgrade(connection)
    with engine.begin() as connection:
        assert compare_metadata(MigrationContext.configure(connection), schema.METADATA) == []
    direct = create_engine("sqlite://")
    schema.METADATA.create_all(direct)
    assert result_schema.VOLUME.name in inspect(direct).get_table_names()
    by_steps, by_schema = inspect(engine), inspect(direct)
    for table in schema.METADATA.tables:
        assert _shape(by_steps, table) == _shape(by_schema, table)
    engine.dispose()
    direct.dispose()


def _shape(inspector: Inspector, table: str) -> object:
    columns = [
        (c["name"], str(c["type"]), c["nullable"], c["primary_key"]) for c in map(dict, inspector.get_columns(table))
    ]
    keys = [(k["constrained_columns"], k["referred_table"], k["options"]) for k in inspector.get_foreign_keys(table)]
    return columns, keys, inspector.get_pk_constraint(table)["constrained_columns"]


def test_the_schema_names_the_newest_step() -> None:
    config = Config()
    config.set_main_option("script_location", "app.project:migrations")
    config.set_main_option("path_separator", "os")
    assert ScriptDirectory.from_config(config).get_current_head() == schema.VERSION


def test_a_file_made_by_the_first_step_is_upgraded_when_opened(
    path: Path, project: Project, forecast: Forecast
) -> None:
    engine = engine_of(path)
    with writing(engine, path) as connection:
        upgrade(connection, "0001")
        _copy_into(connection, _rows_of(path.with_suffix(".new"), project))
    engine.dispose()
    with ProjectFile.open(path) as file:
        assert file.read().team == project.team
        file.save_forecast("基准", forecast)
        assert file.forecast("基准") is not None


def _rows_of(newest: Path, project: Project) -> Mapping[str, Sequence[RowMapping]]:
    """Every row that the newest program writes for a project, kept with its table."""
    engine = engine_of(newest)
    with writing(engine, newest) as connection:
        upgrade(connection)
        write_parts(connection, project)
        rows = {
            name: connection.execute(table.select()).mappings().all() for name, table in schema.METADATA.tables.items()
        }
    engine.dispose()
    return rows


def _copy_into(connection: Connection, rows: Mapping[str, Sequence[RowMapping]]) -> None:
    """What an early file can hold of the rows: its own tables and columns."""
    early = inspect(connection)
    for table in schema.METADATA.sorted_tables:
        if not rows[table.name] or not early.has_table(table.name):
            continue
        columns = {column["name"] for column in early.get_columns(table.name)}
        kept = [{name: value for name, value in row.items() if name in columns} for row in rows[table.name]]
        connection.execute(insert(table), kept)


def test_the_schema_compiles_for_postgresql() -> None:
    from sqlalchemy.dialects.postgresql.psycopg2 import PGDialect_psycopg2
    from sqlalchemy.schema import CreateTable

    for table in schema.METADATA.sorted_tables:
        assert "CREATE TABLE" in str(CreateTable(table).compile(dialect=PGDialect_psycopg2()))
