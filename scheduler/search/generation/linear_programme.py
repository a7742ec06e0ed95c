"""A linear programme that grows by columns, solved by the interior point method of HiGHS through MathOpt.

No crossover to a vertex: dual values from the middle of the optimal face make better prices (Gondzio et al. 2013).
Where variables must be whole, SCIP's branch and cut.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import NamedTuple

import numpy as np
from ortools.math_opt import model_pb2
from ortools.math_opt.python import mathopt
from ortools.math_opt.solvers import highs_pb2
from scipy.sparse import coo_array

from forecasts.horizon import Numbers

INFINITY = float("inf")
SOLVER_OF_WHOLE = mathopt.SolverType.GSCIP


@dataclass(frozen=True, eq=False)
class Optimum:
    """Objective, value of each variable, dual value of each row (price of one more on its right-hand side)."""

    objective: float
    values: Numbers
    duals: Numbers


class WholeOptimum(NamedTuple):
    """The best values found, None without any; a bound below which no values are, infinite when there are none."""

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
        found = mathopt.solve(model, mathopt.SolverType.HIGHS, params=parameters)
        if not found.solutions or found.solutions[0].dual_solution is None or not found.has_primal_feasible_solution():
            return None
        values, duals = found.variable_values(), found.solutions[0].dual_solution.dual_values
        return Optimum(
            found.objective_value(),
            np.array([values[variable] for variable in model.variables()]),
            np.array([duals[row] for row in model.linear_constraints()]),
        )

    def solve_whole(self, seconds: float, seed: int) -> WholeOptimum:
        """The best values that are whole where they must be, and the bound proven in time."""
        model = mathopt.Model.from_model_proto(self._proto(whole=True))
        parameters = mathopt.SolveParameters(time_limit=timedelta(seconds=seconds), threads=1, random_seed=seed)
        found = mathopt.solve(model, SOLVER_OF_WHOLE, params=parameters)
        bound = found.termination.objective_bounds.dual_bound
        if found.termination.reason == mathopt.TerminationReason.INFEASIBLE:
            return WholeOptimum(None, INFINITY)
        if not found.has_primal_feasible_solution():
            return WholeOptimum(None, bound)
        values = found.variable_values()
        return WholeOptimum(np.array([values[variable] for variable in model.variables()]), bound)

    def _proto(self, *, whole: bool = False) -> model_pb2.ModelProto:
        proto = model_pb2.ModelProto()
        size, costly = len(self.costs), np.flatnonzero(self.costs)
        proto.variables.ids.extend(range(size))
        proto.variables.lower_bounds.extend([0.0] * size)
        proto.variables.upper_bounds.extend(self.most)
        must = set(self.whole) if whole else set()
        proto.variables.integers.extend(variable in must for variable in range(size))
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
