"""The tab of the help in which the acts of the roster are given other keys."""

from dataclasses import dataclass, replace

from app.window.roster.edit_keys import Act
from app.window.roster.own_keys import give, key_of
from app.window.tables.list_editor import ListEditor
from app.window.tables.values_model import Field
from app.wording import words

_ = words("window")


@dataclass(frozen=True, slots=True)
class Bound:
    """An act of the roster with the key in force."""

    act: Act
    key: str


def act_names() -> dict[Act, str]:
    """What each act is called."""
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


def own_keys_tab() -> ListEditor:
    """A row for each act; its key is typed, such as Ctrl+K, and holds at once."""
    names = act_names()
    fields = (
        Field(_("Does"), lambda bound: names[bound.act]),
        Field(_("Key"), lambda bound: bound.key, _with_key),
    )
    tab = ListEditor(_("Own keys"), fields, None, "")
    tab.delete.hide()
    tab.note.setText(_("Double-click a key and write another, such as Ctrl+K; nothing brings the usual one back."))
    tab.refused.connect(tab.note.setText)
    tab.changed.connect(lambda _values: _show(tab))
    _show(tab)
    return tab


def _show(tab: ListEditor) -> None:
    said = tab.note.text()
    tab.show_values(tuple(Bound(act, key_of(act)) for act in act_names()))
    tab.note.setText(said)


def _with_key(bound: Bound, text: str) -> Bound:
    try:
        give(bound.act, text)
    except ValueError as refused:
        if str(refused) == "taken":
            raise ValueError(_("{key} does something else already.").format(key=text)) from None
        raise ValueError(_("“{text}” is not a key. Write it like Ctrl+K or F9.").format(text=text)) from None
    return replace(bound, key=key_of(bound.act))
