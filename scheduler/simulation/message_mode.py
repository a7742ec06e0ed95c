"""Every message played: the customer writes, the agent replies to one message at a time, the customer thinks."""

from collections import deque
from heapq import heappush

from scheduler.simulation.customers import Customers
from scheduler.simulation.desks import Desks
from scheduler.simulation.floor import NEVER, Floor
from scheduler.simulation.manner import EndOfShift
from scheduler.staffing.goals import SLOW_RESPONSE_SECONDS

REPLIED, WRITES = 2, 3
NOBODY = -1


class MessageFloor(Floor):
    """`first_reply_at` and `slow_responses` by customer; `replied_at` and `response_times` by reply, in the order of
    replying. A first message's response counts from when the chat was taken.
    """

    def __init__(self, customers: Customers, desks: Desks, end_of_shift: EndOfShift) -> None:
        super().__init__(customers, desks, end_of_shift)
        count = len(customers.arrived)
        self.first_reply_at, self.slow_responses = [NEVER] * count, [0] * count
        self.replied_at: list[float] = []
        self.response_times: list[float] = []
        self.reply_desks: list[int] = []
        self.reply_efforts: list[float] = []
        self._last: list[int] = (customers.first_reply + customers.replies).tolist()
        self._next: list[int] = customers.first_reply.tolist()
        self._efforts: list[float] = customers.efforts.tolist()
        self._thinking: list[float] = customers.thinking.tolist()
        self._slowness: list[float] = (1 / desks.productivity).tolist()
        self._written = [NEVER] * count
        self._at = [NOBODY] * count
        self._messages: list[deque[int]] = [deque() for _ in desks.limits]
        self._replying_to = [NOBODY] * len(desks.limits)
        self._version = [0] * len(desks.limits)

    def _begin(self, customer: int, desk: int, now: float) -> None:
        self._at[customer] = desk
        if self._next[customer] == 0 or self._written[customer] == NEVER and self.first_reply_at[customer] == NEVER:
            self._written[customer] = now
        if self._written[customer] != NEVER:
            self._to_agent(customer, desk, now)
