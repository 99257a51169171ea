"""What no contract of imports sees: the foreign keys follow the same order."""

import re
import tomllib
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
OF_DJANGO = {"auth", "contenttypes", "sessions", "admin"}


def layers() -> dict[str, int]:
    """How high each app stands, as the contract of the imports has it."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    order = next(one["layers"] for one in contracts["contracts"] if one["type"] == "layers")
    return {name.strip(): place for place, line in enumerate(reversed(order)) for name in line.split("|")}


HEIGHT = layers()
OURS = [
    model for name in HEIGHT if apps.is_installed(name) for model in apps.get_app_config(name).get_models()
]


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_foreign_keys_point_downwards(model):
    for field in model._meta.get_fields():
        if field.concrete and field.is_relation and field.related_model:
            owner, pointed = model._meta.app_label, field.related_model._meta.app_label
            if pointed not in OF_DJANGO and owner != pointed:
                assert HEIGHT[pointed] < HEIGHT[owner], f"{field} points to {pointed}"


def test_the_user_is_pointed_to_by_name_alone():
    for source in ROOT.glob("*/**/*.py"):
        if source.parts[len(ROOT.parts)] in HEIGHT and "migrations" not in source.parts:
            assert not re.search(r"(ForeignKey|OneToOneField)\(\s*(User\b|[\"']accounts)", source.read_text())


def test_no_module_is_called_for_everything():
    vague = {"utils", "helpers", "services", "selectors", "common", "misc", "signals"}
    found = [path for name in HEIGHT for path in (ROOT / name).rglob("*.py") if path.stem in vague]
    assert not found


def test_nothing_listens_to_signals():
    heard = re.compile(r"\b(post|pre)_(save|delete|init)\b|@receiver\b|m2m_changed")
    found = [
        path for name in HEIGHT for path in (ROOT / name).rglob("*.py") if heard.search(path.read_text())
    ]
    assert not found


def test_every_row_that_quotes_a_student_is_kept_when_content_goes():
    kept = {"cases.Walkthrough": "case", "quizzes.Attempt": "quiz", "courses.Submission": "assignment"}
    for label, name in kept.items():
        field = apps.get_model(label)._meta.get_field(name)
        assert field.remote_field.on_delete.__name__ == "PROTECT", field
