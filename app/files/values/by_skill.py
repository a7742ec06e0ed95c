"""A number for every skill, or another one for some: `45`, `售后=90`, `45 售后=90`."""

import re

from app.files.grid import Value, text_of
from app.files.values.missing import Unreadable, is_missing
from app.files.values.number import read_number
from app.files.words import SKILLS, id_of
from app.wording.names import name_of
from forecasts.phase_work import BySkill, by_skill

_BETWEEN = re.compile(r"[;；,，、\s]+")


def read_by_skill(value: Value) -> BySkill:
    """The numbers of a cell, none when it is empty. Raises Unreadable IE07."""
    if is_missing(value):
        return ()
    if not isinstance(value, str):
        return by_skill({"": _number(value)})
    found: dict[str, float] = {}
    for part in filter(None, _BETWEEN.split(text_of(value))):
        word, _equals, number = part.replace("＝", "=").rpartition("=")
        skill = id_of(word, SKILLS)
        if skill in found:
            raise Unreadable("IE07", variant="text")
        found[skill] = _number(number)
    return by_skill(found)


def by_skill_text(values: BySkill) -> str:
    """Numbers as they can be typed back."""
    return " ".join(f"{name_of(skill)}={number:g}" if skill else f"{number:g}" for skill, number in values)


def _number(value: Value) -> float:
    number = read_number(value)
    if number is None:
        raise Unreadable("IE07", variant="text")
    return number
