"""The ways in which one node of the law is broken; each gives what may stand in its place."""

import ast
import re
from collections.abc import Callable, Iterator
from copy import copy
from typing import Any

from tests.mutation.source import is_text, name_of

COMPARED: dict[type, tuple[type, ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
COMPUTED: dict[type, type] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
CALLED = {"max": "min", "min": "max", "any": "all", "all": "any"}
WIRED = {"yes", "no", "on", "failed", "holds", "tolerance"}
OPPOSITE = {"yes": "no", "no": "yes"}
EXACT = {"Decimal", "Fraction"}


def compare(node: ast.Compare) -> Iterator[ast.AST]:
    """Another relation: the neighbouring one, and the contrary."""
    for index, relation in enumerate(node.ops):
        for other in COMPARED[type(relation)]:
            yield _with(node, ops=[*node.ops[:index], other(), *node.ops[index + 1 :]])


def boolean(node: ast.BoolOp) -> Iterator[ast.AST]:
    """`and` for `or`, and one condition fewer."""
    yield _with(node, op=ast.Or() if isinstance(node.op, ast.And) else ast.And())
    for rest in _without_one(node.values):
        yield _with(node, values=rest) if len(rest) > 1 else rest[0]


def arithmetic(node: ast.BinOp | ast.AugAssign) -> Iterator[ast.AST]:
    """Minus for plus, and so on."""
    if type(node.op) in COMPUTED:
        yield _with(node, op=COMPUTED[type(node.op)]())


def unary(node: ast.UnaryOp) -> Iterator[ast.AST]:
    """What is denied or negative is so no longer."""
    yield node.operand


def constant(node: ast.Constant) -> Iterator[ast.AST]:
    """The next number to each side; true for false."""
    if isinstance(node.value, bool):
        yield ast.Constant(not node.value)
    elif isinstance(node.value, int | float):
        yield from (ast.Constant(node.value + 1), ast.Constant(node.value - 1))


def call(node: ast.Call) -> Iterator[ast.AST]:
    """`min` for `max` or one of their parts; an exact number one in its last place away; other wiring."""
    name = name_of(node)
    if name in CALLED and isinstance(node.func, ast.Name):
        yield _with(node, func=ast.Name(CALLED[name]))
        if len(node.args) > 1:
            yield from (part for part in node.args if not isinstance(part, ast.Starred))
    if name in EXACT and node.args and is_text(node.args[0]):
        yield from (_with(node, args=[ast.Constant(other)]) for other in _neighbours(node.args[0]))
    if {word.arg for word in node.keywords} & set(OPPOSITE):
        yield _with(node, keywords=[_turned(word) for word in node.keywords])
    for index, word in enumerate(node.keywords):
        if word.arg in WIRED:
            yield _with(node, keywords=[*node.keywords[:index], *node.keywords[index + 1 :]])


def _neighbours(node: Any) -> list[str]:
    """The numbers one in the last place above and below: 0.02 and 0.00 for 0.01."""
    found = re.fullmatch(r"(\d*)\.?(\d*)", str(node.value))
    if not found or not "".join(found.groups()):
        return []
    number, places = int("".join(found.groups())), len(found[2])
    return [f"{other / 10**places:.{places}f}" for other in (number + 1, number - 1)]


def _turned(word: ast.keyword) -> ast.keyword:
    return ast.keyword(OPPOSITE.get(str(word.arg), word.arg), word.value)


def table(node: ast.Dict) -> Iterator[ast.AST]:
    """One entry fewer; a table of texts is no law."""
    if not any(is_text(value) for value in node.values):
        for index in range(len(node.keys)):
            rest = [one for one in range(len(node.keys)) if one != index]
            yield _with(node, keys=[node.keys[at] for at in rest], values=[node.values[at] for at in rest])


def order_of_days(node: ast.Assign) -> Iterator[ast.AST]:
    """One of the orders that the days must keep is left out."""
    if name_of(node.targets[0]) == "in_order" and isinstance(node.value, ast.Tuple):
        for rest in _without_one(node.value.elts):
            yield _with(node, value=_with(node.value, elts=rest))


def answer(node: ast.Return) -> Iterator[ast.AST]:
    """Nothing is answered."""
    if not isinstance(node.value, ast.Constant | None) or getattr(node.value, "value", None) is not None:
        yield _with(node, value=ast.Constant(None))


def line(node: ast.Expr) -> Iterator[ast.AST]:
    """A line within a function is left out, such as an argument to a matter of discretion."""
    yield ast.Pass()


def negated(node: ast.expr) -> ast.expr:
    """The contrary of a condition."""
    return ast.UnaryOp(ast.Not(), node)


def _with(node: Any, **fields: Any) -> Any:
    """The node with some fields changed."""
    changed = copy(node)
    for name, value in fields.items():
        setattr(changed, name, value)
    return changed


def _without_one(items: list[Any]) -> Iterator[list[Any]]:
    return (items[:index] + items[index + 1 :] for index in range(len(items)))


OPERATORS: dict[type, Callable[[Any], Iterator[ast.AST]]] = {
    ast.Compare: compare,
    ast.BoolOp: boolean,
    ast.BinOp: arithmetic,
    ast.AugAssign: arithmetic,
    ast.UnaryOp: unary,
    ast.Constant: constant,
    ast.Call: call,
    ast.Dict: table,
    ast.Assign: order_of_days,
    ast.Return: answer,
}
