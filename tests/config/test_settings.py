import os
import subprocess
import sys

import pytest
from django.conf import settings

CODE = """
from environs import Env
Env.read_env = lambda *args, **options: None
import config.settings as s
print(s.DEBUG, s.HTTPS, s.DATABASES["default"]["ENGINE"])
"""


@pytest.fixture
def start():
    """Read the settings in a process of its own, with this environment and no other, and without .env."""

    def read(**environment: str) -> subprocess.CompletedProcess[str]:
        keep = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        return subprocess.run(
            [sys.executable, "-c", CODE],
            env=keep | environment,
            cwd=settings.BASE_DIR,
            capture_output=True,
            text=True,
            check=False,
        )

    return read


def test_it_does_not_start_without_a_secret_key(start):
    answer = start()
    assert answer.returncode != 0
    assert "SECRET_KEY" in answer.stderr


def test_it_names_every_bad_variable_at_once(start):
    answer = start(DEBUG="måske", EMAIL_PORT="mange")
    assert all(name in answer.stderr for name in ("SECRET_KEY", "DEBUG", "EMAIL_PORT"))


def test_real_mails_need_the_address_of_the_site(start):
    answer = start(SECRET_KEY="x", EMAIL_HOST="smtp.eksempel.test")
    assert answer.returncode != 0
    assert "SITE_URL" in answer.stderr
    site = {"SITE_URL": "https://subsumo.eksempel.test/"}
    assert start(SECRET_KEY="x", EMAIL_HOST="smtp.eksempel.test", **site).returncode == 0


@pytest.mark.parametrize(
    ("name", "value"),
    [("SITE_URL", "subsumo.eksempel.test"), ("EMAIL_SECURITY", "ssl"), ("EMAIL_TIMEOUT", "0")],
)
def test_the_way_of_mails_is_checked(start, name, value):
    answer = start(SECRET_KEY="x", **{name: value})
    assert answer.returncode != 0
    assert name in answer.stderr


def test_debug_is_off_and_https_on_unless_asked_for(start):
    assert start(SECRET_KEY="x").stdout.split() == ["False", "True", "django.db.backends.sqlite3"]


def test_debug_can_be_asked_for(start):
    assert start(SECRET_KEY="x", DEBUG="true").stdout.split()[:2] == ["True", "False"]


def test_the_database_can_be_postgresql(start):
    answer = start(SECRET_KEY="x", DATABASE_URL="postgres://a:b@127.0.0.1/c")
    assert answer.stdout.split()[2] == "django.db.backends.postgresql"


def test_there_is_no_middleware_that_asks_the_browser_for_a_language():
    assert not any("Locale" in name for name in settings.MIDDLEWARE)


def test_passwords_are_kept_with_argon2(start):
    from config import settings as real

    assert "Argon2" in real.PASSWORD_HASHERS[0]
