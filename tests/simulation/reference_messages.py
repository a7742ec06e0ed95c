"""Every message played: the customer writes, the agent replies to one message at a time, the customer thinks."""

from collections import deque
from heapq import heappush

from scheduler.simulation.customers import Customers
from scheduler.simulation.desks import Desks
from scheduler.simulation.manner import EndOfShift
from scheduler.staffing.goals import SLOW_RESPONSE_SECONDS
from tests.simulation.reference_floor import NEVER, Floor

REPLIED, WRITES = 2, 3
NOBODY = -1
UNREAD, THINKING = float("-inf"), float("inf")
"""In place of the moment of a message: the first one waits in the queue; the customer has not written yet."""


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
        self._written = [UNREAD] * count
        self._at = [NOBODY] * count
        self._messages: list[deque[int]] = [deque() for _ in desks.limits]
        self._replying_to = [NOBODY] * len(desks.limits)
        self._version = [0] * len(desks.limits)

    def _begin(self, customer: int, desk: int, now: float) -> None:
        self._at[customer] = desk
        if self._written[customer] == UNREAD:
            self._written[customer] = now
        if self._written[customer] != THINKING:
            self._ask(customer, desk, now)

    def _happen(self, now: float, kind: int, first: int, second: int) -> None:
        if kind == WRITES:
            self._written[first] = now
            if self._at[first] != NOBODY:
                self._ask(first, self._at[first], now)
        elif second == self._version[first]:
            self._replied(first, now)

    def _taken_away(self, desk: int, now: float) -> list[int]:  # noqa: ARG002 - no work is under way to be accounted
        self._version[desk] += 1
        self._messages[desk].clear()
        self._replying_to[desk] = NOBODY
        held = [customer for customer, where in enumerate(self._at) if where == desk]
        for customer in held:
            self._at[customer] = NOBODY
        return held

    def _ask(self, customer: int, desk: int, now: float) -> None:
        """A message lies before the agent, who begins at once or finishes other replies first."""
        if self._replying_to[desk] == NOBODY:
            self._reply(customer, desk, now)
        else:
            self._messages[desk].append(customer)

    def _reply(self, customer: int, desk: int, now: float) -> None:
        self._replying_to[desk] = customer
        effort = self._efforts[self._next[customer]] * self._slowness[desk]
        heappush(self._agenda, (now + effort, REPLIED, desk, self._version[desk]))

    def _replied(self, desk: int, now: float) -> None:
        customer = self._replying_to[desk]
        self._note(customer, desk, now)
        self._next[customer] += 1
        self._replying_to[desk] = NOBODY
        if self._messages[desk]:
            self._reply(self._messages[desk].popleft(), desk, now)
        if self._next[customer] == self._last[customer]:
            self._at[customer] = NOBODY
            self._finish(customer, desk, now)
            self._serve_queue(now)
        else:
            self._written[customer] = THINKING
            heappush(self._agenda, (now + self._thinking[self._next[customer]], WRITES, customer, 0))

    def _note(self, customer: int, desk: int, now: float) -> None:
        """Write the reply down."""
        response = now - self._written[customer]
        self.replied_at.append(now)
        self.response_times.append(response)
        self.reply_desks.append(desk)
        self.reply_efforts.append(self._efforts[self._next[customer]] * self._slowness[desk])
        if response > SLOW_RESPONSE_SECONDS:
            self.slow_responses[customer] += 1
        if self.first_reply_at[customer] == NEVER:
            self.first_reply_at[customer] = now
