"""Every mutant of a module: the source with one node of the law replaced."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.mutation.operators import OPERATORS, line, negated
from tests.mutation.source import law, members, name_of, parts

SIMPLE = (ast.Name, ast.Attribute, ast.Call)
UNREGISTERED = ast.parse("lambda function: function", mode="eval").body


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change of one module: `where` is the function or class it is in, `text` the whole changed source."""

    path: Path
    line: int
    where: str
    was: str
    now: str
    text: str

    @property
    def key(self) -> tuple[str, str, str]:
        """What stays the same when lines move, also to another file of the topic."""
        return (self.where, self.was, self.now)


def mutants(paths: list[Path], only_law: bool = True) -> list[Mutant]:
    """Every mutant of a topic's modules; of the engine's, where everything is to be broken, with `only_law` false."""
    sources = [path.read_text(encoding="utf-8") for path in paths]
    trees = [ast.parse(source) for source in sources]
    bodies = law(trees) if only_law else [tree.body for tree in trees]
    choices = members(trees)
    found = [
        _mutant(path, source, where, node, now)
        for path, source, body in zip(paths, sources, bodies, strict=True)
        for statement in body
        for where, node, now in _changes(statement, choices)
    ]
    once = {(mutant.path, mutant.text): mutant for mutant in found}
    return sorted(once.values(), key=lambda mutant: (mutant.path, mutant.line))


def _changes(statement: ast.stmt, choices: dict[str, list[str]]) -> Iterator[tuple[str, Any, Any]]:
    """Each node of a statement with what may stand in its place, and the name of what it is in."""
    stack: list[tuple[str, ast.AST, ast.FunctionDef | None]] = [(_own_name(statement), statement, None)]
    while stack:
        where, node, function = stack.pop()
        for now in OPERATORS.get(type(node), lambda _: ())(node):
            yield where, node, now
        for condition in _conditions(node, function):
            yield where, condition, negated(condition)
        if isinstance(node, ast.Expr) and function:
            yield from ((where, node, now) for now in line(node))
        if isinstance(node, ast.Attribute) and node.attr in choices.get(name_of(node.value), ()):
            known = choices[name_of(node.value)]
            if len(known) > 1:
                yield where, node, ast.Attribute(node.value, known[(known.index(node.attr) + 1) % len(known)])
        if isinstance(node, ast.FunctionDef):
            function = node
            yield from (
                (where, one, UNREGISTERED) for one in node.decorator_list if name_of(one) == "mistake"
            )
        stack += [(f"{where}.{_own_name(part)}".strip("."), part, function) for part in parts(node)]


def _own_name(node: ast.AST) -> str:
    return node.name if isinstance(node, ast.FunctionDef | ast.ClassDef) else ""


def _conditions(node: ast.AST, function: ast.FunctionDef | None) -> list[ast.expr]:
    """Plain conditions, and plain answers to a yes-or-no; other ones have operators of their own."""
    asked = [getattr(node, "test", None), *getattr(node, "ifs", [])]
    if isinstance(node, ast.Return) and function and isinstance(function.returns, ast.Name):
        asked.append(node.value if function.returns.id == "bool" else None)
    return [condition for condition in asked if isinstance(condition, SIMPLE)]


def _mutant(path: Path, source: str, where: str, node: Any, now: ast.AST) -> Mutant:
    """The source with the node's text replaced; columns count bytes."""
    lines = source.encode().splitlines(keepends=True)
    starts = [0]
    for one in lines:
        starts.append(starts[-1] + len(one))
    start = starts[node.lineno - 1] + node.col_offset
    end = starts[node.end_lineno - 1] + node.end_col_offset
    text = ast.unparse(now)
    inserted = f"({text})" if isinstance(now, ast.expr) else text
    changed = source.encode()[:start] + inserted.encode() + source.encode()[end:]
    return Mutant(path, node.lineno, where, ast.unparse(node), text, changed.decode())
