"""Amounts as people read them."""


def hours(minutes: float) -> str:
    """Hours with at most two digits after the point: `8`, `59.42`."""
    return f"{round(minutes / 60, 2):g}"


def amount(value: float) -> str:
    """A number without digits that say nothing: `1200`, `59.42`, `0.0125`."""
    if value == value and abs(value) < 1e15 and value == round(value):  # noqa: PLR0124  # only NaN differs from itself
        return str(round(value))
    return f"{round(value, 2 if abs(value) >= 1 else 4):g}"
