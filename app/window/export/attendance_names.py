"""What an attendance system calls our shifts and agents, typed once and kept in the project."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QWidget

from app.project.attendance_names import AttendanceName, AttendanceSystem, NamedThing, names_of
from app.project.project import Project
from app.window.frame.dialog_column import dialog_column
from app.window.frame.tiles import label
from app.window.look.look import look
from app.window.tables.list_editor import ListEditor
from app.window.tables.values_model import Field
from app.wording import words

_ = words("window")


@dataclass(frozen=True, slots=True)
class Named:
    """A thing of ours as people know it, and what the system calls it, "" while nobody said."""

    thing: NamedThing
    ours: str
    shown: str
    theirs: str


def systems() -> Mapping[AttendanceSystem, str]:
    """What the systems are called."""
    return {
        AttendanceSystem.DINGTALK: _("DingTalk"),
        AttendanceSystem.WECOM: _("WeCom"),
        AttendanceSystem.FEISHU: _("Feishu"),
    }


def named_things(project: Project, system: AttendanceSystem) -> Iterator[Named]:
    """The day off, every shift, every agent, the attendance group."""
    things = [(NamedThing.SHIFT, "", _("Day off"))]
    things += [(NamedThing.SHIFT, shift.id, shift.name or shift.code or shift.id) for shift in project.shifts.values()]
    things += [(NamedThing.AGENT, agent.id, agent.name or agent.id) for agent in project.team]
    things.append((NamedThing.GROUP, "", _("Attendance group")))
    theirs = {thing: names_of(project.attendance_names, system, thing) for thing in NamedThing}
    for thing, ours, shown in things:
        yield Named(thing, ours, shown, theirs[thing].get(ours, ""))


class AttendanceNamesDialog(QDialog):
    """`project` is the project with the names typed; nothing is stored before OK."""

    def __init__(self, project: Project, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Names in the attendance system"))
        self.resize(look().px(560), look().px(560))
        self._project = project
        self.system = QComboBox()
        self.system.setAccessibleName(_("Attendance system"))
        for system, name in systems().items():
            self.system.addItem(name, system.value)
        what = {NamedThing.SHIFT: _("Shift"), NamedThing.AGENT: _("Agent"), NamedThing.GROUP: _("Group")}
        fields = (
            Field(_("What"), lambda named: what[named.thing]),
            Field(_("Here"), lambda named: named.shown),
            Field(_("Name or id there"), lambda named: named.theirs, lambda named, text: replace(named, theirs=text)),
        )
        self.names = ListEditor(_("Names in the attendance system"), fields, None, "")
        self.names.delete.hide()
        self.names.changed.connect(self._take)
        self.system.activated.connect(lambda _row: self._show())
        note = label(_("Leave a name empty where both are called the same."), "quiet")
        note.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = dialog_column(self)
        for part in (self.system, self.names, note, buttons):
            column.addWidget(part, 1 if part is self.names else 0)
        self._show()

    @property
    def project(self) -> Project:
        """With the names as they stand."""
        return self._project

    @property
    def _system(self) -> AttendanceSystem:
        return AttendanceSystem(self.system.currentData())

    def _show(self) -> None:
        self.names.show_values(tuple(named_things(self._project, self._system)))

    def _take(self, named: tuple[Named, ...]) -> None:
        others = tuple(name for name in self._project.attendance_names if name.system is not self._system)
        new = tuple(AttendanceName(self._system, each.thing, each.ours, each.theirs) for each in named if each.theirs)
        self._project = replace(self._project, attendance_names=(*others, *new))
        self.names.show_values(named)
