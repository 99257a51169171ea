"""The front end is our own: hashed, compressed, and what its integrity says it is."""

import base64
import hashlib
import re

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import override_settings

VENDOR = settings.BASE_DIR / "static" / "vendor"
BASE = (settings.BASE_DIR / "templates" / "base.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    """Static files as `make run` and production collect them."""
    root = tmp_path_factory.mktemp("static")
    storages = {**settings.STORAGES, "staticfiles": {"BACKEND": "config.static.HashedStorage"}}
    with override_settings(STATIC_ROOT=root, STORAGES=storages):
        call_command("collectstatic", interactive=False, verbosity=0)
    return root


def test_every_file_is_found_under_its_hash_and_compressed(collected):
    hashed = list(collected.glob("css/ground.*.css"))
    assert len(hashed) == 1
    for ending in (".gz", ".br"):
        assert hashed[0].with_name(hashed[0].name + ending).stat().st_size < hashed[0].stat().st_size


def test_the_fonts_are_the_same_files_that_are_preloaded(collected):
    css = next(collected.glob("css/fonts.*.css")).read_text(encoding="utf-8")
    for name in re.findall(r"preload\" href=\"{% static 'vendor/fonts/([\w-]+)\.woff2", BASE):
        [font] = collected.glob(f"vendor/fonts/{name}.*.woff2")
        assert font.name in css


@pytest.mark.parametrize(
    ("path", "digest"), re.findall(r"static '([^']+)' %}\" integrity=\"sha384-([^\"]+)\"", BASE)
)
def test_vendored_files_are_what_their_integrity_says(path, digest):
    found = hashlib.sha384((settings.BASE_DIR / "static" / path).read_bytes()).digest()
    assert base64.b64encode(found).decode() == digest


def test_every_vendored_folder_carries_its_licence():
    folders = [folder for folder in VENDOR.iterdir() if folder.is_dir()]
    assert {folder.name for folder in folders} == {"bootstrap", "fonts", "htmx"}
    assert all(list(folder.glob("LICENSE*")) for folder in folders)


def test_no_stylesheet_or_script_of_ours_names_another_host():
    for path in [
        *(settings.BASE_DIR / "static").glob("css/*.css"),
        *(settings.BASE_DIR / "static").glob("js/*.js"),
    ]:
        text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert "//" not in re.sub(r"/\*.*?\*/|//[^\n]*\n", "", text, flags=re.DOTALL), path
        assert "eval(" not in text
