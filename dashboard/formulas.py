"""The small language of derivations.csv: series of one exhibit, computed from others.

    us_exports_goods - us_imports_goods
    100 * mfg_employment_manemp / at(mfg_employment_manemp, "1987-07")

A name is a series of the exhibit, or a number; ``+ - * /`` and parentheses combine them; and there are

    at(x, "1987-07")          the value of that one period, for every period: the base of an index
    during(x, "2016")         that one period alone
    yearly_sum(x)             months or quarters summed to years, only where the year is whole
    per_day(x)                divided by the number of days of the period
    times_days(x)             multiplied by it
    only(x, partner="world")  the rows of one value of a dimension, for every value: the base of a share
    total(x, "state")         summed over a dimension
    source(x, "id")           the rows of one source, where several give the same number
    of("economy-3", x)        a series of another exhibit

Two operands meet where their periods and the dimensions that both are split by agree; an operand that is not split by
a dimension counts for each of its values. A dimension that has one value throughout a series does not split it.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import pandas as pd

from dashboard.periods import Period

PERIOD = "period"

Key = tuple[str, ...]
Cell = tuple[float, str]  # the number, and the ids of its sources joined by ";"
Compute = Callable[[float, float], float]

_OPERATORS: dict[type[ast.operator], Compute] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_SIGNS = {ast.Add: "+", ast.Sub: "−", ast.Mult: "×", ast.Div: "÷"}
_WHOLE_YEAR = {"month": 12, "quarter": 4}

_WORDS = {
    "at": {"en": "{0} in {1}", "es": "{0} en {1}"},
    "during": {"en": "{0} in {1}", "es": "{0} en {1}"},
    "yearly_sum": {"en": "sum over the year of {0}", "es": "suma anual de {0}"},
    "per_day": {"en": "{0} a day", "es": "{0} por día"},
    "times_days": {"en": "{0} times days", "es": "{0} por los días"},
    "only": {"en": "{0} ({1})", "es": "{0} ({1})"},
    "total": {"en": "total of {0}", "es": "total de {0}"},
    "source": {"en": "{0}", "es": "{0}"},
    "of": {"en": "{0}", "es": "{0}"},
}


class FormulaError(ValueError):
    """A formula that cannot be read, or that the data does not allow."""


@dataclass(frozen=True)
class Operand:
    """Numbers along `axes`: "period", unless the operand counts for every period, and the dimensions that split it.

    `cells` has them by the period and ids in the order of the axes. `fixed` holds the dimensions that have one value
    throughout.
    """

    axes: tuple[str, ...]
    cells: Mapping[Key, Cell]
    fixed: Mapping[str, str]

    @property
    def frame(self) -> pd.DataFrame:
        """The columns `axes`, value (float64) and source_id."""
        keys, cells = self.cells.keys(), self.cells.values()
        columns: dict[str, pd.Series] = {
            axis: pd.Series([key[place] for key in keys], dtype=object) for place, axis in enumerate(self.axes)
        }
        columns["value"] = pd.Series([value for value, _ in cells], dtype="float64")
        columns["source_id"] = pd.Series([ids for _, ids in cells], dtype=object)
        return pd.DataFrame(columns)

    def place(self, axis: str) -> int:
        """Where the axis stands in a key. FormulaError where the operand has no such axis."""
        if axis not in self.axes:
            raise FormulaError(f"the series is not split by {axis}")
        return self.axes.index(axis)


@dataclass(frozen=True)
class SeriesOf:
    """The series of one exhibit.

    `columns` has, row by row, period, value, source_id and each of `dimensions`; `rows` the row numbers of each series.
    """

    columns: Mapping[str, np.ndarray]
    rows: Mapping[str, np.ndarray]
    dimensions: Sequence[str]

    @classmethod
    def split(cls, frame: pd.DataFrame, dimensions: Sequence[str]) -> SeriesOf:
        """From an exhibit's frame, which has a column `series` besides."""
        columns = {name: frame[name].to_numpy() for name in (PERIOD, "value", "source_id", *dimensions)}
        rows = {str(name): np.asarray(where) for name, where in frame.groupby("series", sort=False).indices.items()}
        return cls(columns, rows, dimensions)

    def joined(self, name: str, frame: pd.DataFrame) -> SeriesOf:
        """With one more series."""
        columns = {column: np.concatenate([cells, frame[column].to_numpy()]) for column, cells in self.columns.items()}
        first = len(self.columns[PERIOD])
        return SeriesOf(columns, {**self.rows, name: np.arange(first, first + len(frame))}, self.dimensions)

    def cells(self, name: str) -> dict[str, list]:
        """The columns of one series."""
        rows = self.rows.get(name, np.array([], dtype=int))
        return {column: cells[rows].tolist() for column, cells in self.columns.items()}


