"""One shift out of the problem's document."""

from math import gcd

from forecasts.findings import Level
from forecasts.horizon import MINUTES_PER_DAY, Horizon
from scheduler.break_patterns import break_patterns, starts
from scheduler.document_fields import Fields, Findings, read_clock
from scheduler.shift import Break, Shift


def read_shift(child: Fields, horizon: Horizon, findings: Findings) -> Shift:
    """A shift; what is wrong with it becomes findings."""
    start, minutes = child.clock("start"), child.whole("minutes", least=1, required=True)
    if minutes is not None and minutes > MINUTES_PER_DAY:
        findings.add("RP15", child.at("minutes"), minutes, most=MINUTES_PER_DAY)
    breaks = tuple(_read_break(pause, start or 0) for pause in child.children("breaks"))
    paid = child.whole("paid_minutes")
    rest = sum(pause.minutes for pause in breaks)
    shift = Shift(
        id=child.text("id", required=True),
        start=start or 0,
        minutes=minutes or 0,
        paid_minutes=max(0, (minutes or 0) - rest) if paid is None else paid,
        breaks=breaks,
        tags=frozenset(child.texts("tags")),
        rests=tuple(_read_break(pause, start or 0) for pause in child.children("rests")),
    )
    if start is not None and minutes is not None and minutes <= MINUTES_PER_DAY:
        _judge(shift, child, horizon, findings)
    return shift


def read_clocks(child: Fields, key: str, shift: Shift | None, findings: Findings) -> tuple[int, ...]:
    """Times of day in minutes from midnight; before the shift's start they mean the next day."""
    minutes = []
    for position, value in enumerate(child.items(key)):
        minute = read_clock(value)
        if minute is None:
            findings.add("RP06", f"{child.at(key)}[{position}]", value)
            continue
        minutes.append(minute if shift is None or minute >= shift.start else minute + MINUTES_PER_DAY)
    return tuple(minutes)


def _read_break(pause: Fields, shift_start: int) -> Break:
    minutes = pause.whole("minutes", least=1, required=True)
    first, last = (_after(pause.clock(key), shift_start) for key in ("from", "to"))
    return Break(minutes or 0, first, last)


def _after(minute: int | None, shift_start: int) -> int:
    """A time before the shift's start means the next day."""
    if minute is None:
        return shift_start
    return minute if minute >= shift_start else minute + MINUTES_PER_DAY


def _judge(shift: Shift, child: Fields, horizon: Horizon, findings: Findings) -> None:
    """Breaks that cannot be placed; borders off the interval grid."""
    step = horizon.interval_minutes
    fits = [bool(starts(shift, pause, step)) for pause in shift.breaks]
    for position, fit in enumerate(fits):
        if not fit:
            findings.add("RP16", f"{child.at('breaks')}[{position}]", shift.id)
    if all(fits) and not break_patterns(shift, step):
        findings.add("RP17", child.at("breaks"), shift.id)
    _judge_rests(shift, child, step, findings)
    if shift.start % step or shift.end % step:
        findings.add("RP24", child.path, shift.id, level=Level.WARNING, interval_minutes=step)


def _judge_rests(shift: Shift, child: Fields, step: int, findings: Findings) -> None:
    """Short rests that fit nowhere, or whose windows overlap."""
    until = 0
    for position, rest in enumerate(shift.rests):
        path = f"{child.at('rests')}[{position}]"
        if not starts(shift, rest, gcd(step, rest.minutes)):
            findings.add("RP16", path, shift.id)
        if rest.earliest < until:
            findings.add("RP37", path, shift.id)
        until = rest.latest + rest.minutes
