"""What is written about the commands agrees with the commands."""

import re

from django.conf import settings

MAKEFILE = (settings.BASE_DIR / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z]+):.*## ", MAKEFILE, re.MULTILINE))
DOCUMENTS = [settings.BASE_DIR / name for name in ("README.md", "CONTRIBUTING.md")]


def test_every_make_command_that_is_written_about_exists():
    for document in DOCUMENTS:
        named = set(re.findall(r"`make ([a-z]+)", document.read_text(encoding="utf-8")))
        assert named
        assert named <= TARGETS, document.name


def test_make_alone_lists_every_command():
    phony = set(re.search(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)[1].split())
    assert phony - TARGETS == {"browser"}


def test_the_readme_shows_only_files_that_exist():
    for document in DOCUMENTS:
        text = document.read_text(encoding="utf-8")
        for path in re.findall(r"\]\((?!http)([^)#]+)\)", text):
            assert (settings.BASE_DIR / path).exists(), path


def test_every_folder_at_the_top_is_in_the_readme():
    readme = (settings.BASE_DIR / "README.md").read_text(encoding="utf-8")
    packages = {path.parent.name for path in settings.BASE_DIR.glob("*/__init__.py")}
    assert all(f"`{name}/`" in readme for name in packages)


def test_the_requirements_are_pinned_by_hash_and_name_no_host():
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (settings.BASE_DIR / name).read_text(encoding="utf-8")
        assert "://" not in text
        pinned = re.findall(r"^[\w.\[\],-]+==\S+.*?(?=^\S|\Z)", text, re.MULTILINE | re.DOTALL)
        assert pinned
        assert all("--hash=sha256:" in one for one in pinned)


def test_the_ci_calls_what_the_readme_calls_the_test_command():
    ci = (settings.BASE_DIR / ".ci" / "run").read_text(encoding="utf-8")
    assert "\nmake test\n" in ci
    assert "`make test`" in (settings.BASE_DIR / "README.md").read_text(encoding="utf-8")
