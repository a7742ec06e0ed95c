"""What people call the things that have ids: skills, contracts, phases, goals. A team's own word stands as it is."""

from collections.abc import Iterable

from app.wording import N_, language, words

_ = words("names")

SKILLS = {
    "presale": N_("Pre-sale"),
    "in_sale": N_("In-sale"),
    "aftersale": N_("After-sale"),
    "live": N_("Live"),
}
CONTRACTS = {
    "full_time": N_("Full-time"),
    "part_time": N_("Part-time"),
    "outsourced": N_("Outsourced"),
    "intern": N_("Intern"),
    "agency": N_("Agency"),
}
PHASES = {
    "warm_up": N_("Warm-up"),
    "deposit": N_("Deposit"),
    "balance": N_("Balance payment"),
    "opening": N_("Opening"),
    "main_day": N_("Main day"),
    "spot_sale": N_("Spot sale"),
    "shipping": N_("Shipping"),
    "returns": N_("Returns peak"),
}
GOALS = {
    "service_level": N_("Service level"),
    "first_response": N_("First response"),
    "average_response": N_("Average response"),
    "reply_rate": N_("Reply rate"),
    "slow_share": N_("Slow replies"),
    "exam_window": N_("Exam window"),
    "utilisation": N_("Utilisation"),
    "minimum_present": N_("Minimum present"),
}
METHODS = {
    "blend": N_("blend of methods"),
    "typed": N_("typed by hand"),
    "promotions": N_("promotions learnt"),
    "by_hand": N_("spreadsheet: 4-week mean of each interval"),
    "last_week": N_("last week"),
    "mean4": N_("mean of 4 same weekdays"),
    "median6": N_("median of 6 same weekdays"),
    "core4": N_("level by weekday, 4 days"),
    "core10": N_("recent level by weekday"),
    "core28": N_("level by weekday, 28 days"),
    "theta": N_("Theta"),
    "holt": N_("level and damped trend"),
    "last_year": N_("last year's weeks by growth"),
    "season": N_("level by weekday, moved as last year"),
    "half_season": N_("level by weekday, moved half as last year"),
    "driver": N_("drivers"),
}
FACTS = {
    "uplift": N_("Uplift"),
    "expected_inquiries": N_("Expected inquiries"),
    "productivity": N_("Productivity"),
    "hourly_cost": N_("Hourly cost"),
}
GOAL_FIELDS = {
    "max_concurrency": N_("Max concurrency"),
    "handling_time_seconds": N_("Handling time"),
    "seconds_per_reply": N_("Agent's time per reply"),
    "customer_think_seconds": N_("Customer's time per reply"),
    "replies_per_chat": N_("Replies per chat"),
    "patience_seconds": N_("Patience"),
    "robot_deflection": N_("Robot deflection"),
    "shrinkage": N_("Shrinkage"),
    "deferrable_share": N_("Work that may wait"),
    "deadline_minutes": N_("Deadline of work that may wait"),
    "conversion": N_("Conversion"),
    "order_value": N_("Order value"),
    "answer_within_seconds": N_("Answered within"),
    "average_response_seconds": N_("Average response"),
    "first_response_seconds": N_("First response"),
    "plan_for": N_("Volume to plan for"),
    "exam_windows": N_("Exam windows"),
    "chat_length_cv": N_("Spread of chat lengths"),
    "shrinkage_by_hour": N_("Shrinkage by hour"),
    "shrinkage_by_contract": N_("Shrinkage by contract"),
    "chat_duration_by_level": N_("Measured durations by chats held"),
    "replications": N_("Number of replications"),
    "seed": N_("Random seed"),
}
OCCASIONS = {
    "sale_38": N_("38 sale"),
    "sale_520": N_("520"),
    "sale_618": N_("618"),
    "sale_88": N_("88 sale"),
    "sale_99": N_("99 sale"),
    "double_11": N_("Double 11"),
    "double_12": N_("Double 12"),
    "new_year_goods": N_("New-year goods sale (about)"),
    "spring_festival": N_("Spring Festival"),
    "lantern_festival": N_("Lantern Festival"),
    "dragon_boat": N_("Dragon Boat Festival"),
    "qixi": N_("Qixi"),
    "mid_autumn": N_("Mid-Autumn Festival"),
    "double_ninth": N_("Double Ninth"),
    "new_years_eve": N_("Lunar New Year's Eve"),
}
FILES = {
    "history": N_("Inquiry history"),
    "agents": N_("Agents"),
    "absences": N_("Absences"),
    "requests": N_("Requests"),
    "shifts": N_("Shift table"),
    "promotions": N_("Promotions"),
    "drivers": N_("Visitors and orders"),
    "broadcasts": N_("Live broadcasts"),
    "roster": N_("Roster workbook"),
    "attendance": N_("Attendance"),
    "goals": N_("Service goals"),
    "project": N_("Project"),
}
RESULTS = {"forecast": N_("forecast"), "requirement": N_("requirement"), "roster": N_("roster")}
ALL = GOAL_FIELDS | SKILLS | CONTRACTS | PHASES | GOALS | METHODS | FACTS | RESULTS | OCCASIONS


def name_of(id: str) -> str:  # noqa: A002  # it is an id
    """The word for any id that has one, else the id itself."""
    return _(ALL[id]) if id in ALL else id


def scenario_name(name: str) -> str:
    """A scenario; the base scenario has a word in each language, others are called as the user did."""
    from app.project.project import BASE_SCENARIO  # the words of ids are light to import, a project is not

    return _("Base") if name == BASE_SCENARIO else name


def kind_of_file(kind: str) -> str:
    """What a file was taken for."""
    return _(FILES[kind]) if kind in FILES else kind or _("not recognised")


def skill_rank(skill: str) -> tuple[int, str]:
    """Skills as the work meets them: before the sale, in it, after it, then the team's own."""
    known = list(SKILLS)
    return (known.index(skill) if skill in known else len(known), skill)


def in_order(skills: Iterable[str]) -> tuple[str, ...]:
    """Skills in the order of `skill_rank`."""
    return tuple(sorted(skills, key=skill_rank))


def listed(names: Iterable[str]) -> str:
    """Names one after the other, as the language writes lists."""
    return ("、" if language() == "zh_CN" else ", ").join(names)


def paragraph(sentences: Iterable[str]) -> str:
    """Sentences one after the other; Chinese puts no space between them."""
    return ("" if language() == "zh_CN" else " ").join(sentences)


def method_name(method: str) -> str:
    """How a forecast was made; its parts stand with a plus between."""
    return " + ".join(name_of(part.strip()) for part in method.split("+"))
