"""Many pieces of work on an executor: each when what it waits for is done, again when its process was killed."""

from collections.abc import Callable, Hashable, Mapping
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from contextlib import suppress
from typing import Generic, TypeVar

from app.engines import Executors

MOST_ROUNDS = 5
"""Executors tried in turn while their processes are killed."""

KeyT = TypeVar("KeyT", bound=Hashable)
ResultT = TypeVar("ResultT")


class Batch(Generic[KeyT, ResultT]):
    """`waits_for`: piece of work to the one that must be done before, None for none; they begin in this order.
    `begin` submits one, `take` gets its result as soon as it is there, None when it raised LookupError.
    """

    def __init__(
        self,
        waits_for: Mapping[KeyT, KeyT | None],
        begin: Callable[[Executor, KeyT], Future[ResultT]],
        take: Callable[[KeyT, ResultT | None], None],
    ) -> None:
        self._left = dict(waits_for)
        self._begin, self._take = begin, take

    def run(self, executors: Executors) -> None:
        """Do all of it. Raises RuntimeError when processes are killed time and again."""
        for _round in range(MOST_ROUNDS):
            if not self._left:
                return
            with suppress(BrokenExecutor), executors() as executor:
                self._run_on(executor)
        if self._left:
            raise RuntimeError("the processes of a batch are killed time and again")

    def _run_on(self, executor: Executor) -> None:
        running: dict[Future[ResultT], KeyT] = {}
        self._begin_possible(executor, running)
        while running:
            done, _pending = wait(running, return_when=FIRST_COMPLETED)
            lost = [self._finish(future, running.pop(future)) for future in done]
            for error in lost:
                if error is not None:
                    raise error
            self._begin_possible(executor, running)

    def _begin_possible(self, executor: Executor, running: dict[Future[ResultT], KeyT]) -> None:
        begun = set(running.values())
        for key, before in self._left.items():
            if key not in begun and before not in self._left:
                running[self._begin(executor, key)] = key

    def _finish(self, future: Future[ResultT], key: KeyT) -> BrokenExecutor | None:
        """Take a result; the error when its process was killed, so that others done are taken first."""
        try:
            result = future.result()
        except LookupError:
            result = None
        except BrokenExecutor as error:
            return error
        del self._left[key]
        self._take(key, result)
        return None
