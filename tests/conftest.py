"""The cast: the same nine people in every test file, each with a signed-in client."""

import copy
import gc
from functools import lru_cache
from pathlib import Path

import pytest
from django.conf import settings as site
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.db import connection
from django.test import Client
from hypothesis import HealthCheck, settings

from accounts.access import EDITORS, TEACHERS
from accounts.models import User
from authoring import texts
from tests import databases, factories
from tests.world import World

settings.register_profile(
    "subsumo", deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
settings.load_profile("subsumo")
site.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
# Many tests read all content files, and YAML is the slow part. Each reader has a copy of its own.
_parsed = lru_cache(maxsize=4_000)(texts.parse)
texts.parse = lambda text: copy.deepcopy(_parsed(text))


@pytest.fixture(autouse=True)
def _nobody_is_limited_by_another_test():
    cache.clear()


def pytest_collection_finish():
    """What is there before the first test stays to the last: the garbage collector need not look at it again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 10, 10)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Ask PostgreSQL only what asks a database; what does not is the same on SQLite, where all is run.

    Run what empties the database after what finds in it what migrations wrote, also in random order.

    Of the last, the walks over all pages begin first, so that no core is idle while the other ends one.
    """
    if connection.vendor == "postgresql":
        config.hook.pytest_deselected(items=[item for item in items if not _asks_the_database(item)])
        items[:] = [item for item in items if _asks_the_database(item)]
    items.sort(key=lambda item: (_empties_the_database(item), item.path.stem != "test_every_page"))


def _asks_the_database(item: pytest.Item) -> bool:
    fixtures = {"db", "transactional_db", "live_server"} & set(getattr(item, "fixturenames", ()))
    is_asked = bool(fixtures) or item.get_closest_marker("django_db") is not None
    return is_asked and item.get_closest_marker("one_database") is None


def _empties_the_database(item: pytest.Item) -> bool:
    marker = item.get_closest_marker("django_db")
    in_transactions = marker is not None and marker.kwargs.get("transaction", False)
    return in_transactions or bool(
        {"transactional_db", "live_server"} & set(getattr(item, "fixturenames", ()))
    )


@pytest.fixture(scope="session")
def empty_site(django_db_setup, django_db_blocker, tmp_path_factory):
    """A file of SQLite's with every table and nobody in it, to be copied by who serves a site of its own."""
    path = tmp_path_factory.mktemp("site") / "empty.sqlite3"
    with django_db_blocker.unblock():
        databases.copy_to(path)
    return path


@pytest.fixture(scope="session")
def content_kept(tmp_path_factory, worker_id) -> Path:
    """Where all content is kept for who needs it again, for every process of the run."""
    folder = tmp_path_factory.getbasetemp()
    return (folder if worker_id == "master" else folder.parent) / "content.sqlite3"


@pytest.fixture
def real_content(django_db_serialized_rollback, transactional_db, content_kept) -> None:
    """All content of the files; asked for before people are made."""
    databases.load_content(content_kept)


def _client(user: User | None = None) -> Client:
    client = Client()
    if user is not None:
        client.force_login(user)
    return client


def _teacher(**fields) -> User:
    user = factories.UserFactory(is_staff=True, **fields)
    user.groups.add(Group.objects.get_or_create(name=TEACHERS)[0])
    return user


@pytest.fixture
def course(db):
    """The teacher's course, which the student follows."""
    return factories.CourseFactory(name="FØ24 Kreditret")


@pytest.fixture
def other_course(db):
    """A course of somebody else."""
    return factories.CourseFactory(name="FB25 Finansjura")


@pytest.fixture
def teacher(course) -> User:
    """Runs the course."""
    user = _teacher(email="underviser@eksempel.test", name="Karen Lund")
    factories.MembershipFactory(course=course, user=user, role="teacher")
    return user


@pytest.fixture
def co_teacher(course) -> User:
    """Runs the course together with the teacher."""
    user = _teacher(email="medunderviser@eksempel.test", name="Jonas Dam")
    factories.MembershipFactory(course=course, user=user, role="teacher")
    return user


@pytest.fixture
def marker(course) -> User:
    """Marks the course, and teaches nothing."""
    user = factories.UserFactory(email="bedoemmer@eksempel.test", name="Vibeke Storm")
    factories.MembershipFactory(course=course, user=user, role="marker")
    return user


@pytest.fixture
def other_teacher(other_course) -> User:
    """Runs the other course."""
    user = _teacher(email="anden.underviser@eksempel.test", name="Mette Bay")
    factories.MembershipFactory(course=other_course, user=user, role="teacher")
    return user


@pytest.fixture
def student(course) -> User:
    """Follows the teacher's course."""
    user = factories.UserFactory(email="studerende@eksempel.test", name="Signe Holm")
    factories.MembershipFactory(course=course, user=user, role="student")
    return user


@pytest.fixture
def other_student(other_course) -> User:
    """Follows another course."""
    user = factories.UserFactory(email="anden.studerende@eksempel.test", name="Ali Demir")
    factories.MembershipFactory(course=other_course, user=user, role="student")
    return user


@pytest.fixture
def outsider(db) -> User:
    """Signed in, on no course."""
    return factories.UserFactory(email="udenfor@eksempel.test", name="Per Krog")


@pytest.fixture
def editor(db) -> User:
    """Edits the shared content."""
    user = factories.UserFactory(email="redaktoer@eksempel.test", name="Else Toft", is_staff=True)
    user.groups.add(Group.objects.get_or_create(name=EDITORS)[0])
    return user


@pytest.fixture
def superuser(db) -> User:
    """May do everything."""
    return factories.UserFactory(
        email="ansvarlig@eksempel.test", name="Bo Winther", is_staff=True, is_superuser=True
    )


@pytest.fixture
def anonymous(db) -> Client:
    """Not signed in."""
    return _client()


@pytest.fixture
def as_teacher(teacher) -> Client:
    return _client(teacher)


@pytest.fixture
def as_co_teacher(co_teacher) -> Client:
    return _client(co_teacher)


@pytest.fixture
def as_marker(marker) -> Client:
    return _client(marker)


@pytest.fixture
def as_other_teacher(other_teacher) -> Client:
    return _client(other_teacher)


@pytest.fixture
def as_student(student) -> Client:
    return _client(student)


@pytest.fixture
def as_other_student(other_student) -> Client:
    return _client(other_student)


@pytest.fixture
def as_outsider(outsider) -> Client:
    return _client(outsider)


@pytest.fixture
def as_editor(editor) -> Client:
    return _client(editor)


@pytest.fixture
def as_superuser(superuser) -> Client:
    return _client(superuser)


@pytest.fixture
def world(request, db) -> World:
    """One of everything, with known owners."""
    return World(request.getfixturevalue)
