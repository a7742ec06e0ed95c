"""The phases of a project's promotions as spans of a chart."""

from collections.abc import Iterable
from datetime import datetime

from app.window.charts.shapes import Span
from app.wording.names import name_of
from forecasts.horizon import Horizon
from forecasts.promotion import Promotion


def phase_spans(promotions: Iterable[Promotion], horizon: Horizon) -> list[Span]:
    """Phases that touch the horizon, in hours from its start."""

    def hours(moment: datetime) -> float:
        return (moment - horizon.start).total_seconds() / 3600

    phases = [phase for promotion in promotions for phase in promotion.phases]
    return [
        Span(hours(phase.start), hours(phase.end), name_of(phase.kind))
        for phase in phases
        if phase.overlaps(horizon.start, horizon.end)
    ]
