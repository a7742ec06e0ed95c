"""Chats as work: each is done at a speed given by the number of chats its agent holds (limited processor sharing)."""

from heapq import heappop, heappush

from scheduler.simulation.customers import Customers
from scheduler.simulation.desks import Desks
from scheduler.simulation.manner import EndOfShift
from tests.simulation.reference_floor import Floor

FINISHES = 2


class RateFloor(Floor):
    """A desk's chats all advance alike, so it keeps one account of work done per chat, and each chat the account's
    value at which it will be finished.
    """

    def __init__(self, customers: Customers, desks: Desks, end_of_shift: EndOfShift) -> None:
        super().__init__(customers, desks, end_of_shift)
        self._work: list[float] = customers.work.tolist()
        self._speeds: list[list[float]] = desks.speeds.tolist()
        self._done = [0.0] * len(desks.limits)
        self._told = [0.0] * len(desks.limits)
        self._version = [0] * len(desks.limits)
        self._chats: list[list[tuple[float, int]]] = [[] for _ in desks.limits]

    def _begin(self, customer: int, desk: int, now: float) -> None:
        self._account(desk, self.level[desk] - 1, now)
        heappush(self._chats[desk], (self._done[desk] + self._work[customer], customer))
        self._expect(desk, now)

    def _happen(self, now: float, kind: int, first: int, second: int) -> None:  # noqa: ARG002 - one kind only
        if second != self._version[first]:
            return
        self._account(first, self.level[first], now)
        _, customer = heappop(self._chats[first])
        self._finish(customer, first, now)
        self._expect(first, now)
        self._serve_queue(now)

    def _taken_away(self, desk: int, now: float) -> list[int]:
        self._account(desk, self.level[desk], now)
        held, self._chats[desk] = self._chats[desk], []
        for target, customer in held:
            self._work[customer] = target - self._done[desk]
        self._version[desk] += 1
        return sorted(customer for _, customer in held)

    def _account(self, desk: int, level: int, now: float) -> None:
        self._done[desk] += self._speeds[desk][level] * (now - self._told[desk])
        self._told[desk] = now

    def _expect(self, desk: int, now: float) -> None:
        """Note when the desk's next chat will be finished, if nothing changes before."""
        self._version[desk] += 1
        chats = self._chats[desk]
        if chats:
            left = max(0.0, chats[0][0] - self._done[desk])
            moment = now + left / self._speeds[desk][self.level[desk]]
            heappush(self._agenda, (moment, FINISHES, desk, self._version[desk]))
