"""Planning a scenario through the jobs: forecast, requirement, roster, one after the other."""

from app.window.frame.desk import Desk
from app.window.jobs.solve import solve_scenario
from app.window.jobs.steps import run_for
from app.window.names import scenario_name
from app.wording import words

_ = words("window")


def calculate(desk: Desk, scenario: str, seconds: float) -> None:
    """Plan a scenario; each step shows its progress and can be stopped, what was stored before that stays."""
    name = scenario_name(scenario)

    def forecast() -> None:
        run_for(desk, scenario, "forecast", _("{name}: forecasting").format(name=name), "", staff)

    def staff() -> None:
        run_for(desk, scenario, "staff", _("{name}: calculating the requirement").format(name=name), "", solve)

    def solve() -> None:
        solve_scenario(desk, scenario, seconds)

    forecast()
