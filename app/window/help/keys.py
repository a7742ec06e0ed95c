"""Every key of the window with what it does, as the key sheet shows it."""

from app.wording import words

_ = words("window")


def key_sheet() -> tuple[tuple[str, str], ...]:
    """Key and words, in the order of the sheet."""
    return (
        (_("Arrows, Home, End, Page Up, Page Down"), _("move; with Ctrl to the edge, with Shift select")),
        (_("Digits, letters of the legend"), _("set the shift and move on")),
        ("Delete, X", _("day off")),
        (_("Space"), _("next shift that the agent may work")),
        ("Enter, F2", _("why this shift, why not another")),
        ("Ctrl+C / X / V", _("copy, cut, paste with Excel or WPS")),
        ("Ctrl+D / Ctrl+R", _("fill down / right")),
        ("Ctrl+Shift+X", _("swap two cells selected")),
        ("Ctrl+Z / Ctrl+Y", _("undo / redo, without limit")),
        ("L", _("lock or unlock the cells selected")),
        ("Ctrl+L", _("lock the whole day, or the agents selected")),
        ("Ctrl+B", _("day view, hour by hour")),
        ("Alt+← / →", _("an earlier or later shift")),
        ("Alt+Shift+← / →", _("the break earlier or later")),
        ("F8 / Shift+F8", _("next / previous violation")),
        ("F7", _("next shortage")),
        ("Ctrl+F", _("find agents")),
        ("Ctrl+G", _("go to a day")),
        ("Ctrl+Shift+D / F11", _("dense rows / only the roster")),
        ("Ctrl+Shift+B", _("cover chart on or off")),
        ("F6 / Shift+F6", _("next / previous pane")),
        (_("Arrows and Enter in the team's calendar"), _("choose days, then put an absence or a wish on them")),
        ("Ctrl+I", _("import")),
        ("Ctrl+E", _("export")),
        ("Ctrl+V", _("paste a table or a list from Excel or WPS")),
        ("Ctrl+P", _("print: pages as PDF")),
        ("Ctrl+S", _("says that everything is saved")),
        ("Ctrl+Return", _("the page's main act: optimise, forecast …")),
        ("Esc", _("let go of a drag, end an emphasis")),
        ("Ctrl+1 … 9", _("the steps")),
        ("Ctrl+N / Ctrl+O / Ctrl+Shift+S", _("new project, open, save a copy")),
        ("F1, ?", _("this help")),
    )
