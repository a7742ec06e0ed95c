"""What lies under the pointer in the matrix, and what its tooltip says."""

from enum import Enum, auto

from PySide6.QtCore import QPoint, Qt

from app.window.roster.scene import Scene
from app.window.roster.short_texts import hours, skills_name
from app.wording import words
from app.wording.names import name_of

_ = words("window")


class Part(Enum):
    """Parts of the matrix that answer a click."""

    CELL = auto()
    NAME = auto()
    DAY = auto()
    NOTHING = auto()


def part_at(scene: Scene, point: QPoint) -> tuple[Part, int, int]:
    """The part under a point with its row and day, -1 where it has none."""
    geometry = scene.geometry
    row, day = geometry.row_at(point.y()), geometry.day_at(point.x())
    if row is not None and day is not None:
        return Part.CELL, row, day
    if row is not None and point.x() < geometry.frozen_width:
        return Part.NAME, row, -1
    if day is not None and 0 <= point.y() < geometry.header_height:
        return Part.DAY, -1, day
    return Part.NOTHING, -1, -1


def tooltip_at(scene: Scene, point: QPoint) -> str:
    """What the part under a point says at length."""
    part, row, day = part_at(scene, point)
    if part is Part.CELL:
        return str(scene.model.data(scene.model.index(row, day), Qt.ItemDataRole.ToolTipRole) or "")
    if part is Part.NAME:
        person = scene.model.rows[row]
        facts = (name_of(person.contract), skills_name(person.skills), person.group, person.id)
        total = _("{hours} h in the horizon").format(hours=hours(person.minutes))
        return f"{person.name}\n{' · '.join(fact for fact in facts if fact)}\n{total}"
    if part is Part.DAY:
        return _phases_at(scene, point)
    return ""


def _phases_at(scene: Scene, point: QPoint) -> str:
    geometry = scene.geometry
    place = (point.x() - geometry.frozen_width + geometry.scroll_x) / geometry.day_width
    day = int(place)
    touching = [band for band in scene.bands if band.start < day + 1 and day < band.end]
    return "\n".join(f"{band.name}: {band.times}" for band in touching)
