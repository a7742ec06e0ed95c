"""A change made from an older reading, laid on what another program stored meanwhile."""

from dataclasses import fields, replace
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select

from app.project.fingerprint import fingerprint
from app.project.project import Project
from app.project.schema import CHANGE_LOG, UNDO_STEP
from forecasts.findings import Finding, InputError

READ_ONLY_PARTS = frozenset({"history", "published"})
"""Parts of a project that no change of the project writes."""


class Revision(NamedTuple):
    """Two readings of a file between which nothing was changed, undone or redone have the same."""

    changes: int
    undone: int


def revision_of(connection: Connection) -> Revision:
    """The revision that this transaction sees."""
    changes = connection.execute(select(func.max(CHANGE_LOG.c.id))).scalar()
    undone = connection.execute(select(func.count()).where(UNDO_STEP.c.undone)).scalar()
    return Revision(changes or 0, undone or 0)


def laid_on(seen: Project, wanted: Project, now: Project) -> Project:
    """What `wanted` changed of `seen`, on top of `now`. Raises InputError (PF12) when both changed the same part."""
    names = [field.name for field in fields(Project) if field.name not in READ_ONLY_PARTS]
    mine = [name for name in names if _differ(getattr(seen, name), getattr(wanted, name))]
    if any(
        _differ(getattr(seen, name), getattr(now, name)) and _differ(getattr(wanted, name), getattr(now, name))
        for name in mine
    ):
        raise InputError([Finding("PF12")])
    changed: dict[str, Any] = {name: getattr(wanted, name) for name in mine}
    return replace(now, **changed)


def _differ(one: object, other: object) -> bool:
    return one is not other and fingerprint(one) != fingerprint(other)
