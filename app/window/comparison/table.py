"""The table of scenarios: each number with its difference to what the scenario is based on."""

from collections.abc import Iterable, Sequence

from app.project.figures import Figures
from app.project.project import BASE_SCENARIO, Scenario
from app.window.comparison.services import Service
from app.window.formats import moment_text, number_text, share_text, signed_text
from app.window.names import scenario_name
from app.window.tables.numbers_table import Column, Row
from app.wording import words
from app.wording.names import name_of

_ = words("window")
POINTS = 100


SHORTAGE = "shortage_hours"
FIRST, LAST = ("agent_hours",), ("overtime_hours", "cost", "labour_cost", SHORTAGE, "worst_shortage")
DECIMALS = {"overtime_hours": 1, SHORTAGE: 1, "worst_shortage": 1}


def contracts_of(rows: Iterable[Figures | None]) -> tuple[str, ...]:
    """The contracts of all rosters."""
    return tuple(sorted({contract for row in rows if row is not None for contract in row.hours_by_contract}))


def scenario_columns(contracts: Sequence[str] = ()) -> tuple[Column, ...]:
    """Columns of the comparison; the hours of each contract after those of all."""
    return (
        Column(_("Scenario"), words=True, wide=True),
        Column(_("Agent-hours")),
        *(Column(_("of it {contract}").format(contract=name_of(contract))) for contract in contracts),
        Column(_("Overtime, hours")),
        Column(_("Cost, yuan")),
        Column(_("of it labour")),
        Column(_("Shortage, hours")),
        Column(_("Worst shortage")),
        Column(_("at"), words=True),
        Column(_("Service level")),
        Column(_("First response, s")),
        Column(_("Lost")),
        Column(_("Lost sales, yuan")),
        Column(_("Fairness")),
        Column(_("Violations")),
        Column(_("Gap")),
    )


def scenario_row(
    name: str,
    row: Figures | None,
    base: Figures | None,
    services: tuple[Service | None, Service | None],
    contracts: Sequence[str] = (),
) -> Row:
    """One scenario; dashes while it has no roster. `name` as it stands in the table; `services`: its own and that of
    the base.
    """
    if row is None:
        return Row((name, *("–",) * (len(scenario_columns(contracts)) - 1)))
    below = None if base is None or row is base else base  # differences to itself are not shown
    service, known = services[0], None if below is None else services[1]

    def changed(key: str) -> str:
        return with_change(getattr(row, key), None if below is None else getattr(below, key), DECIMALS.get(key, 0))

    def of_contract(contract: str) -> str:
        before = None if below is None else below.hours_by_contract.get(contract, 0.0)
        return with_change(row.hours_by_contract.get(contract, 0.0), before)

    return Row(
        (
            name,
            *map(changed, FIRST),
            *map(of_contract, contracts),
            *map(changed, LAST),
            moment_text(row.worst_start) if row.worst_start else "–",
            _level(service, known),
            *(_of_service(service, known, key, decimals) for key, decimals in OF_SERVICE),
            changed("fairness"),
            changed("violations"),
            share_text(row.gap),
        ),
        tokens=((5 + len(contracts), "shortage"),) if row.shortage_hours > HARDLY else (),
    )


OF_SERVICE = (("first_response_seconds", 1), ("lost", 0), ("lost_sales", 0))
HARDLY = 0.05


def hour_columns() -> tuple[Column, ...]:
    """The hours of a day."""
    return (Column(_("Scenario"), words=True, wide=True), *(Column(f"{hour:02d}") for hour in range(24)))


def hour_row(name: str, row: Figures | None) -> Row:
    """Agent-hours short in each hour of the day, all days together; a dash where nothing is."""
    short = row.shortage_by_hour if row else (0.0,) * 24
    texts = (number_text(hours, 1) if hours > HARDLY else "–" for hours in short)
    tokens = tuple((number, "shortage") for number, hours in enumerate(short, 1) if hours > HARDLY)
    return Row((name, *texts), tokens=tokens)


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


def _of_service(service: Service | None, base: Service | None, key: str, decimals: int) -> str:
    value = None if service is None else getattr(service, key)
    return "–" if value is None else with_change(value, None if base is None else getattr(base, key), decimals)


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
