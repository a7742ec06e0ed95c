"""The points of a sweep as the command tells them, and which of them no other point beats."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from app.window.charts.scatter import Dot
from app.window.comparison.factor_fields import field_of
from app.window.formats import number_text, share_text
from app.window.tables.numbers_table import Column, Row
from app.wording import words

_ = words("window")


@dataclass(frozen=True, slots=True)
class SweepPoint:
    """`values` by factor; `cost` and `labour` yuan, `hours` paid, `short` agent-hours, `worst` standard agents,
    `level` a share or None, `lost` customers, `gap` or None.
    """

    values: Mapping[str, float]
    cost: float
    labour: float
    hours: float
    short: float
    worst: float
    level: float | None
    lost: float
    gap: float | None

    def said(self) -> str:
        """Its factors and what they bring, in a line."""
        factors = (f"{field_of(name).title()} {field_of(name).text(value)}" for name, value in self.values.items())
        facts = (
            _("{cost} yuan labour").format(cost=number_text(self.labour)),
            _("service {level}").format(level=share_text(self.level)),
            _("short {hours} h").format(hours=number_text(self.short, 1)),
            _("no gap proven") if self.gap is None else _("gap {gap}").format(gap=share_text(self.gap)),
        )
        return " · ".join((*factors, *facts))


@dataclass(frozen=True, slots=True)
class Measure:
    """What stands against the labour cost. `upwards`: more is better."""

    value: Callable[[SweepPoint], float | None]
    upwards: bool
    unit: str


MEASURES = {
    "level": Measure(lambda point: None if point.level is None else point.level * 100, True, "%"),
    "short": Measure(lambda point: point.short, False, ""),
}


def sweep_points(output: str, factors: Sequence[str]) -> list[SweepPoint]:
    """What `sweep --json` wrote; empty when it wrote something else."""
    try:
        rows = json.loads(output)["rows"]
    except (ValueError, KeyError, TypeError):
        return []
    return [_point(row, factors) for row in rows]


def compared(output: str) -> tuple[int, int]:
    """How many pairs of points `sweep --json` compared, and how many contradict each other."""
    try:
        told = json.loads(output)
        return int(told["pairs_compared"]), len(told["contradictions"])
    except (ValueError, KeyError, TypeError):
        return 0, 0


def _point(row: Mapping[str, float], factors: Sequence[str]) -> SweepPoint:
    return SweepPoint(
        values={name: float(row[name]) for name in factors},
        cost=row["cost"],
        labour=row["labour_cost"],
        hours=row["agent_hours"],
        short=row["shortage_hours"],
        worst=row["worst_shortage"],
        level=row["service_level"],
        lost=row["lost"],
        gap=row["gap"],
    )


def frontier(points: Sequence[SweepPoint], measure: Measure) -> set[int]:
    """Points that no other one beats: none is as cheap and as good, and better in one of the two (Pareto). One without
    a proven gap is none of them: how good its roster is nobody knows.
    """
    sign = 1 if measure.upwards else -1
    told = [
        (n, point.labour, sign * value)
        for n, point in enumerate(points)
        if (value := measure.value(point)) is not None and point.gap is not None
    ]
    return {
        number
        for number, cost, good in told
        if not any(c <= cost and g >= good and (c, g) != (cost, good) for _n, c, g in told)
    }


def dots_of(points: Sequence[SweepPoint], measure: Measure) -> tuple[list[int], list[Dot]]:
    """The numbers of the points that the measure is known of, and how they are drawn."""
    best = frontier(points, measure)
    numbers = [number for number, point in enumerate(points) if measure.value(point) is not None]
    drawn = [
        Dot(points[n].labour, float(measure.value(points[n]) or 0.0), points[n].said(), n in best) for n in numbers
    ]
    return numbers, drawn


def point_columns(factors: Sequence[str]) -> tuple[Column, ...]:
    """The factors first, then what they bring."""
    return (
        *(Column(field_of(name).title()) for name in factors),
        Column(_("Cost, yuan")),
        Column(_("of it labour")),
        Column(_("Agent-hours")),
        Column(_("Shortage, hours")),
        Column(_("Worst shortage")),
        Column(_("Service level")),
        Column(_("Lost")),
        Column(_("Gap")),
        Column(_("Frontier"), centred=True),
    )


def point_row(point: SweepPoint, best: bool) -> Row:
    """One point; those on the frontier carry a mark."""
    return Row(
        (
            *(field_of(name).text(value) for name, value in point.values.items()),
            number_text(point.cost),
            number_text(point.labour),
            number_text(point.hours),
            number_text(point.short, 1),
            number_text(point.worst, 1),
            share_text(point.level),
            number_text(point.lost),
            _("unproven") if point.gap is None else share_text(point.gap),
            "●" if best else "",
        )
    )
