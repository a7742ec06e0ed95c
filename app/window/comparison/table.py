"""The table of scenarios: each number with its difference to the base scenario."""

from collections.abc import Sequence

from app.project.figures import Figures
from app.window.comparison.services import Service
from app.window.formats import moment_text, number_text, share_text, signed_text
from app.window.names import scenario_name
from app.window.tables.numbers_table import Column, Row
from app.wording import words

_ = words("window")


def scenario_columns() -> tuple[Column, ...]:
    """Columns of the comparison."""
    return (
        Column(_("Scenario"), words=True, wide=True),
        Column(_("Agent-hours")),
        Column(_("Cost, yuan")),
        Column(_("Shortage, hours")),
        Column(_("Worst shortage")),
        Column(_("at"), words=True),
        Column(_("Service level")),
        Column(_("Lost")),
        Column(_("Gap")),
    )


def scenario_row(name: str, row: Figures | None, base: Figures | None, service: Service | None) -> Row:
    """One scenario; dashes while it has no roster."""
    if row is None:
        return Row((scenario_name(name), *("–",) * 8))
    return Row(
        (
            scenario_name(name),
            with_change(row.agent_hours, base.agent_hours if base else None, row is base),
            with_change(row.cost, base.cost if base else None, row is base),
            with_change(row.shortage_hours, base.shortage_hours if base else None, row is base, 1),
            with_change(row.worst_shortage, base.worst_shortage if base else None, row is base, 1),
            moment_text(row.worst_start) if row.worst_start else "–",
            "–" if service is None else share_text(service.service_level),
            "–" if service is None else number_text(service.lost),
            share_text(row.gap),
        ),
        tokens=((3, "shortage"),) if row.shortage_hours > 0.05 else (),
    )


def with_change(value: float, base: float | None, is_base: bool, decimals: int = 0) -> str:
    """`1,234 (+56)`; the base itself stands alone."""
    text = number_text(value, decimals)
    return text if is_base or base is None else f"{text} ({signed_text(value - base, decimals)})"


def chosen_pair(names: Sequence[str], chosen: str) -> tuple[str, str]:
    """The base and the scenario looked at; the second one when the base itself is chosen."""
    base = names[0]
    if chosen != base or len(names) == 1:
        return base, chosen
    return base, names[1]
