"""Requirement and service, a row for each interval and skill. Unknown values are empty."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from app.files.interchange.csv_file import number_texts, start_texts, write_csv
from forecasts.horizon import Horizon
from scheduler.staffing.requirement import Requirement, Service

DESCRIBING = ("service_level", "first_response_seconds", "average_response_seconds", "reply_rate", "backlog")
DIGITS = 6


def write_requirement_csv(path: Path, requirement: Requirement, excel: bool = False) -> None:
    """`start,skill,base,requirement,binding_goal,service_level,…,backlog`. Raises OSError."""
    header = ("start", "skill", "base", "requirement", "binding_goal", *DESCRIBING)
    write_csv(path, header, _requirement_rows(requirement), excel)


def _requirement_rows(requirement: Requirement) -> Iterator[Sequence[str]]:
    starts = start_texts(requirement.horizon.starts())
    for skill, part in requirement:
        numbers = [number_texts(array, DIGITS) for array in (part.base, part.requirement)]
        service = _columns(part.service, DESCRIBING)
        yield from zip(starts, [skill] * len(starts), *numbers, part.binding_goal, *service, strict=True)


def write_service_csv(path: Path, horizon: Horizon, services: Mapping[str, Service], excel: bool = False) -> None:
    """`start,skill,service_level,…,backlog,lost,utilisation`. Raises OSError."""
    names = (*DESCRIBING, "lost", "utilisation")
    write_csv(path, ("start", "skill", *names), _service_rows(horizon, services, names), excel)


def _service_rows(horizon: Horizon, services: Mapping[str, Service], names: Sequence[str]) -> Iterator[Sequence[str]]:
    starts = start_texts(horizon.starts())
    for skill, service in sorted(services.items()):
        yield from zip(starts, [skill] * len(starts), *_columns(service, names), strict=True)


def _columns(service: Service, names: Sequence[str]) -> list[list[str]]:
    return [number_texts(getattr(service, name), DIGITS) for name in names]
