"""Numbers typed behind an option, refused with what to write instead."""

import argparse
import math

from app.wording import words

_ = words("commands")


def number(text: str) -> float:
    """Any number."""
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise argparse.ArgumentTypeError(_("“{text}” is not a number. Write it like 60.").format(text=text))
    return value


def positive(text: str) -> float:
    """A number above 0."""
    return _above_zero(number(text), text)


def share(text: str) -> float:
    """A number that is not below 0."""
    value = number(text)
    if value < 0:
        raise argparse.ArgumentTypeError(_("“{text}” is below 0. Write 0 or more.").format(text=text))
    return value


def count(text: str) -> int:
    """A whole number above 0."""
    return round(_above_zero(whole(text), text))


def whole(text: str) -> int:
    """A whole number."""
    value = number(text)
    if not value.is_integer():
        raise argparse.ArgumentTypeError(_("“{text}” is not a whole number. Write it like 8.").format(text=text))
    return int(value)


def _above_zero(value: float, text: str) -> float:
    if value <= 0:
        raise argparse.ArgumentTypeError(_("“{text}” is too small. Write a number above 0.").format(text=text))
    return value
