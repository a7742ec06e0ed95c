"""The team's shifts in a table: code, name, hours, break and tags, typed by hand."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from app.files.values.clock import read_span
from app.files.values.missing import Unreadable
from app.window.formats import clock_text
from app.window.roster.shift_keys import TAKEN, key_of_shift
from app.window.roster.short_texts import compact
from app.window.tables.list_editor import ListEditor
from app.window.tables.values_model import Field
from app.wording import words
from app.wording.names import listed
from forecasts.horizon import MINUTES_PER_DAY
from scheduler.shift import Break, Shift

_ = words("window")
FIRST_HOURS = (9 * 60, 9 * 60)
BREAK_MINUTES, BREAK_AFTER = 60, 180


def shifts_tab(known: Callable[[], Sequence[Shift]]) -> ListEditor:
    """The table; a new shift lasts nine hours from nine o'clock."""

    def new() -> Shift:
        taken = {shift.id for shift in known()} | {shift.code for shift in known()}
        code = next(f"S{number}" for number in range(1, len(taken) + 2) if f"S{number}" not in taken)
        start, span = FIRST_HOURS
        pause = Break(BREAK_MINUTES, start + BREAK_AFTER, start + BREAK_AFTER + BREAK_MINUTES)
        return Shift(code, start, span, span - pause.minutes, (pause,), code=code, name=code)

    fields = (
        Field(_("Code"), lambda shift: shift.code or shift.id, _with_code),
        Field(_("Shift name"), lambda shift: shift.name or shift.id, lambda shift, text: replace(shift, name=text)),
        Field(_("Hours"), hours_text, _with_hours),
        Field(_("Breaks"), breaks_text, _with_breaks),
        Field(_("Paid h"), lambda shift: compact(shift.paid_minutes / 60, 2), words=False),
        Field(_("Key"), lambda shift: key_of_shift(shift, known()), _with_key),
        Field(_("Tags"), lambda shift: " ".join(sorted(shift.tags)), _with_tags),
    )
    return ListEditor(_("Shift table"), fields, new, _("No shifts yet. Add one, or import or paste a list of them."))


def hours_text(shift: Shift) -> str:
    """`16:00–01:00`."""
    return f"{clock_text(shift.start)}–{clock_text(shift.end % MINUTES_PER_DAY)}"


def breaks_text(shift: Shift) -> str:
    """`60 11:00–13:00`: so many minutes, beginning between the two; several with a semicolon between."""
    return "; ".join(
        f"{pause.minutes} {clock_text(pause.earliest % MINUTES_PER_DAY)}–{clock_text(pause.latest % MINUTES_PER_DAY)}"
        for pause in shift.breaks
    )


def by_id(shifts: Sequence[Shift]) -> Mapping[str, Shift]:
    """The shifts as a project keeps them. Raises ValueError when a code or an own key stands twice."""
    codes = [shift.code or shift.id for shift in shifts]
    twice = next((code for code in codes if codes.count(code) > 1), None)
    if twice is not None:
        raise ValueError(_("There are two shifts with the code {code}.").format(code=twice))
    keys = [shift.key for shift in shifts if shift.key]
    twice = next((key for key in keys if keys.count(key) > 1), None)
    if twice is not None:
        raise ValueError(_("Two shifts would have the key {key}.").format(key=twice))
    return {shift.id: shift for shift in shifts}


def _with_code(shift: Shift, text: str) -> Shift:
    if not text:
        raise ValueError(_("A shift needs a code of one or two characters."))
    return replace(shift, code=text)


def _with_key(shift: Shift, text: str) -> Shift:
    """A letter or digit of its own; nothing brings the usual one back."""
    key = text.upper()
    if text and (len(key) != 1 or not key.isascii() or not key.isalnum() or key in TAKEN):
        taken = listed(sorted(TAKEN))
        raise ValueError(_("A key is one letter or digit, but none of {taken}.").format(taken=taken))
    return replace(shift, key=key)


def _with_hours(shift: Shift, text: str) -> Shift:
    start, end = _span(text)
    span = (end - start) % MINUTES_PER_DAY or MINUTES_PER_DAY
    start %= MINUTES_PER_DAY
    return _paid(
        replace(shift, start=start, minutes=span, breaks=_moved(shift.breaks, start - shift.start, start, span))
    )


def _moved(breaks: tuple[Break, ...], by: int, start: int, span: int) -> tuple[Break, ...]:
    """Breaks moved with the start of their shift, as far as they still lie inside it."""
    moved = (replace(pause, earliest=pause.earliest + by, latest=pause.latest + by) for pause in breaks)
    return tuple(pause for pause in moved if start <= pause.earliest and pause.latest + pause.minutes <= start + span)


def _with_breaks(shift: Shift, text: str) -> Shift:
    parts = [part.strip() for part in text.replace("；", ";").split(";") if part.strip()]
    return _paid(replace(shift, breaks=tuple(_break(shift, part) for part in parts)))


def _break(shift: Shift, text: str) -> Break:
    minutes, _space, window = text.partition(" ")
    if not minutes.isdigit() or not window:
        raise ValueError(_("“{text}” is not a break. Write it like 60 11:00–13:00.").format(text=text))
    earliest, latest = (clock + MINUTES_PER_DAY if clock < shift.start else clock for clock in _span(window))
    pause = Break(int(minutes), earliest, max(earliest, latest))
    if pause.latest + pause.minutes > shift.end:
        raise ValueError(_("The break {text} would end after the shift.").format(text=text))
    return pause


def _span(text: str) -> tuple[int, int]:
    try:
        start, end = read_span(text)
    except Unreadable:
        raise ValueError(_("“{text}” is no span of time. Write it like 09:00–18:00.").format(text=text)) from None
    return start, end


def _with_tags(shift: Shift, text: str) -> Shift:
    tags: Any = text.replace(",", " ").replace("，", " ").replace("、", " ").split()
    return replace(shift, tags=frozenset(tags))


def _paid(shift: Shift) -> Shift:
    """What is not a break is paid."""
    return replace(shift, paid_minutes=shift.minutes - sum(pause.minutes for pause in shift.breaks))
