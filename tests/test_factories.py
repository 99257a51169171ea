"""Every model has a factory, and each factory makes a row by itself."""

import pytest
from django.apps import apps
from django.db.models import Model

from tests.world import maker

OURS = ["accounts", "authoring", "lessons", "cases", "quizzes", "courses"]


def models() -> list[type[Model]]:
    """Every model of ours but those in which history is kept."""
    own = [model for app in OURS for model in apps.get_app_config(app).get_models()]
    return [model for model in own if not hasattr(model, "history_object")]


@pytest.mark.parametrize("model", models(), ids=lambda model: model._meta.label)
def test_every_model_has_a_factory_that_needs_nothing(db, model):
    made = maker(model)()
    assert isinstance(made, model)
    assert model._default_manager.filter(pk=made.pk).exists()


@pytest.mark.parametrize("model", models(), ids=lambda model: model._meta.label)
def test_no_factory_takes_a_row_that_exists(db, model):
    first, second = maker(model)(), maker(model)()
    assert first.pk != second.pk
