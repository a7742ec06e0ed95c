"""Everything that the painters of the matrix need to know, gathered so that each can be called alone."""

from dataclasses import dataclass, field

from app.window.roster.columns import Column
from app.window.roster.footers import Footer
from app.window.roster.geometry import Geometry
from app.window.roster.ink import Ink
from app.window.roster.model import RosterModel
from app.window.roster.phase_lanes import Band
from app.window.roster.plan import RosterPlan
from app.window.roster.selection import Selection


@dataclass(frozen=True, slots=True)
class Scene:
    """One state of the matrix. `headings`: for each row the words of the group that begins there, or "".
    `on_duty`: the agents to emphasise, None for nobody in particular; `day_shown`: the day the chart shows.
    """

    plan: RosterPlan
    model: RosterModel
    geometry: Geometry
    ink: Ink
    columns: tuple[Column, ...] = ()
    headings: tuple[str, ...] = ()
    footer: Footer = field(default_factory=Footer)
    bands: tuple[Band, ...] = ()
    selection: Selection = field(default_factory=lambda: Selection(0, 0))
    has_focus: bool = False
    shows_shift_heads: bool = False
    on_duty: frozenset[str] | None = None
    day_shown: int | None = None
