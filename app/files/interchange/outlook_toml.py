"""The promotions file with everything people know and decide about the days ahead; what is written reads back."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

import numpy as np

from app.project.project import Project
from app.workbook.replacing import replacing
from forecasts.driver import Driver
from forecasts.history import Counts
from forecasts.lag_kernel import LagKernel
from forecasts.outlook import Actuals, Outlook
from forecasts.promotion import Promotion

WORK = " handling_time_seconds max_concurrency"


def write_outlook(path: Path, project: Project) -> None:
    """Promotions and outlook of a project as TOML. Raises OSError."""
    with replacing(path) as draft:
        draft.write_text(outlook_text(project.promotions, project.outlook), encoding="utf-8")


def outlook_text(promotions: Sequence[Promotion], told: Outlook) -> str:
    """The file's text; what is not there has no line."""
    parts = [*_promotions(promotions)]
    parts += [_table("[[driver]]", *_driver(driver)) for driver in told.drivers]
    parts += [_fields("broadcast", one, "name start end host uplift skill") for one in told.broadcasts]
    parts += [_fields("override", one, "start end inquiries factor shop skill note") for one in told.overrides]
    parts += [_table("[[calendar]]", ("day", day), ("kind", kind.value)) for day, kind in sorted(told.calendar.items())]
    parts += [f"[[occasion]]\nday = {day}\nname = {_value(name)}\n" for day, name in sorted(told.occasions.items())]
    parts += [_fields("kept", one, "code skill day") for one in told.kept]
    parts += list(_actuals(told.actuals))
    return "\n".join(parts)


def _promotions(promotions: Sequence[Promotion]) -> Iterator[str]:
    for promotion in promotions:
        yield _table("[[promotion]]", ("name", promotion.name))
        for phase in promotion.phases:
            yield _fields(
                "promotion.phase", phase, "kind start end uplift expected_inquiries growth analogs burst" + WORK
            )


def _driver(driver: Driver) -> Iterator[tuple[str, object]]:
    yield from (("name", driver.name), ("shop", driver.shop), ("skill", driver.skill))
    yield "lags", driver.lags or None
    yield "kernel", driver.kernel.shares if isinstance(driver.kernel, LagKernel) else None
    yield "counts", driver.counts


def _actuals(actuals: Actuals | None) -> Iterator[str]:
    if actuals is None:
        return
    yield _table("[actuals]", ("now", actuals.now), ("interval_minutes", actuals.counted.interval_minutes))
    for key, counts in actuals.counted:
        yield _table("[[actuals.series]]", ("shop", key.shop), ("skill", key.skill), ("counts", counts))


def _fields(name: str, value: object, names: str) -> str:
    return _table(f"[[{name}]]", *((field, _plain(field, value)) for field in names.split()))


def _plain(field: str, value: object) -> object:
    """The value of a field; numbers by skill as a table."""
    found = getattr(value, field)
    return dict(found) if found and field in WORK.split() else found


def _table(head: str, *entries: tuple[str, object]) -> str:
    lines = [f"{name} = {_value(value)}" for name, value in entries if value not in (None, "", ())]
    return "\n".join([head, *lines, ""])


def _value(value: object) -> str:
    if isinstance(value, Counts):
        return _counts(value)
    if isinstance(value, bool | str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, date):  # a moment is one too
        return value.isoformat(timespec="seconds") if isinstance(value, datetime) else value.isoformat()
    if isinstance(value, dict):
        return _by_skill(value)
    if isinstance(value, Iterable):
        return f"[{', '.join(map(_value, value))}]"
    return str(value)


def _by_skill(numbers: dict[str, float]) -> str:
    """One number for every skill, else an inline table."""
    if list(numbers) == [""]:
        return f"{numbers['']:g}"
    return f"{{ {', '.join(f'{json.dumps(skill, ensure_ascii=False)} = {n:g}' for skill, n in numbers.items())} }}"


def _counts(counts: Counts) -> str:
    """An inline table by day, or by moment within a day."""
    days = counts.starts.astype("datetime64[D]")
    names = [
        str(day) if start == day else f'"{start.astype("datetime64[m]")}"'
        for start, day in zip(counts.starts, days, strict=True)
    ]
    numbers = (f"{name} = {number:g}" if number == np.rint(number) and abs(number) < 1e6 else f"{name} = {number!r}"
               for name, number in zip(names, counts.inquiries.tolist(), strict=True))  # fmt: skip
    return f"{{ {', '.join(numbers)} }}"
