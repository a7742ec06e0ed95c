"""What an attendance system calls the team's shifts, agents and attendance group."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class AttendanceSystem(StrEnum):
    """钉钉, 企业微信, 飞书."""

    DINGTALK = "dingtalk"
    WECOM = "wecom"
    FEISHU = "feishu"


class NamedThing(StrEnum):
    """What a name is of. The day off is a `SHIFT` of empty id; there is one `GROUP`, of empty id."""

    SHIFT = "shift"
    AGENT = "agent"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class AttendanceName:
    """`ours` is the project's id, `theirs` the system's name or id."""

    system: AttendanceSystem
    thing: NamedThing
    ours: str
    theirs: str


def names_of(names: Iterable[AttendanceName], system: AttendanceSystem, thing: NamedThing) -> Mapping[str, str]:
    """Our id to their name, of one system and kind."""
    return {name.ours: name.theirs for name in names if (name.system, name.thing) == (system, thing)}


def with_names(names: Iterable[AttendanceName], new: Iterable[AttendanceName]) -> tuple[AttendanceName, ...]:
    """The names with new ones in the place of earlier ones for the same thing."""
    together = {(name.system, name.thing, name.ours): name for name in (*names, *new)}
    return tuple(together.values())
