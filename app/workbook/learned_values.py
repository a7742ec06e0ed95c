"""Values of the formulas that team sheets use, so that viewers which do not calculate show them."""

import operator
import re
from collections.abc import Callable, Mapping
from fnmatch import translate
from functools import cache

from openpyxl import Workbook
from openpyxl.formula.tokenizer import Token, Tokenizer
from openpyxl.utils.cell import range_boundaries

Number = float
Operand = object
"""A number, a text, a truth, None for an empty cell, or a list of those for a range."""
MOST_CELLS = 100_000


class UnknownFormulaError(Exception):
    """A formula with something that is not calculated here; it keeps no stored value."""


def formula_values(book: Workbook) -> tuple[dict[tuple[str, str], Operand], int]:
    """Sheet and cell of each formula to its value, and how many formulas could not be calculated."""
    value = _reader(book)
    found: dict[tuple[str, str], Operand] = {}
    unknown = 0
    for sheet in book.worksheets:
        for cell in list(sheet._cells.values()):
            if cell.data_type == "f":
                try:
                    found[sheet.title, cell.coordinate] = value(sheet.title, cell.coordinate)
                except (UnknownFormulaError, RecursionError, ArithmeticError, ValueError, TypeError, IndexError):
                    unknown += 1
    return found, unknown


def _reader(book: Workbook) -> Callable[[str, str], Operand]:
    @cache
    def value(sheet: str, place: str) -> Operand:
        if sheet not in book.sheetnames:
            raise UnknownFormulaError
        cell = book[sheet][place]
        if cell.data_type != "f":
            return cell.value
        if not isinstance(cell.value, str):
            raise UnknownFormulaError
        return _Expression(cell.value, sheet, value).result()

    return value


class _Expression:
    """One formula, read from left to right by the precedence of its operators."""

    def __init__(self, formula: str, sheet: str, value: Callable[[str, str], Operand]) -> None:
        self._tokens = [token for token in Tokenizer(formula).items if token.type != Token.WSPACE]
        self._at, self._sheet, self._value = 0, sheet, value

    def result(self) -> Operand:
        found = self._operation(0)
        if self._at != len(self._tokens):
            raise UnknownFormulaError
        return 0 if found is None else found

    def _operation(self, least: int) -> Operand:
        left = self._operand()
        while (token := self._peek()) is not None and token.type == Token.OP_IN:
            rank, act = _OPERATORS.get(token.value, (-1, None))
            if act is None:
                raise UnknownFormulaError
            if rank < least:
                break
            self._at += 1
            left = act(left, self._operation(rank + 1))
        return left

    def _operand(self) -> Operand:
        token = self._peek()
        if token is None:
            raise UnknownFormulaError
        self._at += 1
        if token.type == Token.OP_PRE:
            return -_number(self._operand()) if token.value == "-" else self._operand()
        if token.type == Token.PAREN and token.subtype == Token.OPEN:
            found = self._operation(0)
            self._at += 1
            return found
        if token.type == Token.FUNC and token.subtype == Token.OPEN:
            return self._function(token.value[:-1].upper())
        return self._constant(token)

    def _constant(self, token: Token) -> Operand:
        if token.type != Token.OPERAND:
            raise UnknownFormulaError
        if token.subtype == Token.RANGE:
            return self._reference(token.value)
        if token.subtype == Token.TEXT:
            return str(token.value[1:-1]).replace('""', '"')
        if token.subtype == Token.NUMBER:
            return float(token.value)
        raise UnknownFormulaError

    def _function(self, name: str) -> Operand:
        arguments: list[Operand] = []
        while (token := self._peek()) is not None and not (token.type == Token.FUNC and token.subtype == Token.CLOSE):
            if token.type == Token.SEP:
                self._at += 1
            else:
                arguments.append(self._operation(0))
        self._at += 1
        act = _FUNCTIONS.get(name)
        if act is None:
            raise UnknownFormulaError
        return act(*arguments)

    def _reference(self, text: str) -> Operand:
        sheet, _, area = text.rpartition("!")
        title = sheet.strip("'").replace("''", "'") or self._sheet
        bounds = range_boundaries(area.replace("$", ""))
        if None in bounds:
            raise UnknownFormulaError
        left, top, right, bottom = (int(bound or 0) for bound in bounds)
        if ":" not in area:
            return self._value(title, area.replace("$", ""))
        if (right - left + 1) * (bottom - top + 1) > MOST_CELLS:
            raise UnknownFormulaError
        places = (f"{_letters(column)}{row}" for row in range(top, bottom + 1) for column in range(left, right + 1))
        return [self._value(title, place) for place in places]

    def _peek(self) -> Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _number(value: Operand) -> Number:
    if value is None:
        return 0.0
    if isinstance(value, bool | int | float):
        return float(value)
    raise UnknownFormulaError


