"""Every address of the site, read from the URL conf, so that a table of them can be held to be complete."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib import admin
from django.urls import URLPattern, URLResolver, get_resolver

from authoring.admin import ContentAdmin

# Written by others: signing in is allauth's (our side of it is held in `tests/accounts`), and these parts of
# the admin are for superusers alone (`test_access` holds that they are closed).
OTHERS = (
    "konto/",
    "admin/auth/",
    "admin/account/",
    "admin/accounts/",
    "admin/courses/",
    "admin/django_tasks_database/",
    "admin/login/",
    "admin/logout/",
    "admin/password_change/",
    "admin/jsi18n/",
    "admin/r/",
    "admin/(?P<url>.*)$",
)


@dataclass(frozen=True)
class Address:
    """One route of the site and the name by which it is reversed."""

    name: str
    route: str


def site() -> list[Address]:
    """Every address of ours that has a name."""
    return [found for found in _walk(get_resolver()) if not found.route.startswith(OTHERS)]


def closed() -> list[Address]:
    """The lists of the admin that only superusers open."""
    lists = [found for found in _walk(get_resolver()) if found.name.endswith("_changelist")]
    return [found for found in lists if found.route.startswith(OTHERS)]


def kinds() -> list[str]:
    """What authors write in the admin, as the names of its pages begin: `lessons_section`."""
    authored = [model for model, page in admin.site._registry.items() if isinstance(page, ContentAdmin)]
    return [f"{model._meta.app_label}_{model._meta.model_name}" for model in authored]


def _walk(resolver: URLResolver, route: str = "", namespace: str = "") -> Iterator[Address]:
    for pattern in resolver.url_patterns:
        here = route + str(pattern.pattern).removeprefix("^")
        if isinstance(pattern, URLResolver):
            yield from _walk(
                pattern, here, f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            )
        elif isinstance(pattern, URLPattern) and (pattern.name or not here.startswith("admin/")):
            yield Address(f"{namespace}{pattern.name}", here)
