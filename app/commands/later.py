"""Commands that are named but not built yet answer so, with exit status 2."""

import argparse

from app.commands.output import BAD_INPUT, complain
from app.wording import words

_ = words("commands")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take whatever is given."""
    parser.add_argument("rest", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)


def run(given: argparse.Namespace) -> int:
    """Say that this command comes later."""
    complain(_("{command}: this command comes in a later version.").format(command=given.command))
    return BAD_INPUT
