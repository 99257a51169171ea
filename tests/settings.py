"""The settings of the test runs: the real ones, with a fast password hash and files as they lie."""

import os

os.environ["SECRET_KEY"] = "only-for-the-tests"
os.environ["DEBUG"] = "false"
os.environ["HTTPS"] = "false"
os.environ["STATIC_COLLECTED"] = "false"
os.environ.setdefault("LOG_LEVEL", "ERROR")

from config.settings import *  # noqa: F403
from config.settings import INSTALLED_APPS, MIDDLEWARE

INSTALLED_APPS = [*INSTALLED_APPS, "zeal"]
MIDDLEWARE = ["zeal.middleware.zeal_middleware", *MIDDLEWARE]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
# Django's own code may ask for the same row twice (the one signed in edits herself); from three on it is N+1.
ZEAL_NPLUSONE_THRESHOLD = 3
# A test that wants the worker names the real back end itself.
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
