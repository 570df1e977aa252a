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
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from dashboard.periods import Period

PERIOD = "period"

_OPERATORS: dict[type[ast.operator], Callable[[pd.Series, pd.Series], pd.Series]] = {
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


# by exhibit: its frame (columns series, period, value, source_id and the dimensions) and the names of its dimensions
Frames = Mapping[str, tuple[pd.DataFrame, Sequence[str]]]


class FormulaError(ValueError):
    """A formula that cannot be read, or that the data does not allow."""


@dataclass(frozen=True)
class Operand:
    """Numbers along axes.

    `frame` has a column for each of `axes` (texts; "period" is one of them unless the operand counts for every
    period), `value` (float64) and `source_id`. `fixed` holds the dimensions that have one value throughout.
    """

    frame: pd.DataFrame
    axes: tuple[str, ...]
    fixed: Mapping[str, str]


@lru_cache(maxsize=4096)
def join_sources(*ids: str) -> str:
    """The union of source ids, each perhaps several joined by ";", in order of first mention."""
    return ";".join(dict.fromkeys(part for joined in ids for part in joined.split(";") if part))


def evaluate(formula: str, exhibit: str, frames: Frames) -> Operand:
    """The result of `formula` over the series of an exhibit.

    Raises FormulaError, in words, for a formula that cannot be read or has no result.
    """
    result = _visit(parse(formula), exhibit, frames)
    if not isinstance(result, Operand):
        raise FormulaError("the formula names no series")
    if PERIOD not in result.axes:
        raise FormulaError("the result has no periods: at() alone is one number")
    if result.frame.empty:
        raise FormulaError("the inputs have no period and dimension values in common")
    return result


def parse(formula: str) -> ast.expr:
    """The formula as a tree. FormulaError where it is not an expression."""
    try:
        return ast.parse(formula.strip(), mode="eval").body
    except SyntaxError as error:
        raise FormulaError(f"not a formula: {error.msg} at character {error.offset}") from error


def names(formula: str) -> tuple[str, ...]:
    """The series that the formula reads, in order of mention."""
    tree = parse(formula)
    functions = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    found = (node for node in ast.walk(tree) if isinstance(node, ast.Name) and id(node) not in functions)
    return tuple(dict.fromkeys(node.id for node in sorted(found, key=lambda node: node.col_offset)))


def _visit(node: ast.expr, exhibit: str, frames: Frames) -> Operand | float:
    match node:
        case ast.Constant(value=int() | float() as number):
            return float(number)
        case ast.UnaryOp(op=ast.USub(), operand=inner):
            return _combine(-1.0, _visit(inner, exhibit, frames), operator.mul)
        case ast.BinOp(left=left, op=sign, right=right) if type(sign) in _OPERATORS:
            operands = (_visit(side, exhibit, frames) for side in (left, right))
            return _combine(*operands, _OPERATORS[type(sign)])
        case ast.Name(id=name):
            return _series(name, exhibit, frames)
        case ast.Call(func=ast.Name(id="source"), args=[ast.Name(id=name), ast.Constant(value=str() as source)]):
            return _series(name, exhibit, frames, source)
        case ast.Call(func=ast.Name(id="of"), args=[ast.Constant(value=str() as other), inner]):
            return _visit(inner, other, frames)
        case ast.Call(func=ast.Name(id=function), args=[first, *rest], keywords=keywords):
            operand = _visit(first, exhibit, frames)
            if function in _FUNCTIONS and isinstance(operand, Operand):
                return _call(function, operand, rest, keywords)
    raise FormulaError(f"cannot compute {ast.unparse(node)!r}: allowed are names of series, numbers, + - * / and "
                       f"{', '.join(f'{name}()' for name in _WORDS)}")  # fmt: skip


def _call(function: str, operand: Operand, rest: list[ast.expr], keywords: list[ast.keyword]) -> Operand:
    try:
        arguments = [ast.literal_eval(node) for node in rest]
        named = {str(word.arg): ast.literal_eval(word.value) for word in keywords}
        return _FUNCTIONS[function](operand, *arguments, **named)
    except FormulaError:
        raise
    except (TypeError, ValueError) as error:
        raise FormulaError(f"{function}(): {error}") from error


def _series(name: str, exhibit: str, frames: Frames, source: str = "") -> Operand:
    if exhibit not in frames:
        raise FormulaError(f"no exhibit {exhibit!r}")
    frame, dimensions = frames[exhibit]
    rows = frame[frame["series"] == name]
    if source:
        rows = rows[rows["source_id"] == source]
    if rows.empty:
        raise FormulaError(f"no rows of a series {name!r}{f' from {source}' if source else ''} in {exhibit}")
    split = tuple(dimension for dimension in dimensions if rows[dimension].nunique() > 1)
    axes = (PERIOD, *split)
    twice = rows.duplicated(list(axes))
    if twice.any():
        where = " ".join(rows.loc[twice, list(axes)].iloc[0])
        raise FormulaError(f"{name} has several values for {where}: choose one with source()")
    fixed = {dimension: rows[dimension].iloc[0] for dimension in dimensions if dimension not in split}
    return Operand(rows[[*axes, "value", "source_id"]].reset_index(drop=True), axes, fixed)


def _combine(
    left: Operand | float, right: Operand | float, compute: Callable[[pd.Series, pd.Series], pd.Series]
) -> Operand | float:
    if not isinstance(left, Operand) and not isinstance(right, Operand):
        return compute(left, right)  # type: ignore[arg-type, return-value]
    if not isinstance(right, Operand):
        return Operand(left.frame.assign(value=compute(left.frame["value"], right)), left.axes, left.fixed)  # type: ignore[union-attr, arg-type]
    if not isinstance(left, Operand):
        return Operand(right.frame.assign(value=compute(left, right.frame["value"])), right.axes, right.fixed)  # type: ignore[arg-type]
    shared = [axis for axis in left.axes if axis in right.axes]
    if set(shared) not in (set(left.axes), set(right.axes)):
        raise FormulaError(f"an operand by {', '.join(left.axes)} and one by {', '.join(right.axes)} do not meet")
    how = {"on": shared} if shared else {"how": "cross"}
    met = left.frame.merge(right.frame, suffixes=("", "_right"), **how)  # type: ignore[arg-type]
    axes = left.axes if len(left.axes) >= len(right.axes) else right.axes
    sources = [join_sources(*pair) for pair in zip(met["source_id"], met["source_id_right"], strict=True)]
    frame = met[list(axes)].assign(value=compute(met["value"], met["value_right"]), source_id=sources)
    fixed = {
        dimension: value if value == right.fixed.get(dimension, value) else ""
        for dimension, value in left.fixed.items()
    }
    return Operand(frame, axes, {dimension: value for dimension, value in fixed.items() if dimension not in axes})


def _without(operand: Operand, frame: pd.DataFrame, axis: str) -> Operand:
    axes = tuple(name for name in operand.axes if name != axis)
    return Operand(frame[[*axes, "value", "source_id"]].reset_index(drop=True), axes, operand.fixed)


def _at(operand: Operand, period: str) -> Operand:
    rows = operand.frame[operand.frame[PERIOD] == Period.parse(period).text]
    if rows.empty:
        raise FormulaError(f"at(): no value for {period}")
    return _without(operand, rows, PERIOD)


def _during(operand: Operand, period: str) -> Operand:
    rows = operand.frame[operand.frame[PERIOD] == Period.parse(period).text]
    return Operand(rows.reset_index(drop=True), operand.axes, operand.fixed)


def _only(operand: Operand, **chosen: str) -> Operand:
    for axis, value in chosen.items():
        if axis not in operand.axes:
            raise FormulaError(f"only(): the series is not split by {axis}")
        rows = operand.frame[operand.frame[axis] == value]
        if rows.empty:
            raise FormulaError(f"only(): no rows with {axis} {value}")
        operand = _without(operand, rows, axis)
    return operand


def _total(operand: Operand, axis: str) -> Operand:
    if axis not in operand.axes or axis == PERIOD:
        raise FormulaError(f"total(): the series is not split by {axis}")
    return _grouped(operand, tuple(name for name in operand.axes if name != axis), operand.frame)


def _grouped(operand: Operand, axes: tuple[str, ...], frame: pd.DataFrame) -> Operand:
    groups = frame.groupby(list(axes), sort=False, as_index=False)
    summed = groups.agg(value=("value", "sum"), source_id=("source_id", lambda ids: join_sources(*ids)))
    return Operand(summed, axes, operand.fixed)


def _yearly_sum(operand: Operand) -> Operand:
    periods = {text: Period.parse(text) for text in operand.frame[PERIOD].unique()}
    kinds = operand.frame[PERIOD].map({text: period.kind for text, period in periods.items()})
    parts = []
    for kind, whole in _WHOLE_YEAR.items():
        years = {text: str(period.year) for text, period in periods.items()}
        rows = operand.frame[kinds == kind].assign(period=lambda frame, years=years: frame[PERIOD].map(years))
        if len(rows):
            counted = rows.groupby(list(operand.axes))["value"].transform("size")
            parts.append(rows[counted == whole])
    if not parts:
        raise FormulaError("yearly_sum(): the series has neither months nor quarters")
    return _grouped(operand, operand.axes, pd.concat(parts))


def _per_day(operand: Operand) -> Operand:
    return _by_days(operand, operator.truediv)


def _times_days(operand: Operand) -> Operand:
    return _by_days(operand, operator.mul)


def _by_days(operand: Operand, compute: Callable[[pd.Series, pd.Series], pd.Series]) -> Operand:
    days = operand.frame[PERIOD].map({text: _days(text) for text in operand.frame[PERIOD].unique()})
    return Operand(operand.frame.assign(value=compute(operand.frame["value"], days)), operand.axes, operand.fixed)


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


def in_words(formula: str, exhibit: str, labels: Mapping[tuple[str, str], str], values: Mapping[str, str], lang: str) -> str:
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
            said = [Period.parse(text).label(lang) if function in ("at", "during") else values.get(text, text) for text in extra]
            return _WORDS[function][lang].format(_say(first, exhibit, labels, values, lang), *said)
    raise FormulaError(f"cannot say {ast.unparse(node)!r}")


def _needs_parentheses(side: ast.expr, sign: ast.operator, last: bool) -> bool:
    """Whether a side of an operation has to be set apart: a sum in a product, anything on the right but of a sum."""
    if not isinstance(side, ast.BinOp):
        return False
    sum_in_product = isinstance(sign, ast.Mult | ast.Div) and isinstance(side.op, ast.Add | ast.Sub)
    return sum_in_product or (last and not isinstance(sign, ast.Add))
