"""The words of Python's own argument parser, so that `--help` and its complaints speak the user's language too.

argparse translates through gettext's global domain; its sentences differ a little from one Python to the next, and
one that is not listed here stays English.
"""

import gettext
import importlib.resources
import os

from app.wording import N_, language

DOMAIN = "arguments"

SENTENCES = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("unknown parser %(parser_name)r (choices: %(choices)s)"),
    N_("unrecognized arguments: %s"),
    N_("not allowed with argument %s"),
    N_("the following arguments are required: %s"),
    N_("expected one argument"),
    N_("expected at most one argument"),
    N_("expected at least one argument"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
    N_("invalid %(type)s value: %(value)r"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("%(prog)s: error: %(message)s\n"),
)


def speak_to_arguments() -> None:
    """Make argparse use the language in force."""
    gettext.bindtextdomain(DOMAIN, str(importlib.resources.files("resources").joinpath("words")))
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = language()