Exhibits = Mapping[str, SeriesOf]


@lru_cache(maxsize=4096)
def join_sources(*ids: str) -> str:
    """The union of source ids, each perhaps several joined by ";", in order of first mention."""
    return ";".join(dict.fromkeys(part for joined in ids for part in joined.split(";") if part))


def evaluate(formula: str, exhibit: str, exhibits: Exhibits) -> Operand:
    """The result of `formula` over the series of an exhibit.

    Raises FormulaError, in words, for a formula that cannot be read or has no result.
    """
    result = _visit(parse(formula), exhibit, exhibits)
    if not isinstance(result, Operand):
        raise FormulaError("the formula names no series")
    if PERIOD not in result.axes:
        raise FormulaError("the result has no periods: at() alone is one number")
    if not result.cells:
        raise FormulaError("the inputs have no period and dimension values in common")
    return result


def parse(formula: str) -> ast.expr:
    """The formula as a tree. FormulaError where it is not an expression."""
    try:
        return ast.parse(formula.strip(), mode="eval").body
    except SyntaxError as error:
        raise FormulaError(f"not a formula: {error.msg} at character {error.offset}") from error


def _visit(node: ast.expr, exhibit: str, exhibits: Exhibits) -> Operand | float:
    match node:
        case ast.Constant(value=int() | float() as number):
            return float(number)
        case ast.UnaryOp(op=ast.USub(), operand=inner):
            return _combine(-1.0, _visit(inner, exhibit, exhibits), operator.mul)
        case ast.BinOp(left=left, op=sign, right=right) if type(sign) in _OPERATORS:
            first, second = (_visit(side, exhibit, exhibits) for side in (left, right))
            return _combine(first, second, _OPERATORS[type(sign)])
        case ast.Name(id=name):
            return _series(name, exhibit, exhibits)
        case ast.Call(func=ast.Name(id="source"), args=[ast.Name(id=name), ast.Constant(value=str() as source)]):
            return _series(name, exhibit, exhibits, source)
        case ast.Call(func=ast.Name(id="of"), args=[ast.Constant(value=str() as other), inner]):
            return _visit(inner, other, exhibits)
        case ast.Call(func=ast.Name(id=function), args=[first, *rest], keywords=keywords):
            operand = _visit(first, exhibit, exhibits)
            if function in _FUNCTIONS and isinstance(operand, Operand):
                return _call(function, operand, rest, keywords)
    functions = ", ".join(f"{name}()" for name in _WORDS)
    raise FormulaError(
        f"cannot compute {ast.unparse(node)!r}: allowed are names of series, numbers, + - * / and {functions}"
    )


def _call(function: str, operand: Operand, rest: list[ast.expr], keywords: list[ast.keyword]) -> Operand:
    try:
        arguments = [ast.literal_eval(node) for node in rest]
        named = {str(word.arg): ast.literal_eval(word.value) for word in keywords}
        return _FUNCTIONS[function](operand, *arguments, **named)
    except (TypeError, ValueError) as error:
        raise FormulaError(f"{function}(): {error}") from error