def _flat(arguments: tuple[Operand, ...]) -> list[Operand]:
    return [one for part in arguments for one in (part if isinstance(part, list) else [part])]


def _numbers(*arguments: Operand) -> list[Number]:
    return [float(one) for one in _flat(arguments) if isinstance(one, int | float) and not isinstance(one, bool)]


def _count_if(cells: Operand, criterion: Operand) -> float:
    wanted = _criterion(criterion)
    return float(sum(map(wanted, cells if isinstance(cells, list) else [cells])))


def _criterion(criterion: Operand) -> Callable[[Operand], bool]:
    """As COUNTIF takes it: not seeing case, with * and ?, or a comparison with a number."""
    if not isinstance(criterion, str):
        return lambda cell: isinstance(cell, int | float) and cell == criterion
    sign = re.match(r"(<>|<=|>=|<|>|=)?(.*)", criterion, re.DOTALL)
    compare, rest = (sign[1] or "=", sign[2]) if sign else ("=", criterion)
    if re.fullmatch(r"[+-]?\d+(\.\d+)?", rest):
        act = _COMPARISONS[compare]
        return lambda cell: isinstance(cell, int | float) and bool(act(float(cell), float(rest)))
    if compare not in {"=", "<>"}:
        raise UnknownFormulaError
    escaped = re.sub(r"~([*?~])", lambda found: f"[{found[1]}]", rest)
    pattern = re.compile(translate(escaped), re.IGNORECASE)
    return lambda cell: bool(isinstance(cell, str) and pattern.match(cell)) == (compare == "=")


def _if(condition: Operand, yes: Operand = True, no: Operand = False) -> Operand:
    return yes if condition else no


def _round(value: Operand, digits: Operand = 0.0) -> float:
    """Halves away from zero, as spreadsheets do."""
    scale = 10.0 ** int(_number(digits))
    number = _number(value) * scale
    return float(int(number + (0.5 if number >= 0 else -0.5))) / scale


_COMPARISONS: Mapping[str, Callable[[float, float], bool]] = {
    "=": operator.eq, "<>": operator.ne, "<": operator.lt, ">": operator.gt, "<=": operator.le, ">=": operator.ge,
}  # fmt: skip
_OPERATORS: Mapping[str, tuple[int, Callable[[Operand, Operand], Operand]]] = {
    "+": (3, lambda a, b: _number(a) + _number(b)),
    "-": (3, lambda a, b: _number(a) - _number(b)),
    "*": (4, lambda a, b: _number(a) * _number(b)),
    "/": (4, lambda a, b: _number(a) / _number(b)),
    "&": (2, lambda a, b: f"{_text(a)}{_text(b)}"),
    "=": (1, operator.eq),
    "<>": (1, operator.ne),
    "<": (1, lambda a, b: _number(a) < _number(b)),
    ">": (1, lambda a, b: _number(a) > _number(b)),
    "<=": (1, lambda a, b: _number(a) <= _number(b)),
    ">=": (1, lambda a, b: _number(a) >= _number(b)),
}
_FUNCTIONS: Mapping[str, Callable[..., Operand]] = {
    "SUM": lambda *cells: sum(_numbers(*cells)),
    "COUNTIF": _count_if,
    "COUNTBLANK": lambda cells: float(sum(cell is None or cell == "" for cell in _flat((cells,)))),
    "COUNTA": lambda *cells: float(sum(cell is not None for cell in _flat(cells))),
    "COUNT": lambda *cells: float(len(_numbers(*cells))),
    "MAX": lambda *cells: max(_numbers(*cells), default=0.0),
    "MIN": lambda *cells: min(_numbers(*cells), default=0.0),
    "AVERAGE": lambda *cells: sum(_numbers(*cells)) / len(_numbers(*cells)),
    "IF": _if,
    "ROUND": _round,
    "ABS": lambda value: abs(_number(value)),
}


def _text(value: Operand) -> str:
    if value is None:
        return ""
    return f"{value:g}" if isinstance(value, float) else str(value)
