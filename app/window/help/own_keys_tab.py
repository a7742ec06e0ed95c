"""The tab of the help in which the acts of roster, pages and window are given other keys."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.window.frame.steps import STEPS
from app.window.frame.window_keys import STEP_KEYS
from app.window.names import step_name
from app.window.roster.edit_keys import Act
from app.window.roster.own_keys import Keyed, give, key_of
from app.window.tables.list_editor import ListEditor
from app.window.tables.values_model import Field
from app.wording import words

_ = words("window")


@dataclass(frozen=True, slots=True)
class Bound:
    """An act with the key in force."""

    act: Keyed
    key: str


def act_names() -> Mapping[Act, str]:
    """What each act of the roster is called."""
    return {
        Act.DAY_OFF: _("day off"),
        Act.NEXT_SHIFT: _("next shift that the agent may work"),
        Act.DETAILS: _("why this shift, why not another"),
        Act.LOCK: _("lock or unlock the cells selected"),
        Act.LOCK_WHOLE: _("lock the whole day, or the agents selected"),
        Act.SWAP: _("swap two cells selected"),
        Act.COPY: _("Copy"),
        Act.CUT: _("Cut"),
        Act.PASTE: _("Paste"),
        Act.FILL_DOWN: _("fill down"),
        Act.FILL_RIGHT: _("fill right"),
        Act.EARLIER: _("an earlier shift"),
        Act.LATER: _("a later shift"),
        Act.BREAK_EARLIER: _("the break earlier"),
        Act.BREAK_LATER: _("the break later"),
    }


def window_names() -> Mapping[str, str]:
    """What the acts of pages and window are called, by their usual keys."""
    steps = {key: step_name(step) for key, step in zip(STEP_KEYS, STEPS, strict=True)}
    return {
        "Ctrl+Return": _("the page's main act: optimise, forecast …"),
        "F8": _("next violation"),
        "Shift+F8": _("previous violation"),
        "F7": _("next shortage"),
        "Shift+F7": _("who could help at the hour chosen"),
        "Ctrl+F": _("find agents"),
        "Ctrl+G": _("go to a day"),
        "Ctrl+B": _("day view, hour by hour"),
        "Ctrl+Shift+B": _("cover chart on or off"),
        "Ctrl+Shift+D": _("Dense rows"),
        "F11": _("Only the roster"),
        "Ctrl+I": _("import"),
        "Ctrl+E": _("export"),
        "Ctrl+P": _("print: pages as PDF"),
        "Ctrl+Z": _("Undo"),
        "Ctrl+Y": _("Redo"),
        "F6": _("next pane"),
        "Shift+F6": _("previous pane"),
        "Ctrl++": _("larger"),
        "Ctrl+-": _("smaller"),
        "Ctrl+0": _("usual size"),
        "Ctrl+N": _("New project"),
        "Ctrl+O": _("Open project"),
        "Ctrl+Shift+S": _("Save a copy as"),
        "F1": _("this help"),
        **steps,
    }


def own_keys_tab() -> ListEditor:
    """A row for each act; its key is typed, such as Ctrl+K, and holds at once."""
    names: dict[Keyed, str] = dict((*act_names().items(), *window_names().items()))
    fields = (
        Field(_("Does"), lambda bound: names[bound.act]),
        Field(_("Key"), lambda bound: bound.key, _with_key),
    )
    tab = ListEditor(_("Own keys"), fields, None, "")
    tab.delete.hide()
    tab.note.setText(_("Double-click a key and write another, such as Ctrl+K; an empty one brings the usual key back."))
    tab.refused.connect(tab.note.setText)
    tab.changed.connect(lambda _values: _show(tab, names))
    _show(tab, names)
    return tab


def _show(tab: ListEditor, names: Mapping[Keyed, str]) -> None:
    said = tab.note.text()
    tab.show_values(tuple(Bound(act, key_of(act)) for act in names))
    tab.note.setText(said)


def _with_key(bound: Bound, text: str) -> Bound:
    try:
        give(bound.act, text)
    except ValueError as refused:
        if str(refused) == "taken":
            raise ValueError(_("{key} does something else already.").format(key=text)) from None
        raise ValueError(_("“{text}” is not a key. Write it like Ctrl+K or F9.").format(text=text)) from None
    return replace(bound, key=key_of(bound.act))