def _series(name: str, exhibit: str, exhibits: Exhibits, source: str = "") -> Operand:
    if exhibit not in exhibits:
        raise FormulaError(f"no exhibit {exhibit!r}")
    dimensions = exhibits[exhibit].dimensions
    columns = exhibits[exhibit].cells(name)
    if source:
        chosen = [row for row, source_id in enumerate(columns["source_id"]) if source_id == source]
        columns = {column: [cells[row] for row in chosen] for column, cells in columns.items()}
    if not columns[PERIOD]:
        raise FormulaError(f"no rows of a series {name!r}{f' from {source}' if source else ''} in {exhibit}")
    axes = (PERIOD, *(dimension for dimension in dimensions if len(set(columns[dimension])) > 1))
    cells: dict[Key, Cell] = {}
    rows = zip(*(columns[column] for column in (*axes, "value", "source_id")), strict=True)
    for *key, value, source_id in rows:
        if cells.get(tuple(key)) == (value, source_id):
            continue  # the same row twice, which is a fault of its own
        if tuple(key) in cells:
            raise FormulaError(f"{name} has several values for {' '.join(key)}: choose one with source()")
        cells[tuple(key)] = value, source_id
    return Operand(axes, cells, {name: columns[name][0] for name in dimensions if name not in axes})


def _combine(left: Operand | float, right: Operand | float, compute: Compute) -> Operand | float:
    try:
        if isinstance(left, Operand) and isinstance(right, Operand):
            return _meet(left, right, compute)
        if isinstance(left, Operand):
            return _each(left, lambda _, value: compute(value, right))  # type: ignore[arg-type]
        if isinstance(right, Operand):
            return _each(right, lambda _, value: compute(left, value))
        return compute(left, right)
    except ZeroDivisionError as error:
        raise FormulaError("divided by zero") from error


def _each(operand: Operand, compute: Callable[[Key, float], float]) -> Operand:
    return replace(operand, cells={key: (compute(key, value), ids) for key, (value, ids) in operand.cells.items()})


def _meet(left: Operand, right: Operand, compute: Compute) -> Operand:
    """Both where they agree on the axes that they share; the axes of one have to be among the other's."""
    swapped = len(right.axes) > len(left.axes)
    wide, narrow = (right, left) if swapped else (left, right)
    if not set(narrow.axes) <= set(wide.axes):
        raise FormulaError(f"numbers by {', '.join(left.axes)} and by {', '.join(right.axes)} do not meet")
    places = [wide.axes.index(axis) for axis in narrow.axes]
    cells: dict[Key, Cell] = {}
    for key, (value, ids) in wide.cells.items():
        other = narrow.cells.get(tuple(key[place] for place in places))
        if other is not None:
            number = compute(other[0], value) if swapped else compute(value, other[0])
            cells[key] = number, join_sources(other[1], ids) if swapped else join_sources(ids, other[1])
    fixed = {
        dimension: value if value == right.fixed.get(dimension, value) else ""
        for dimension, value in left.fixed.items()
        if dimension not in wide.axes
    }
    return Operand(wide.axes, cells, fixed)


def _chosen(operand: Operand, axis: str, value: str) -> Operand:
    """The cells with one value on an axis, which is then no axis of the result."""
    place = operand.place(axis)
    cells = {key[:place] + key[place + 1 :]: cell for key, cell in operand.cells.items() if key[place] == value}
    if not cells:
        raise FormulaError(f"no value for {value}")
    return replace(operand, axes=operand.axes[:place] + operand.axes[place + 1 :], cells=cells)


def _at(operand: Operand, period: str) -> Operand:
    return _chosen(operand, PERIOD, Period.parse(period).text)


def _during(operand: Operand, period: str) -> Operand:
    place, text = operand.place(PERIOD), Period.parse(period).text
    return replace(operand, cells={key: cell for key, cell in operand.cells.items() if key[place] == text})


def _only(operand: Operand, **chosen: str) -> Operand:
    for axis, value in chosen.items():
        operand = _chosen(operand, axis, value)
    return operand


def _total(operand: Operand, axis: str) -> Operand:
    place = operand.place(axis)
    keys = {key: key[:place] + key[place + 1 :] for key in operand.cells}
    return replace(_summed(operand, keys), axes=operand.axes[:place] + operand.axes[place + 1 :])


