"""Numbers as text in the form that Excel would show them."""

NOTHING = "—"


def number_text(value: float | str | None, form: str, nothing: str = NOTHING) -> str:
    """A number in one of the forms `#,##0`, `#,##0.0`, `0.0%`, `0.00%`, signed with `+` before; text as it stands, a
    moment without its T.
    """
    if value is None:
        return nothing
    if isinstance(value, str):
        return value.replace("T", " ")
    first = form.split(";", maxsplit=1)[0]
    sign, plain = ("+", first[1:]) if first.startswith("+") else ("", first)
    if plain.endswith("%"):
        return f"{value:{sign}.{len(plain) - 3}%}"
    if plain == "General":
        return f"{value:{sign}g}"
    decimals = len(plain.partition(".")[2])
    return f"{value:{sign},.{decimals}f}"
