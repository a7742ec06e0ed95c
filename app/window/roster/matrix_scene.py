"""Puts a scene together: columns, headings, footer and bands of a plan, measured for a size on screen."""

from app.window.roster.columns import Column, columns_of
from app.window.roster.footer_painting import footer_height
from app.window.roster.footers import footer_of
from app.window.roster.geometry import Geometry
from app.window.roster.header_painting import header_height
from app.window.roster.ink import Ink
from app.window.roster.model import RosterModel
from app.window.roster.phase_lanes import DENSE_LANES, MOST_LANES, bands_of
from app.window.roster.plan import RosterPlan
from app.window.roster.rows import GroupBy, Row, group_of
from app.window.roster.scene import Scene
from app.window.roster.selection import Selection
from app.window.roster.short_texts import hours, skills_name
from app.wording import words
from app.wording.names import name_of

_ = words("window")

LEAST_DAY_WIDTH = 24
FORTNIGHT = 14
"""Days that are worth more than the columns beside the names."""


def scene_of(
    plan: RosterPlan,
    model: RosterModel,
    group_by: GroupBy,
    selection: Selection,
    ink: Ink,
    size: tuple[int, int],
    days_across: int | None,
    shows_shift_heads: bool,
    is_dense: bool = False,
    columns: tuple[Column, ...] = (),
) -> Scene:
    """A fresh scene scrolled to the top left; `days_across` None fits the whole horizon if it can be read; `is_dense`
    makes room for half as many rows again; `columns` are measured unless they are given.
    """
    days_room = min(plan.horizon.days, days_across or FORTNIGHT, FORTNIGHT) * ink.px(LEAST_DAY_WIDTH)
    columns = columns or columns_of(plan, plan.rows, group_by, selection.day, ink, size[0] - days_room)
    headings = headings_of(model.rows, group_by)
    frozen = (columns[-1].right if columns else 0) + ink.px(8)
    across = min(days_across or plan.horizon.days, plan.horizon.days)
    day_width = max(ink.px(LEAST_DAY_WIDTH), (size[0] - frozen) // across)
    lanes = DENSE_LANES if is_dense else MOST_LANES
    bands = bands_of(plan, lambda name: (ink.quiet_metrics.horizontalAdvance(name) + ink.px(8)) / day_width, lanes)
    footer = footer_of(plan)
    geometry = Geometry(
        days=plan.horizon.days,
        headings=tuple(bool(words) for words in headings),
        row_height=ink.dense_row_height if is_dense else ink.row_height,
        day_width=day_width,
        frozen_width=frozen,
        header_height=header_height(ink, bands),
        footer_height=footer_height(ink, footer, shows_shift_heads),
        width=size[0],
        height=size[1],
        heading_height=ink.quiet_height + ink.px(4),
    )
    return Scene(
        plan,
        model,
        geometry,
        ink,
        columns,
        headings,
        footer,
        bands,
        selection,
        shows_shift_heads=shows_shift_heads,
    )


def headings_of(rows: tuple[Row, ...], group_by: GroupBy) -> tuple[str, ...]:
    """For each row the words of the group that begins there, "" inside a group."""
    made: list[str] = []
    for place, row in enumerate(rows):
        begins = group_by is not GroupBy.NONE and (
            place == 0 or group_of(rows[place - 1], group_by) != group_of(row, group_by)
        )
        made.append(_heading(rows, row, group_by) if begins else "")
    return tuple(made)


def _heading(rows: tuple[Row, ...], first: Row, group_by: GroupBy) -> str:
    inside = [row for row in rows if group_of(row, group_by) == group_of(first, group_by)]
    names = {
        GroupBy.GROUP: first.group or _("No group"),
        GroupBy.CONTRACT: name_of(first.contract),
        GroupBy.SKILL: skills_name(first.skills) or _("No skill"),
    }
    total = hours(sum(row.minutes for row in inside))
    one = len(inside) == 1
    said = _("{group} · 1 agent · {hours} h") if one else _("{group} · {agents} agents · {hours} h")
    return said.format(group=names[group_by], agents=len(inside), hours=total)
