"""Live broadcasts, past and planned, in a table."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from app.window.tables.list_editor import ListEditor
from app.window.tables.typed import moment_cell, number_cell, typed_moment, typed_number
from app.window.tables.values_model import Field
from app.wording import words
from app.wording.names import SKILLS, name_of
from forecasts.broadcast import Broadcast
from forecasts.horizon import Horizon

_ = words("window")


def skill_choices() -> list[str]:
    """All skills, then each."""
    return [_("all"), *(name_of(skill) for skill in SKILLS)]


def skill_of(text: str) -> str:
    """The id of a skill as typed, "" for all."""
    return "" if text in {"", _("all")} else next((skill for skill in SKILLS if name_of(skill) == text), text)


def broadcasts_tab(horizon: Callable[[], Horizon]) -> ListEditor:
    """The table; a new broadcast begins on the horizon's first evening."""

    def new() -> Broadcast:
        start = horizon().start + timedelta(hours=20)
        return Broadcast(_("Broadcast"), start, start + timedelta(hours=2))

    def with_start(one: Broadcast, text: str) -> Broadcast:
        start = typed_moment(text, horizon().first_day)
        return replace(one, start=start, end=max(one.end, start + (one.end - one.start)))

    def with_end(one: Broadcast, text: str) -> Broadcast:
        end = typed_moment(text, horizon().first_day)
        if end <= one.start:
            raise ValueError(_("The end lies before the start, {start}.").format(start=moment_cell(one.start)))
        return replace(one, end=end)

    fields = (
        Field(_("Broadcast"), lambda one: one.name, _text("name")),
        Field(_("Host"), lambda one: one.host, _text("host")),
        Field(_("Start"), lambda one: moment_cell(one.start), with_start),
        Field(_("End"), lambda one: moment_cell(one.end), with_end),
        Field(
            _("Uplift, ×"),
            lambda one: number_cell(one.uplift),
            lambda one, text: replace(one, uplift=typed_number(text)),
            words=False,
        ),
        Field(
            _("Skill"),
            lambda one: name_of(one.skill) if one.skill else _("all"),
            lambda one, text: replace(one, skill=skill_of(text)),
            skill_choices,
        ),
    )
    none = _(
        "No broadcasts. Add past ones to let their effect be measured by host, and planned ones to have it in the plan."
    )
    return ListEditor(_("Broadcasts"), fields, new, none)


def _text(key: str) -> Callable[[Any, str], Any]:
    def edit(value: Any, text: str) -> Any:
        return replace(value, **{key: text})

    return edit
