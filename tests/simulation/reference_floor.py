"""The floor in plain Python, slow and readable: what the compiled one must agree with, customer by customer.

A chat goes to the agent with the fewest; customers wait in order of arrival and leave when their patience ends.
"""

from abc import ABC, abstractmethod
from collections import deque
from heapq import heapify, heappop
from math import isfinite

from scheduler.simulation.customers import Customers
from scheduler.simulation.desks import Desks
from scheduler.simulation.manner import EndOfShift

NEVER = -1e18
COMES, LEAVES = 0, 1

Happening = tuple[float, int, int, int]
"""Moment, kind, and two numbers whose meaning goes with the kind."""
Stretch = tuple[int, float, float, int]
"""An agent held so many chats: desk, from, to, chats."""


class Floor(ABC):
    """Plays the customers through the desks. `started` and `ended` are moments by customer, NEVER where not."""

    def __init__(self, customers: Customers, desks: Desks, end_of_shift: EndOfShift) -> None:
        count = len(customers.arrived)
        self.started, self.ended = [NEVER] * count, [NEVER] * count
        self.desk_of, self.joined = [-1] * count, [0] * count
        self.level = [0] * len(desks.limits)
        self.stretches: list[Stretch] = []
        self._since = [0.0] * len(desks.limits)
        self._limits = desks.limits
        self._there = [False] * len(desks.limits)
        self._free = [0] * (max(desks.limits, default=0) + 1)
        self._arrived: list[float] = customers.arrived.tolist()
        self._leaves_at: list[float] = (customers.arrived + customers.patience).tolist()
        self._waiting: deque[int] = deque()
        self._handed_back: deque[int] = deque()
        self._transfers = end_of_shift is EndOfShift.TRANSFER
        self._agenda: list[Happening] = [(w.start, COMES, desk, 0) for desk, w in enumerate(desks.windows)]
        self._agenda += [(w.end, LEAVES, desk, 0) for desk, w in enumerate(desks.windows) if isfinite(w.end)]
        heapify(self._agenda)

    def play(self) -> None:
        """Until everybody is served or gone."""
        for customer, moment in enumerate(self._arrived):
            self._until(moment)
            desk = self._least_busy()
            if desk < 0:
                self._waiting.append(customer)
            else:
                self._take(customer, desk, moment)
        self._until(float("inf"))

    @abstractmethod
    def _begin(self, customer: int, desk: int, now: float) -> None:
        """A chat has joined a desk; `level` counts it already."""

    @abstractmethod
    def _happen(self, now: float, kind: int, first: int, second: int) -> None:
        """Something of the mode's own."""

    @abstractmethod
    def _taken_away(self, desk: int, now: float) -> list[int]:
        """Customers whose chats an agent who leaves gives back, oldest first."""

    def _until(self, moment: float) -> None:
        agenda = self._agenda
        while agenda and agenda[0][0] <= moment:
            now, kind, first, second = heappop(agenda)
            if kind == COMES:
                self._come(first, now)
            elif kind == LEAVES:
                self._leave(first, now)
            else:
                self._happen(now, kind, first, second)

    def _come(self, desk: int, now: float) -> None:
        self._there[desk] = True
        self._free[0] |= 1 << desk
        self._serve_queue(now)

    def _leave(self, desk: int, now: float) -> None:
        self._there[desk] = False
        self._free[self.level[desk]] &= ~(1 << desk)
        if self._transfers and self.level[desk]:
            self._handed_back.extend(self._taken_away(desk, now))
            self._hold(desk, 0, now)
            self._serve_queue(now)

    def _least_busy(self) -> int:
        """The desk with the fewest chats that may take one more, the first of several; -1 when all are full."""
        for desks in self._free:
            if desks:
                return (desks & -desks).bit_length() - 1
        return -1

    def _serve_queue(self, now: float) -> None:
        while self._handed_back or self._waiting:
            desk = self._least_busy()
            if desk < 0:
                return
            if self._handed_back:
                self._take(self._handed_back.popleft(), desk, now)
            else:
                customer = self._waiting.popleft()
                if self._leaves_at[customer] > now:
                    self._take(customer, desk, now)

    def _take(self, customer: int, desk: int, now: float) -> None:
        self._hold(desk, self.level[desk] + 1, now)
        if self.started[customer] == NEVER:
            self.started[customer] = now
            self.joined[customer] = self.level[desk]
            self.desk_of[customer] = desk
        self._begin(customer, desk, now)

    def _finish(self, customer: int, desk: int, now: float) -> None:
        self.ended[customer] = now
        self._hold(desk, self.level[desk] - 1, now)

    def _hold(self, desk: int, level: int, now: float) -> None:
        """The desk holds `level` chats from now on."""
        before = self.level[desk]
        if before:
            self.stretches.append((desk, self._since[desk], now, before))
        self.level[desk], self._since[desk] = level, now
        if self._there[desk]:
            bit, limit = 1 << desk, self._limits[desk]
            if before < limit:
                self._free[before] ^= bit
            if level < limit:
                self._free[level] ^= bit
