"""Promotions with their phases."""

from typing import Any

from sqlalchemy import Connection

from app.project.parts.rows import Row, Tables, children, read_rows
from app.project.schema import PHASE, PROMOTION
from forecasts.phase_work import BySkill
from forecasts.promotion import Phase, Promotion


def promotion_rows(promotions: tuple[Promotion, ...]) -> Tables:
    """Promotions and phases by position."""
    return {
        PROMOTION: [{"position": number, "name": promotion.name} for number, promotion in enumerate(promotions)],
        PHASE: [
            _phase_row(number, position, phase)
            for number, promotion in enumerate(promotions)
            for position, phase in enumerate(promotion.phases)
        ],
    }


def _phase_row(promotion: int, position: int, phase: Phase) -> Row:
    return {
        "promotion": promotion,
        "position": position,
        "kind": phase.kind,
        "start": phase.start,
        "end": phase.end,
        "uplift": phase.uplift,
        "expected_inquiries": phase.expected_inquiries,
        "analogs": list(phase.analogs),
        "growth": phase.growth,
        "burst": list(phase.burst),
        "handling_time_seconds": [list(pair) for pair in phase.handling_time_seconds],
        "max_concurrency": [list(pair) for pair in phase.max_concurrency],
    }


def read_promotions(connection: Connection) -> tuple[Promotion, ...]:
    """All promotions in order."""
    phases = children(read_rows(connection, PHASE), "promotion")
    return tuple(
        Promotion(row["name"], tuple(_phase(phase) for phase in phases.get(row["position"], ())))
        for row in read_rows(connection, PROMOTION)
    )


def _phase(row: Row) -> Phase:
    uplift, expected = row["uplift"], row["expected_inquiries"]
    analogs, burst = tuple(row["analogs"]), tuple(row["burst"])
    return Phase(
        *(row["kind"], row["start"], row["end"], uplift, expected, analogs, row["growth"], burst),
        handling_time_seconds=_pairs(row["handling_time_seconds"]),
        max_concurrency=_pairs(row["max_concurrency"]),
    )


def _pairs(stored: list[list[Any]]) -> BySkill:
    return tuple((skill, value) for skill, value in stored)
