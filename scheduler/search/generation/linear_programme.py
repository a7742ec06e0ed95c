"""A linear programme that grows by columns, solved by the interior point method of HiGHS through MathOpt.

No crossover to a vertex: dual values from the middle of the optimal face make better prices (Gondzio et al. 2013).
Where variables must be whole, SCIP's branch and cut.
"""

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import NamedTuple

import numpy as np
from ortools.linear_solver import pywraplp
from ortools.math_opt import model_pb2
from ortools.math_opt.python import mathopt
from ortools.math_opt.solvers import highs_pb2
from scipy.sparse import coo_array

from forecasts.horizon import Numbers

INFINITY = float("inf")
POLL = 0.05


@dataclass(frozen=True, eq=False)
class Optimum:
    """Objective, value of each variable, dual value of each row (price of one more on its right-hand side)."""

    objective: float
    values: Numbers
    duals: Numbers


class WholeOptimum(NamedTuple):
    """The best values found, None without any; a bound below which no values are, infinite when there are none,
    minus infinity when nothing is proven.
    """

    values: Numbers | None
    bound: float


@dataclass
class LinearProgramme:
    """Minimise costs × variables, each 0 … `most`, under rows of low … high. `whole`: variables that must be whole."""

    costs: list[float] = field(default_factory=list)
    most: list[float] = field(default_factory=list)
    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    columns: list[int] = field(default_factory=list)
    coefficients: list[float] = field(default_factory=list)
    whole: list[int] = field(default_factory=list)

    def row(self, low: float, high: float) -> int:
        """A new row's position."""
        self.low.append(low)
        self.high.append(high)
        return len(self.low) - 1

    def column(self, cost: float, entries: Iterable[tuple[int, float]], most: float = INFINITY) -> int:
        """A new variable's position; `entries` are (row, coefficient)."""
        position = len(self.costs)
        self.costs.append(cost)
        self.most.append(most)
        for row, coefficient in entries:
            self.rows.append(row)
            self.columns.append(position)
            self.coefficients.append(coefficient)
        return position

    def limit(self, dearest: float) -> None:
        """Close what costs more."""
        row = self.row(-INFINITY, dearest)
        priced = [(variable, cost) for variable, cost in enumerate(self.costs) if cost]
        self.rows += [row] * len(priced)
        self.columns += [variable for variable, _ in priced]
        self.coefficients += [cost for _, cost in priced]

    def solve(self, seconds: float) -> Optimum | None:
        """The optimum to the method's accuracy; None when it finds none in time."""
        options = highs_pb2.HighsOptionsProto()
        options.string_options["solver"] = "ipm"
        options.string_options["run_crossover"] = "off"
        parameters = mathopt.SolveParameters(highs=options, time_limit=timedelta(seconds=seconds))
        model = mathopt.Model.from_model_proto(self._proto())
        try:
            found = mathopt.solve(model, mathopt.SolverType.HIGHS, params=parameters)
        except (AttributeError, RuntimeError):  # HiGHS ended without a verdict; OR-Tools 9.15 stumbles as it says so
            return None
        if not found.solutions or found.solutions[0].dual_solution is None or not found.has_primal_feasible_solution():
            return None
        values, duals = found.variable_values(), found.solutions[0].dual_solution.dual_values
        return Optimum(
            found.objective_value(),
            np.array([values[variable] for variable in model.variables()]),
            np.array([duals[row] for row in model.linear_constraints()]),
        )

    def solve_whole(self, seconds: float, stopped: Callable[[], bool]) -> WholeOptimum:
        """The best values that are whole where they must be, and the bound proven in time. SCIP directly: through
        MathOpt no solver of whole programmes can be stopped.
        """
        engine = pywraplp.Solver.CreateSolver("SCIP")
        engine.SetTimeLimit(max(1, round(1000 * seconds)))
        variables = self._post(engine)
        status = _solve_stoppable(engine, stopped)
        if status == pywraplp.Solver.INFEASIBLE:
            return WholeOptimum(None, INFINITY)
        if status not in (pywraplp.Solver.OPTIMAL, pywraplp.Solver.FEASIBLE):
            return WholeOptimum(None, -INFINITY)
        values = np.array([variable.solution_value() for variable in variables])
        proven = status == pywraplp.Solver.OPTIMAL
        return WholeOptimum(values, engine.Objective().BestBound() if proven else -INFINITY)

    def _post(self, engine: pywraplp.Solver) -> list[pywraplp.Variable]:
        """The programme for SCIP; its variables."""
        must = set(self.whole)
        variables = [engine.Var(0.0, most, number in must, "") for number, most in enumerate(self.most)]
        rows = [engine.Constraint(low, high) for low, high in zip(self.low, self.high, strict=True)]
        for row, column, coefficient in zip(self.rows, self.columns, self.coefficients, strict=True):
            rows[row].SetCoefficient(variables[column], coefficient)
        for variable, cost in zip(variables, self.costs, strict=True):
            engine.Objective().SetCoefficient(variable, cost)
        engine.Objective().SetMinimization()
        return variables

    def _proto(self) -> model_pb2.ModelProto:
        proto = model_pb2.ModelProto()
        size, costly = len(self.costs), np.flatnonzero(self.costs)
        proto.variables.ids.extend(range(size))
        proto.variables.lower_bounds.extend([0.0] * size)
        proto.variables.upper_bounds.extend(self.most)
        proto.variables.integers.extend([False] * size)
        proto.objective.linear_coefficients.ids.extend(costly.tolist())
        proto.objective.linear_coefficients.values.extend(np.array(self.costs)[costly].tolist())
        proto.linear_constraints.ids.extend(range(len(self.low)))
        proto.linear_constraints.lower_bounds.extend(self.low)
        proto.linear_constraints.upper_bounds.extend(self.high)
        matrix = coo_array((self.coefficients, (self.rows, self.columns)), shape=(len(self.low), size)).tocsr()
        matrix.sort_indices()
        entries = matrix.tocoo()
        proto.linear_constraint_matrix.row_ids.extend(entries.row.tolist())
        proto.linear_constraint_matrix.column_ids.extend(entries.col.tolist())
        proto.linear_constraint_matrix.coefficients.extend(entries.data.tolist())
        return proto


def _solve_stoppable(engine: pywraplp.Solver, stopped: Callable[[], bool]) -> int:
    """Solve until asked to stop; the wish is repeated, one that comes before the solver begins would be lost."""
    done = threading.Event()

    def watch() -> None:
        while not done.wait(POLL):
            if stopped():
                engine.InterruptSolve()

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        return int(engine.Solve())
    finally:
        done.set()
        watcher.join()
