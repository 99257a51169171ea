"""What of a topic's source is law: everything but what draws cases, tells stories and names things."""

import ast
from collections.abc import Iterator

APART = {"Topic", "variants", "wrong_provision"}
NAMING = {"Outcomes", "Choice"}
PLAIN = (ast.FunctionDef, ast.Assign, ast.AnnAssign)


def name_of(node: ast.AST | None) -> str:
    """The last part of a name: `step` of `lov.step(…)`."""
    if isinstance(node, ast.Call):
        return name_of(node.func)
    return getattr(node, "attr", getattr(node, "id", ""))


def is_text(node: ast.AST | None) -> bool:
    return isinstance(node, ast.JoinedStr) or isinstance(getattr(node, "value", None), str)


def members(trees: list[ast.Module]) -> dict[str, list[str]]:
    """The members of each class of outcomes or choices, by the class's name."""
    return {
        node.name: [name_of(line.targets[0]) for line in node.body if isinstance(line, ast.Assign)]
        for tree in trees
        for node in tree.body
        if _names(node)
    }


def law(trees: list[ast.Module]) -> list[list[ast.stmt]]:
    """Of each module the statements that are law: what is registered there, and what that uses."""
    bodies = [[node for node in tree.body if not _is_apart(node)] for tree in trees]
    found = [node for body in bodies for node in body if not _only_where_used(node)]
    rest = [node for body in bodies for node in body if _only_where_used(node)]
    while more := [node for node in rest if _defined(node) & set().union(*map(_mentioned, found))]:
        found += more
        rest = [node for node in rest if node not in more]
    return [[node for node in body if node in found] for body in bodies]


def _names(node: ast.stmt) -> bool:
    return isinstance(node, ast.ClassDef) and bool(NAMING & {name_of(base) for base in node.bases})


def _is_apart(node: ast.stmt) -> bool:
    if isinstance(node, ast.FunctionDef):
        return any(name_of(one) in APART for one in node.decorator_list)
    if isinstance(node, ast.For):
        return all(_is_apart(line) for line in node.body)
    value = getattr(node, "value", None)
    return (
        isinstance(node, ast.Import | ast.ImportFrom)
        or _names(node)
        or is_text(value)
        or name_of(value) in APART
    )


def _only_where_used(node: ast.stmt) -> bool:
    """A plain function or constant, which may serve the drawing of cases alone."""
    return isinstance(node, PLAIN) and not getattr(node, "decorator_list", None)


def _defined(node: ast.stmt) -> set[str]:
    if isinstance(node, ast.FunctionDef):
        return {node.name}
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    return {name_of(found) for target in targets if target for found in ast.walk(target)}


def _mentioned(node: ast.stmt) -> set[str]:
    return {name_of(found) for found in ast.walk(node) if isinstance(found, ast.Name | ast.Attribute)}


def parts(node: ast.AST) -> Iterator[ast.AST]:
    """What of a node runs: no annotations, no docstrings, nothing within a text."""
    for field, value in ast.iter_fields(node):
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and field not in ("annotation", "returns") and not _is_aside(child):
                yield child


def _is_aside(node: ast.AST) -> bool:
    said = isinstance(node, ast.Expr) and is_text(node.value)
    return said or isinstance(node, ast.JoinedStr) or name_of(node) == "dataclass"
