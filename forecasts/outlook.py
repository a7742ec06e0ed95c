"""What people know and decide about the days ahead, beside the promotions; kept apart from the history."""

from dataclasses import dataclass, field
from datetime import datetime

from forecasts.broadcast import Broadcast
from forecasts.day_kinds import Calendar
from forecasts.driver import Driver
from forecasts.history import History
from forecasts.kept import Kept
from forecasts.occasions import Occasions
from forecasts.overrides import Override


@dataclass(frozen=True, slots=True)
class Actuals:
    """Inquiries counted since the horizon began, as they stood at `now`."""

    now: datetime
    counted: History


@dataclass(frozen=True, slots=True)
class Outlook:
    """`drivers` with their plans, `broadcasts` past and planned, `overrides` in the order of their typing, `actuals` of
    today, `calendar` edits of single days against the shipped table, cleanings of the history taken back (`kept`), and
    the `occasions` written to single days, which are shown and move no forecast.
    """

    drivers: tuple[Driver, ...] = ()
    broadcasts: tuple[Broadcast, ...] = ()
    overrides: tuple[Override, ...] = ()
    actuals: Actuals | None = None
    calendar: Calendar = field(default_factory=dict)
    kept: tuple[Kept, ...] = ()
    occasions: Occasions = field(default_factory=dict)
