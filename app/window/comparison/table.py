"""The table of scenarios: each number with its difference to what the scenario is based on."""

from collections.abc import Sequence

from app.project.figures import Figures
from app.project.project import BASE_SCENARIO, Scenario
from app.window.comparison.services import Service
from app.window.formats import moment_text, number_text, share_text, signed_text
from app.window.names import scenario_name
from app.window.tables.numbers_table import Column, Row
from app.wording import words

_ = words("window")
POINTS = 100


def scenario_columns() -> tuple[Column, ...]:
    """Columns of the comparison."""
    return (
        Column(_("Scenario"), words=True, wide=True),
        Column(_("Agent-hours")),
        Column(_("Cost, yuan")),
        Column(_("of it labour")),
        Column(_("Shortage, hours")),
        Column(_("Worst shortage")),
        Column(_("at"), words=True),
        Column(_("Service level")),
        Column(_("Lost")),
        Column(_("Gap")),
    )


def scenario_row(
    name: str, row: Figures | None, base: Figures | None, service: Service | None, base_service: Service | None = None
) -> Row:
    """One scenario; dashes while it has no roster. `name` as it stands in the table."""
    if row is None:
        return Row((name, *("–",) * 9))
    below = row if base is None or row is base else base  # differences to itself are not shown

    def changed(value: float, before: float, decimals: int = 0) -> str:
        return with_change(value, None if below is row else before, decimals)

    known = None if below is row else base_service
    return Row(
        (
            name,
            changed(row.agent_hours, below.agent_hours),
            changed(row.cost, below.cost),
            changed(row.labour_cost, below.labour_cost),
            changed(row.shortage_hours, below.shortage_hours, 1),
            changed(row.worst_shortage, below.worst_shortage, 1),
            moment_text(row.worst_start) if row.worst_start else "–",
            _level(service, known),
            _lost(service, known),
            share_text(row.gap),
        ),
        tokens=((4, "shortage"),) if row.shortage_hours > 0.05 else (),
    )


def with_change(value: float, base: float | None, decimals: int = 0) -> str:
    """`1,234 (+56)`; stands alone where there is nothing to compare with."""
    text = number_text(value, decimals)
    return text if base is None else f"{text} ({signed_text(value - base, decimals)})"


def _level(service: Service | None, base: Service | None) -> str:
    """A service level; its difference in points."""
    if service is None:
        return "–"
    text = share_text(service.service_level)
    if service.service_level is None or base is None or base.service_level is None:
        return text
    return f"{text} ({signed_text((service.service_level - base.service_level) * POINTS, 1)})"


def _lost(service: Service | None, base: Service | None) -> str:
    return "–" if service is None else with_change(service.lost, None if base is None else base.lost)


def base_of(scenarios: Sequence[Scenario], name: str) -> str:
    """What a scenario is compared with: what it is based on, else the base scenario."""
    names = [scenario.name for scenario in scenarios]
    base = next(scenario.base for scenario in scenarios if scenario.name == name)
    return base if base in names else BASE_SCENARIO if BASE_SCENARIO in names else names[0]


def chosen_pair(scenarios: Sequence[Scenario], chosen: str) -> tuple[str, str]:
    """What a scenario is compared with and the one looked at; the second one when the first is chosen."""
    if base_of(scenarios, chosen) == chosen and len(scenarios) > 1:
        chosen = next(scenario.name for scenario in scenarios if scenario.name != chosen)
    return base_of(scenarios, chosen), chosen


def nested(scenarios: Sequence[Scenario]) -> list[tuple[str, str]]:
    """Every scenario under what it is based on: its name, and its name as it stands in the table."""
    names = {scenario.name for scenario in scenarios}
    found: dict[str, str] = {}

    def walk(scenario: Scenario, depth: int) -> None:
        if scenario.name not in found:
            found[scenario.name] = "    " * max(0, depth - 1) + ("└ " if depth else "") + scenario_name(scenario.name)
            for other in scenarios:
                if other.base == scenario.name:
                    walk(other, depth + 1)

    for scenario in (*(s for s in scenarios if s.base not in names), *scenarios):
        walk(scenario, 0)
    return list(found.items())
