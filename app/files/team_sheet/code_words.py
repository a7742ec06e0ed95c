"""What the codes of a roster sheet mean: shifts that the project has, shifts that a legend describes, and words."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from unicodedata import normalize

from app.files.grid import Grid, Row, text_of
from forecasts.horizon import MINUTES_PER_DAY
from scheduler.past_roster import DAY_OFF, OTHER_WORK
from scheduler.shift import Shift

LEAVES = {
    "年": "年假", "年假": "年假", "病": "病假", "病假": "病假", "事": "事假", "事假": "事假", "婚": "婚假",
    "产": "产假", "丧": "丧假", "调": "调休", "调休": "调休", "公休": "公休", "假": "假", "请假": "请假",
    "Lv": "假", "培": "培训", "培训": "培训",
    "PTO": "年假", "AM_PTO": "年假", "PM_PTO": "年假",
}  # fmt: skip
"""Code of a day away to its kind."""
DAYS_OFF = frozenset({"休", "休息", "off", "OFF", "Off", "-", "/", "—", "–", "×", "○"})
OFFICE = frozenset({"行", "行政", "行政班"})
"""A day worked at other tasks."""

_SPAN = re.compile(
    r"(?:(?P<code>[^\s:=0-9()-]{1,4}?)\s*班?\s*[:=(]?\s*)?(?P<from>\d{1,2}:\d{2})\s*[-~至到—–]\s*(?P<next>次日)?"
    r"(?P<to>\d{1,2}:\d{2})\s*\)?(?:\(\+1\))?"
)


def meaning(code: str, shifts: Mapping[str, Shift], chosen: Mapping[str, str]) -> tuple[str, str] | None:
    """What stands for the day (a shift's id, DAY_OFF, OTHER_WORK) and the kind of leave, ""; None for an unknown code.

    What a person chose for a code wins: a shift, or any other word as a kind of leave.
    """
    shift = _shift(chosen.get(code, code), shifts)
    if shift:
        return shift, ""
    if code in chosen:
        return DAY_OFF, chosen[code]
    if code in OFFICE:
        return OTHER_WORK, ""
    if code in DAYS_OFF:
        return DAY_OFF, ""
    return (DAY_OFF, LEAVES[code]) if code in LEAVES else None


def _shift(word: str, shifts: Mapping[str, Shift]) -> str:
    """The one shift of this id, code or name."""
    if word in shifts:
        return word
    named = [shift.id for shift in shifts.values() if word in {shift.code, shift.name}]
    return named[0] if len(named) == 1 else ""


def legend_shifts(grids: Iterable[Grid], codes: Iterable[str]) -> dict[str, Shift]:
    """A shift for each of the codes that a legend gives times: `早 09:00-18:00` in one cell or in two neighbours."""
    wanted = set(codes)
    found: dict[str, Shift] = {}
    for grid in grids:
        for row in grid.rows:
            for code, start, end in _spans(row):
                if code in wanted and code not in found:
                    found[code] = _described(code, start, end)
    return found


def _spans(row: Row) -> Iterator[tuple[str, int, int]]:
    texts = [normalize("NFKC", text_of(value)).strip() for value in row]
    for text in texts:
        span = _SPAN.fullmatch(text)
        if span and span["code"]:
            yield span["code"], *_minutes(span)
    filled = [text for text in texts if text]
    for number, (_, times) in enumerate(pairwise(filled)):
        span = _SPAN.fullmatch(times)
        if span and not span["code"]:
            for code in _codes_before(filled, number):
                yield code, *_minutes(span)


def _codes_before(filled: Sequence[str], number: int) -> Iterator[str]:
    """The cells before the times: a code, or a code and a name."""
    yield filled[number]
    if number:
        yield filled[number - 1]


def _minutes(span: re.Match[str]) -> tuple[int, int]:
    start, end = (int(hour) * 60 + int(minute) for hour, minute in (span[key].split(":") for key in ("from", "to")))
    return start % MINUTES_PER_DAY, end % MINUTES_PER_DAY


def _described(code: str, start: int, end: int) -> Shift:
    """A shift without a break: a legend does not tell one, so all of its time is paid until the lead says otherwise."""
    minutes = (end - start) % MINUTES_PER_DAY or MINUTES_PER_DAY
    return Shift(code, start, minutes, minutes, code=code, name=f"{code}班" if len(code) == 1 else code)
