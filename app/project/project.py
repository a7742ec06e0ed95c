"""The whole document as one immutable value; `app.project.file` keeps it durable."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.project.attendance_names import AttendanceName
from app.project.drawn_lesson import DrawnLesson
from app.project.import_answers import ImportAnswer
from app.project.waiver import Waiver
from forecasts.history import History
from forecasts.horizon import Horizon
from forecasts.outlook import Outlook
from forecasts.promotion import Promotion
from scheduler.alternating_weeks import AlternatingWeeks
from scheduler.attendance import AttendedDay
from scheduler.past_roster import PastDay
from scheduler.rulebook import DEFAULT_RULEBOOK, Rulebook
from scheduler.shift import Shift
from scheduler.staffing.goals import Goals
from scheduler.team import TeamAgent

BASE_SCENARIO = "基准"


@dataclass(frozen=True, slots=True)
class Scenario:
    """A named what-if: differences from the project, or from the scenario named `base`. `agent_changes`: contract to
    agents more (+) or fewer (-); `changes`: further factors by name (`app.project.factors`). `id`: what its results
    are kept under, whatever it is called; "" until the project file gives it one.
    """

    name: str = BASE_SCENARIO
    volume_factor: float = 1.0
    agent_changes: Mapping[str, int] = field(default_factory=dict)
    changes: Mapping[str, float] = field(default_factory=dict)
    base: str = ""
    id: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Project:
    """Everything a plan is made from. `goals`: skill to goals; a skill without an entry has the defaults.
    `past`, `attended`: days rostered before the plan and days as attendance reports tell them, by agent and day.
    `published`: days before the plan as this project's own versions told them; read from those, never written.
    `lessons`: what reviews of earlier promotions taught.
    """

    name: str
    horizon: Horizon
    seat_limit: int | None = None
    history: History = field(default_factory=lambda: History(30, {}))
    promotions: tuple[Promotion, ...] = ()
    team: tuple[TeamAgent, ...] = ()
    shifts: Mapping[str, Shift] = field(default_factory=dict)
    rulebook: Rulebook = DEFAULT_RULEBOOK
    goals: Mapping[str, Goals] = field(default_factory=dict)
    scenarios: tuple[Scenario, ...] = (Scenario(),)
    alternating_weeks: AlternatingWeeks | None = None
    attendance_names: tuple[AttendanceName, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    outlook: Outlook = field(default_factory=Outlook)
    past: tuple[PastDay, ...] = ()
    attended: tuple[AttendedDay, ...] = ()
    published: tuple[PastDay, ...] = ()
    import_answers: tuple[ImportAnswer, ...] = ()
    lessons: tuple[DrawnLesson, ...] = ()

    def scenario(self, name: str) -> Scenario:
        """The scenario of a name. Raises KeyError with the names there are."""
        for scenario in self.scenarios:
            if scenario.name == name:
                return scenario
        raise KeyError(f"{name}; there are {', '.join(s.name for s in self.scenarios)}")
