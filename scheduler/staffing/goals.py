"""Service goals and the facts of chat work that turn volume into agents; defaults are those of the goals file."""

from dataclasses import dataclass, field

from scheduler.staffing.exam_window import ExamWindow

SLOW_RESPONSE_SECONDS = 120.0
"""A response slower than this is slow."""
SLOW_RESPONSES_ALLOWED = 3
"""A chat is slow when it has more slow responses than this."""
COARSE_MINUTES = 60
"""A history or forecast as coarse as this says nothing of an opening's first minutes."""


@dataclass(frozen=True, slots=True)
class ServiceGoal:
    """What must hold in every interval; None drops a goal. Shares 0–1, times in seconds.

    `service_level`: share of all inquiries taken up within `answer_within_seconds`.
    `average_response_seconds`: mean time from a customer's message to the reply, over all replies;
    `first_response_seconds`: to the first one. `utilisation`: share of time that agents spend replying, at most.
    """

    service_level: float | None = 0.80
    answer_within_seconds: float = 30.0
    average_response_seconds: float | None = 30.0
    reply_rate: float | None = 0.98
    slow_share: float | None = 0.02
    first_response_seconds: float | None = None
    utilisation: float | None = None


@dataclass(frozen=True, slots=True)
class Goals:
    """Parameters of one skill. `plan_for` names the forecast quantile that is staffed (p50, p80, p90, mean), with other
    ones for some hours as in `p50 00:00-02:00=p90`; `shrinkage_by_hour` is another shrinkage for some hours, as in
    `00:00-06:00=0.05`. `deferrable_share` of the inquiries left by the robot are work that may wait for
    `deadline_minutes`. An inquiry ends in an order with probability `conversion`, worth `order_value` yuan.

    `chat_length_cv`: standard deviation ÷ mean of the work in a chat. `shrinkage_by_contract`: another one for the
    agents of some contracts, as in `part_time=0.1`. `chat_duration_by_level`: measured mean durations in seconds by
    chats held, as in `1=275 4=328 8=489`; "" for those that follow from effort and thinking.
    """

    max_concurrency: int = 8
    seconds_per_reply: float = 10.0
    customer_think_seconds: float = 43.0
    replies_per_chat: float = 6.0
    patience_seconds: float = 180.0
    robot_deflection: float = 0.0
    shrinkage: float = 0.15
    minimum_present: int = 2
    plan_for: str = "p50"
    goal: ServiceGoal = field(default_factory=ServiceGoal)
    shrinkage_by_hour: str = ""
    deferrable_share: float = 0.0
    deadline_minutes: float = 240.0
    conversion: float = 0.0
    order_value: float = 0.0
    exam_windows: tuple[ExamWindow, ...] = ()
    chat_length_cv: float = 1.0
    shrinkage_by_contract: str = ""
    chat_duration_by_level: str = ""
