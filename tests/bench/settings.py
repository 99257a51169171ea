"""The settings of a site in use, over HTTP, with a database and static files of their own in the folder BENCH_HOME."""

import os
from pathlib import Path

HOME = Path(os.environ["BENCH_HOME"])
os.environ["SECRET_KEY"] = "only-for-the-measurements"
os.environ["DEBUG"] = os.environ["HTTPS"] = "false"
os.environ["LOG_LEVEL"] = "ERROR"
os.environ["DATABASE_URL"] = os.environ.get("BENCH_DATABASE_URL", f"sqlite:///{HOME / 'bench.sqlite3'}")

from config.settings import *  # noqa: E402, F403

ALLOWED_HOSTS = ["127.0.0.1", "testserver"]
STATIC_ROOT = HOME / "static"
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": HOME / "cache"}
}
DEMO_PASSWORD = "only-for-the-measurements"
