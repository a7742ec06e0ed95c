"""Every key of the window with what it does, as the key sheet shows it."""

import re
from collections.abc import Mapping

from app.window.frame.window_keys import WINDOW_KEYS
from app.window.roster.edit_keys import Act
from app.window.roster.own_keys import Keyed, key_of, usual_of
from app.wording import N_, words

_ = words("window")

SPACE = N_("Space")


def key_sheet() -> tuple[tuple[str, str], ...]:
    """The keys in force and what they do, in the order of the sheet."""
    known: tuple[Keyed, ...] = (*Act, *WINDOW_KEYS)
    own = {usual: key_of(act) for act in known for usual in usual_of(act) if key_of(act) not in usual_of(act)}
    own |= {_(usual): key for usual, key in own.items() if usual == SPACE}
    return tuple((_in_force(keys, own), does) for keys, does in _usual_sheet())


def _in_force(keys: str, own: Mapping[str, str]) -> str:
    """`F8 / Shift+F8` with the keys that somebody has given instead."""
    parts = re.split("( / |, )", keys)
    told = [own.get(part, part) for part in parts]
    first = told[0]
    return first if told[0::2] == [first] * len(told[0::2]) else "".join(told)


def _usual_sheet() -> tuple[tuple[str, str], ...]:
    return (
        (_("Arrows, Home, End, Page Up, Page Down"), _("move; with Ctrl to the edge, with Shift select")),
        (_("Digits, letters of the legend"), _("set the shift and move on")),
        ("Del, X", _("day off")),
        (_(SPACE), _("next shift that the agent may work")),
        ("Enter, F2", _("why this shift, why not another")),
        ("Ctrl+C / Ctrl+X / Ctrl+V", _("copy, cut, paste with Excel or WPS")),
        ("Ctrl+D / Ctrl+R", _("fill down / right")),
        ("Ctrl+Shift+X", _("swap two cells selected")),
        ("Ctrl+Z / Ctrl+Y", _("undo / redo, without limit (redo also Ctrl+Shift+Z)")),
        ("L", _("lock or unlock the cells selected")),
        ("Ctrl+L", _("lock the whole day, or the agents selected")),
        ("Ctrl+B", _("day view, hour by hour")),
        ("Alt+Left / Alt+Right", _("an earlier or later shift")),
        ("Alt+Shift+Left / Alt+Shift+Right", _("the break earlier or later")),
        ("F8 / Shift+F8", _("next / previous violation")),
        ("F7", _("next shortage")),
        ("Shift+F7", _("who could help at the hour chosen")),
        ("Ctrl+F", _("find agents")),
        ("Ctrl+G", _("go to a day")),
        ("Ctrl+Shift+D / F11", _("dense rows / only the roster")),
        ("Ctrl+Shift+B", _("cover chart on or off")),
        ("F6 / Shift+F6", _("next / previous pane")),
        (_("Arrows and Enter in the team's calendar"), _("choose days, then put an absence or a wish on them")),
        ("Ctrl+I", _("import")),
        ("Ctrl+E", _("export")),
        (_("Ctrl+V elsewhere"), _("paste a table or a list from Excel or WPS")),
        ("Ctrl+P", _("print: pages as PDF")),
        ("Ctrl+S", _("says that everything is saved")),
        ("Ctrl+Return", _("the page's main act: optimise, forecast …")),
        ("Esc", _("let go of a drag, end an emphasis, stop the search and keep the best")),
        ("Ctrl+1 … 9", _("the steps")),
        ("Ctrl++ / Ctrl+- / Ctrl+0", _("larger, smaller, usual size")),
        ("Ctrl+N / Ctrl+O / Ctrl+Shift+S", _("new project, open, save a copy")),
        ("F1, ?", _("this help")),
    )