def _summed(operand: Operand, keys: Mapping[Key, Key]) -> Operand:
    """The cells added up under their new keys."""
    cells: dict[Key, Cell] = {}
    for key, (value, ids) in operand.cells.items():
        if key in keys:
            before = cells.get(keys[key], (0.0, ""))
            cells[keys[key]] = before[0] + value, join_sources(before[1], ids)
    return replace(operand, cells=cells)


def _yearly_sum(operand: Operand) -> Operand:
    place = operand.place(PERIOD)
    parts: dict[tuple[str, Key], list[Key]] = {}  # by kind and key of the year, the keys of its months or quarters
    for key in operand.cells:
        period = Period.parse(key[place])
        if period.kind in _WHOLE_YEAR:
            year = (*key[:place], str(period.year), *key[place + 1 :])
            parts.setdefault((period.kind, year), []).append(key)
    if not parts:
        raise FormulaError("the series has neither months nor quarters")
    whole = {key: year for (kind, year), keys in parts.items() if len(keys) == _WHOLE_YEAR[kind] for key in keys}
    return _summed(operand, whole)


def _per_day(operand: Operand) -> Operand:
    place = operand.place(PERIOD)
    return _each(operand, lambda key, value: value / _days(key[place]))


def _times_days(operand: Operand) -> Operand:
    place = operand.place(PERIOD)
    return _each(operand, lambda key, value: value * _days(key[place]))


def _days(text: str) -> int:
    period = Period.parse(text)
    return (period.end - period.start).days + 1


_FUNCTIONS: dict[str, Callable[..., Operand]] = {
    "at": _at,
    "during": _during,
    "yearly_sum": _yearly_sum,
    "per_day": _per_day,
    "times_days": _times_days,
    "only": _only,
    "total": _total,
}


def in_words(
    formula: str, exhibit: str, labels: Mapping[tuple[str, str], str], values: Mapping[str, str], lang: str
) -> str:
    """The formula as a part of a sentence: series by their `labels`, ids of dimension values by `values`."""
    return _say(parse(formula), exhibit, labels, values, lang)


def _say(
    node: ast.expr, exhibit: str, labels: Mapping[tuple[str, str], str], values: Mapping[str, str], lang: str
) -> str:
    match node:
        case ast.Constant(value=int() | float() as number):
            return f"{number:,}"
        case ast.UnaryOp(operand=inner):
            return f"−{_say(inner, exhibit, labels, values, lang)}"
        case ast.BinOp(left=left, op=sign, right=right):
            sides = (
                f"({text})" if _needs_parentheses(side, sign, last) else text
                for side, last in ((left, False), (right, True))
                for text in [_say(side, exhibit, labels, values, lang)]
            )
            return f" {_SIGNS[type(sign)]} ".join(sides)
        case ast.Name(id=name):
            return labels.get((exhibit, name), name)
        case ast.Call(func=ast.Name(id="of"), args=[ast.Constant(value=str() as other), inner]):
            return _say(inner, other, labels, values, lang)
        case ast.Call(func=ast.Name(id=function), args=[first, *rest], keywords=keywords) if function in _WORDS:
            extra = [str(ast.literal_eval(argument)) for argument in (*rest, *(word.value for word in keywords))]
            dated = function in ("at", "during")
            said = [Period.parse(text).label(lang) if dated else values.get(text, text) for text in extra]
            return _WORDS[function][lang].format(_say(first, exhibit, labels, values, lang), *said)
    raise FormulaError(f"cannot say {ast.unparse(node)!r}")


def _needs_parentheses(side: ast.expr, sign: ast.operator, last: bool) -> bool:
    """Whether a side of an operation has to be set apart: a sum in a product, anything on the right but of a sum."""
    if not isinstance(side, ast.BinOp):
        return False
    sum_in_product = isinstance(sign, ast.Mult | ast.Div) and isinstance(side.op, ast.Add | ast.Sub)
    return sum_in_product or (last and not isinstance(sign, ast.Add))
