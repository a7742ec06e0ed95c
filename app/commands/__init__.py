"""The command line: every step of the straight line without the window. One command, one module."""

import argparse
from collections.abc import Sequence
from importlib import import_module

from app.commands.catalogue import COMMANDS
from app.commands.output import report_findings, use_utf8
from app.wording import LANGUAGES, choose_language, words
from app.wording.argument_words import speak_to_arguments
from forecasts.findings import InputError

_ = words("commands")


def run_command(arguments: Sequence[str]) -> int:
    """Run one command; exit status 0 done, 1 done but something needs attention, 2 bad input."""
    use_utf8()
    if "--language" in arguments[:-1]:
        wanted = arguments[arguments.index("--language") + 1]
        choose_language(wanted if wanted in LANGUAGES else LANGUAGES[0])
    speak_to_arguments()
    parsed = parser(arguments[0]).parse_args(arguments)
    try:
        return int(parsed.run(parsed))
    except InputError as refused:
        return report_findings(refused.findings, as_json=getattr(parsed, "json", False))


def parser(wanted: str = "") -> argparse.ArgumentParser:
    """The command line; only the wanted command is loaded, so that each imports just what it needs."""
    top = argparse.ArgumentParser(
        prog="peakroster",
        description=_("Plan chat agents for a promotion, from inquiry history to a proven roster."),
        epilog=_("Without a command the window opens."),
    )
    commands = top.add_subparsers(dest="command", metavar=_("COMMAND"), required=True)
    for name, (module, summary, example) in COMMANDS.items():
        sub = commands.add_parser(
            name,
            help=_(summary),
            description=_(summary),
            epilog=_("Example:") + f"\n  python main.py {example}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        sub.add_argument("--language", choices=LANGUAGES, help=_("language of what is printed"))
        if name == wanted:
            command = import_module(f"app.commands.{module}")
            command.arguments(sub)
            sub.set_defaults(run=command.run)
    return top
