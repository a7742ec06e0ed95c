"""Every published or exactly computed Erlang B, C and A value of reference_points.csv, within its own tolerance."""

import csv
from collections.abc import Callable
from math import floor
from pathlib import Path

import pytest

from scheduler.staffing.erlang import ErlangC, blocking, erlangs_blocked, largest_workload
from scheduler.staffing.erlang_a import ErlangA
from scheduler.staffing.shrinkage import whole_agents
from scheduler.staffing.smallest import smallest_agents

Row = dict[str, str]
with (Path(__file__).parent / "reference_points.csv").open(encoding="utf-8", newline="") as points:
    ROWS = list(csv.DictReader(points))


def number(text: str) -> float:
    """`100/3` and `1/0.0033` stand in the table as they were published."""
    above, _, below = text.partition("/")
    return float(above) / float(below) if below else float(above)


def wanted(text: str) -> dict[str, float]:
    """`sl1>=0.80,occ<=0.85` or `n=21,shrinkage=0.30`."""
    parts = [part.replace(">", "").replace("<", "").split("=") for part in text.split(",") if part]
    return {name: float(value) for name, value in parts}


def erlang_c(row: Row, agents: float, erlangs: float) -> ErlangC:
    return ErlangC(agents, erlangs, number(row["aht_s"] or "1"))


def erlang_a(row: Row, agents: int) -> ErlangA:
    return ErlangA(agents, number(row["a_erlang"]), number(row["aht_s"]), number(row["patience_s"]))


def value_b(row: Row) -> float:
    if row["metric"] == "pb":
        return blocking(number(row["n"]), number(row["a_erlang"]))
    goal = wanted(row["target"])["pb"]
    if row["metric"] == "max_a":
        returning = wanted(row["extra"]).get("recall", 0.0)
        return erlangs_blocked(number(row["n"]), goal, returning)
    return smallest_agents(lambda agents: blocking(agents, number(row["a_erlang"])) <= goal)


def measure_c(row: Row, system: ErlangC, metric: str) -> float:
    measures: dict[str, Callable[[], float]] = {
        "pw": lambda: system.wait_probability,
        "sl1": lambda: system.service_level(number(row["T_s"])),
        "asa": lambda: system.mean_wait_seconds,
        "occ": lambda: system.occupancy,
        "lq": lambda: system.mean_queue,
    }
    return measures[metric]() / (3600 if "hours" in row["note"] else 1)


def measure_a(row: Row, system: ErlangA, metric: str) -> float:
    measures: dict[str, Callable[[], float]] = {
        "pw": lambda: system.wait_probability,
        "pab": lambda: system.lost_share,
        "sl1": lambda: system.service_level(number(row["T_s"])),
        "asa": lambda: system.mean_wait_seconds,
        "occ": lambda: system.occupancy,
        "lq": lambda: system.mean_queue,
        "wait_q90": lambda: system.wait_quantile_seconds(0.9),
    }
    return measures[metric]() / (60 if "minutes" in row["note"] else 1)


def meets(row: Row, measure: Callable[[str], float]) -> bool:
    return all(
        measure(name) >= goal if name.startswith("sl") else measure(name) <= goal
        for name, goal in wanted(row["target"]).items()
    )


def agents_c(row: Row) -> int:
    erlangs = number(row["a_erlang"])

    def enough(agents: int) -> bool:
        system = erlang_c(row, agents, erlangs)
        return meets(row, lambda metric: measure_c(row, system, metric))

    return smallest_agents(enough, at_least=floor(erlangs) + 1)


def agents_a(row: Row) -> int:
    def enough(agents: int) -> bool:
        system = erlang_a(row, agents)
        return meets(row, lambda metric: measure_a(row, system, metric))

    return smallest_agents(enough, at_least=1)


def load_c(row: Row) -> float:
    ((metric, goal),) = wanted(row["target"]).items()
    agents = number(row["n"])
    sign = -1 if metric == "sl1" else 1

    def excess(erlangs: float) -> float:
        return sign * (measure_c(row, erlang_c(row, agents, erlangs), metric) - goal)

    return largest_workload(excess, agents * (1 - 1e-12))


def value_c(row: Row) -> float:
    if row["metric"] == "req_n":
        return agents_c(row)
    if row["metric"] == "max_a":
        return load_c(row)
    if row["metric"] == "req_paid":
        given = wanted(row["extra"])
        return whole_agents(given.get("n") or agents_c(row), given["shrinkage"])
    return measure_c(row, erlang_c(row, number(row["n"]), number(row["a_erlang"])), row["metric"])


def value_a(row: Row) -> float:
    return agents_a(row) if row["metric"] == "req_n" else measure_a(row, erlang_a(row, int(row["n"])), row["metric"])


VALUES = {"B": value_b, "EB": value_b, "C": value_c, "A": value_a}


def tolerance(row: Row, exact: float) -> float:
    text = row["tol_impl"]
    if text.startswith("rel"):
        return abs(exact) * float(text.split()[1])
    return float(text.split()[0])


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['id']}-{row['model']}-{row['metric']}" for row in ROWS])
def test_the_reference_value_is_met(row: Row) -> None:
    exact = float(row["exact"])
    assert abs(VALUES[row["model"]](row) - exact) <= tolerance(row, exact)


def test_the_table_is_complete() -> None:
    assert len(ROWS) == 109
