"""Undo without limit, also after the file was closed: every change records the statements that take it back.

The method is SQLite's own (sqlite.org/undoredo.html): temporary triggers note for each row inserted, changed or deleted
the statement that reverses it. Taking a step back runs its statements last to first, while the same triggers note how
to do it again. Counts of history are not noted row by row: an import is taken out and put back by a mark on its batch.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby

from sqlalchemy import Connection, Row, Table, delete, func, insert, select, text, update

from app.project.result_schema import SWEEP_POINT
from app.project.schema import CHANGE_LOG, HISTORY, IMPORT_BATCH, METADATA, UNDO_STATEMENT, UNDO_STEP
from app.project.undo_labels import UndoLabels

TOGETHER = 200
_SIGNS = {"DELETE": " WHERE ", "INSERT": " VALUES "}
NOT_NOTED = (HISTORY, CHANGE_LOG, SWEEP_POINT, UNDO_STATEMENT, UNDO_STEP)


def begin_noting(connection: Connection) -> int:
    """Note every change from here on; returns the number of the last statement noted before."""
    if not connection.info.get("notes_changes"):
        for table in METADATA.tables.values():
            if table not in NOT_NOTED:
                for trigger in _triggers(table):
                    connection.exec_driver_sql(trigger)
        connection.info["notes_changes"] = True
    return _last_statement(connection)


def end_step(connection: Connection, label: str, noted_before: int) -> None:
    """Make what was noted since one step; what had been undone can no longer be redone."""
    last = _last_statement(connection)
    if last == noted_before:
        return
    _drop_undone(connection)
    row = {"time": _now(), "label": label, "first": noted_before + 1, "last": last, "undone": False}
    connection.execute(insert(UNDO_STEP).values(row))


def extend_step(connection: Connection, noted_before: int, label: str = "") -> None:
    """Add what was noted since to the newest step, of which it is a consequence; forget it when there is none. `label`:
    what the step is called from now on, "" as before.
    """
    last = _last_statement(connection)
    if last == noted_before:
        return
    _drop_undone(connection)
    newest = connection.execute(_next(undone=False)).first()
    if newest is None:
        forget(connection)
    else:
        values = {"last": last, "label": label or newest.label}
        connection.execute(update(UNDO_STEP).where(UNDO_STEP.c.id == newest.id).values(values))


def forget(connection: Connection) -> None:
    """Nothing done so far can be undone any more: the state the file began with."""
    connection.execute(delete(UNDO_STEP))
    connection.execute(delete(UNDO_STATEMENT))


def labels(connection: Connection) -> UndoLabels:
    """The labels of the next step to undo and to redo."""
    back, again = (connection.execute(_next(undone)).first() for undone in (False, True))
    return UndoLabels(back.label if back else "", again.label if again else "", _size(back), _size(again))


def _size(step: Row[tuple[object, ...]] | None) -> int:
    return step.last - step.first + 1 if step else 0


def depth(connection: Connection) -> int:
    """How many steps can be undone."""
    steps = select(func.count()).select_from(UNDO_STEP).where(UNDO_STEP.c.undone.is_(False))
    return connection.execute(steps).scalar() or 0


def step_back(connection: Connection) -> str | None:
    """Take the newest step back; its label, None when there is none."""
    return _reverse(connection, connection.execute(_next(undone=False)).first())


def step_again(connection: Connection) -> str | None:
    """Do the step again that was taken back last; its label, None when there is none."""
    return _reverse(connection, connection.execute(_next(undone=True)).first())


def _reverse(connection: Connection, step: Row[tuple[object, ...]] | None) -> str | None:
    if step is None:
        return None
    begin_noting(connection)
    columns = UNDO_STATEMENT.c
    inside = columns.id.between(step.first, step.last)
    statements = connection.execute(select(columns.sql).where(inside).order_by(columns.id.desc())).scalars().all()
    connection.execute(delete(UNDO_STATEMENT).where(inside))
    before = _last_statement(connection)
    connection.execute(text("PRAGMA defer_foreign_keys = ON"))
    for statement in _together(statements):
        connection.exec_driver_sql(statement)
    values = {"first": before + 1, "last": _last_statement(connection), "undone": not step.undone}
    connection.execute(update(UNDO_STEP).where(UNDO_STEP.c.id == step.id).values(values))
    return str(step.label)


def _together(statements: Sequence[str]) -> Iterator[str]:
    """Rows put into or taken out of one table in a run as few statements: SQLite reads each statement anew, and the
    roster of a search has thousands of rows. Rows of one run differ in their keys, so that their order is no matter.
    """
    for start, run in groupby(statements, _start):
        rows = [statement.removeprefix(start) for statement in run]
        joint, at_once = (" OR ", TOGETHER) if start.startswith("DELETE") else (", ", TOGETHER if start else 1)
        yield from (start + joint.join(rows[at : at + at_once]) for at in range(0, len(rows), at_once))


def _start(statement: str) -> str:
    """What statements must have in common to be joined; an UPDATE stands alone."""
    head, sign, _row = statement.partition(_SIGNS.get(statement[:6], "\0"))
    return head + sign if sign else ""


def _next(undone: bool):  # type: ignore[no-untyped-def]  # SQLAlchemy's Select of nine columns is no help to a reader
    order = UNDO_STEP.c.id if undone else UNDO_STEP.c.id.desc()
    return select(UNDO_STEP).where(UNDO_STEP.c.undone.is_(undone)).order_by(order).limit(1)


def _drop_undone(connection: Connection) -> None:
    columns, statements = UNDO_STEP.c, UNDO_STATEMENT.c
    for step in connection.execute(select(columns.first, columns.last).where(columns.undone)).all():
        connection.execute(delete(UNDO_STATEMENT).where(statements.id.between(step.first, step.last)))
    connection.execute(delete(UNDO_STEP).where(columns.undone))


def _last_statement(connection: Connection) -> int:
    return connection.execute(select(func.max(UNDO_STATEMENT.c.id))).scalar() or 0


def _triggers(table: Table) -> list[str]:
    """The statements that make a table's triggers. Names are the schema's own; SQLite quotes the values."""
    columns = [column.name for column in table.columns]
    names = ", ".join(f'"{name}"' for name in columns)
    values = " || ', ' || ".join(f'quote(old."{name}")' for name in columns)
    changes = " || ', ' || ".join(_equals("old", name) for name in columns)
    key = " || ' AND ' || ".join(_equals("new", column.name) for column in table.primary_key)
    name = f'"{table.name}"'
    back = {
        "UPDATE": f"'UPDATE {name} SET ' || {changes} || ' WHERE ' || {key}",  # noqa: S608
        "INSERT": f"'DELETE FROM {name} WHERE ' || {key}",  # noqa: S608
        "DELETE": f"'INSERT INTO {name} ({names}) VALUES (' || {values} || ')'",  # noqa: S608
    }
    # A batch is never deleted, only marked.
    return [_trigger(table, event, back[event]) for event in (("UPDATE",) if table is IMPORT_BATCH else back)]


def _equals(row: str, column: str) -> str:
    """An SQL expression for the text `"column" = value`, the value taken from the old or new row."""
    return f'\'"{column}" = \' || quote({row}."{column}")'


def _trigger(table: Table, event: str, statement: str) -> str:
    return (
        f'CREATE TEMP TRIGGER "note_{event.lower()}_{table.name}" AFTER {event} ON main."{table.name}" '  # noqa: S608
        f"BEGIN INSERT INTO undo_statement (sql) VALUES ({statement}); END"
    )


def _now() -> datetime:
    return datetime.now().replace(microsecond=0)
