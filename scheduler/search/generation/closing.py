"""Closing what is left between roster and bound: is there a roster at all that costs so little?

At prices that prove a bound, days of an agent that cost more than the agent's cheapest by more than a roster may lie
above the bound are in no such roster (fixing by reduced costs; for whole paths Baldacci, Christofides & Mingozzi 2008).
What remains of the agents' graphs goes to a solver of whole flows: its roster is the best there is, or there is none
and the bound rises. Questions begin near the bound, where little remains.
"""

import threading
from collections.abc import Mapping
from math import floor, inf

from scheduler.prices import Prices
from scheduler.search.generation.column_generation import ColumnGeneration
from scheduler.search.generation.flows import Answer, Flows
from scheduler.search.generation.master import Days, Master
from scheduler.search.generation.pricing import Pricing
from scheduler.search.improvement.ruin_and_recreate import RuinAndRecreate
from scheduler.search.paths.day_graph import Arcs
from scheduler.search.paths.narrowed import narrowed
from scheduler.search.run import Run

FEW_ARCS, MOST_ARCS, MORE = 2_500, 10_000, 1.5
"""Of all agents' graphs together: for the first question; more are not solved in any time there is; how many times as
many for each next question.
"""
HALVES = 12
"""Times that the cost allowed is brought nearer to the bound to have fewer arcs."""
SHARE = 0.5
"""Of the time left for one question."""
POLL = 0.05
ROUNDING = 1e-6

Graph = tuple[Arcs, int]


class Closing:
    """Question after question, in a thread of its own beside another search."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._thread: threading.Thread | None = None
        self._ended = threading.Event()

    def begin(self, generation: ColumnGeneration, until: float) -> None:
        """Begin, once, with the bound that columns have proven, for so many seconds of the run."""
        if self._thread is None and generation.bound is not None and generation.best is not None:
            questions = _Questions(self._run, generation.pricing, generation.bound, generation.best, until, self._ended)
            self._thread = threading.Thread(target=questions.work)  # no daemon: the process ends after the solver
            self._thread.start()

    def end(self) -> None:
        """Ask no more; nobody waits for the solver to notice."""
        self._ended.set()

    @property
    def busy(self) -> bool:
        """Whether it is at work."""
        return self._thread is not None and self._thread.is_alive()

    def wait(self) -> None:
        """Until it has come to its end or the run to its."""
        while self._thread is not None and self.busy and not self._run.over:
            self._thread.join(POLL)


class _Questions:
    """`bound`: in yuan, what `prices` prove."""

    def __init__(
        self, run: Run, pricing: Pricing, bound: float, prices: Prices, until: float, ended: threading.Event
    ) -> None:
        self._run, self._pricing, self._until, self._ended = run, pricing, until, ended
        self._bound, self._prices = bound, prices
        self._arcs: float = FEW_ARCS
        self._pace = 0.0
        """Seconds that the last question took for each arc and arc again."""

    def work(self) -> None:
        """Ask until a question is too large, or finds no answer in time."""
        asked = -inf
        while self._seconds and not self._over():
            question = self._next()
            if question is None or question[0] <= asked:  # too much, or not answered in time
                return
            asked, graphs = question
            arcs, began = sum(len(graph.move) for graph, _entry in graphs.values()), self._run.seconds
            if self._pace * arcs**2 > self._seconds:  # it would take a processor from the others for nothing
                return
            self._hear(asked, self._flows(graphs).solve(asked, self._seconds, self._over))
            self._pace = (self._run.seconds - began) / max(1, arcs) ** 2
            self._arcs = min(MORE * self._arcs, MOST_ARCS)

    def _over(self) -> bool:
        return self._ended.is_set() or self._run.over

    @property
    def _seconds(self) -> float:
        """That a question may take."""
        return max(0.0, min(self._run.seconds_left * SHARE, self._until - self._run.seconds))

    def _next(self) -> tuple[float, dict[str, Graph]] | None:
        """The cost to ask for, as high as it leaves few enough arcs, and what it leaves; None when it can't be. Where
        costs are whole none is below the bound.
        """
        bound, roster = self._run.bound, self._run.objective
        if bound is None or roster is None:
            return None
        for half in range(HALVES):
            at_most = bound + (roster - bound) / 2**half
            if self._run.costs_whole:
                at_most = min(float(floor(at_most)), roster - 1)
            lowest = self._run.costs_whole and at_most <= bound
            graphs = self._graphs(at_most, MOST_ARCS if lowest else self._arcs)
            if graphs is not None or lowest or self._over():
                return None if graphs is None else (at_most, graphs)
        return None

    def _graphs(self, at_most: float, arcs: float) -> dict[str, Graph] | None:
        """The days of each agent that may be in a roster of at most this cost; None when there are more arcs."""
        graphs, slack = dict[str, Graph](), at_most - self._bound + ROUNDING
        for name in self._run.problem.agents:
            price, off_price = self._pricing.days(name, self._prices)
            graphs[name] = narrowed(self._pricing.insertion.paths(name), price, off_price, slack)
            arcs -= len(graphs[name][0].move)
            if arcs < 0 or self._over():
                return None
        return graphs

    def _flows(self, graphs: Mapping[str, Graph]) -> Flows:
        insertion = self._pricing.insertion
        master = Master(self._run.problem, self._pricing.relaxation, insertion.kinds, insertion.prices)
        flows = Flows(master, insertion)
        for name, (arcs, entry) in graphs.items():
            flows.add(name, arcs, entry)
        return flows

    def _hear(self, at_most: float, answer: Answer) -> None:
        """What an answer proves, and its roster. What was left out costs more than `at_most`."""
        left_out = at_most + 1 if self._run.costs_whole else at_most
        if answer.bound > -inf:
            self._run.prove(min(answer.bound, left_out))
        if answer.days is not None:
            self._offer(answer.days)

    def _offer(self, found: Mapping[str, Days]) -> None:
        """The roster of everybody's days, with breaks."""
        search = RuinAndRecreate(self._run.problem, self._pricing.insertion, self._run.limits.seed)
        for name, days in found.items():
            shifts = {day: shift for day, shift in enumerate(days) if shift is not None}
            search.put(name, search.insertion.with_breaks(name, shifts, search.state))
        search.place_breaks(self._over)
        self._run.offer(search.roster)
