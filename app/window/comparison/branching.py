"""What the buttons of the scenario form do to the project, each as one step of undo."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from app.project.branches import adopted, with_copy, with_scenario, without
from app.project.project import BASE_SCENARIO, Project, Scenario
from app.window.comparison.scenario_form import ScenarioForm
from app.window.frame.desk import Desk
from app.window.frame.message import Message, Mood
from app.window.names import scenario_name
from app.wording import words

_ = words("window")


class Branching(QObject):
    """Follows a form and changes the project that the desk has open."""

    def __init__(self, desk: Desk, form: ScenarioForm) -> None:
        super().__init__(form)
        self._desk = desk
        form.applied.connect(self.apply)
        form.acts.add.clicked.connect(lambda: self.add(Scenario(volume_factor=1.1)))
        form.acts.copy.clicked.connect(self._on_shown(self.copy))
        form.acts.remove.clicked.connect(self._on_shown(self.remove))
        form.acts.adopt.clicked.connect(self._on_shown(self.adopt))

    def add(self, like: Scenario) -> None:
        """A new scenario with the differences of `like`, under the next free name."""
        project = self._project()
        name = free_name(project, _("Scenario {number}"))
        changed = replace(project, scenarios=(*project.scenarios, replace(like, name=name)))
        self._change(_("Add scenario {name}").format(name=name), changed, name)

    def copy(self, name: str) -> None:
        """The same scenario once more, to change something in it."""
        project = self._project()
        copy = free_name(project, scenario_name(name) + " {number}", 2)
        label = _("Duplicate scenario {name}").format(name=scenario_name(name))
        self._change(label, with_copy(project, name, copy), copy)

    def remove(self, name: str) -> None:
        """Take a scenario away."""
        project = self._project()
        shown = project.scenario(name).base or BASE_SCENARIO
        self._change(_("Remove scenario {name}").format(name=scenario_name(name)), without(project, name), shown)

    def adopt(self, name: str) -> None:
        """Make a scenario's differences the project's own."""
        project = self._project()
        self._change(_("Adopt scenario {name}").format(name=name), adopted(project, name), BASE_SCENARIO)
        text = _("The project now plans what {name} planned; calculate its roster anew, or undo.").format(name=name)
        self._desk.say(Message(text, Mood.GOOD))

    def apply(self, name: str, typed: Scenario) -> None:
        """Store a scenario as typed, perhaps under another name."""
        project = self._project()
        if typed.name in {scenario.name for scenario in project.scenarios if scenario.name != name}:
            text = _("There is a scenario called {name} already; choose another name.").format(name=typed.name)
            self._desk.say(Message(text, Mood.WARNING))
            return
        label = _("Change scenario {name}").format(name=typed.name)
        self._change(label, with_scenario(project, name, typed), typed.name)

    def _project(self) -> Project:
        view = self._desk.document.view
        if view is None:
            raise RuntimeError("no project is open")
        return view.project

    def _on_shown(self, act: Callable[[str], None]) -> Callable[[], None]:
        """The act for the scenario that the page shows."""

        def run() -> None:
            view = self._desk.document.view
            if view is not None:
                act(view.scenario.name)

        return run

    def _change(self, label: str, project: Project, shown: str) -> None:
        self._desk.document.change(label, project)
        self._desk.document.choose_scenario(shown)


def free_name(project: Project, pattern: str, first: int = 0) -> str:
    """The first name of a numbered pattern that no scenario has."""
    names = {scenario.name for scenario in project.scenarios}
    number = first or len(project.scenarios)
    while (name := pattern.format(number=number)) in names:
        number += 1
    return name
