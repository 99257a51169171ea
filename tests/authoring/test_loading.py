"""From files to rows and back, with everything that can come between."""

import pytest
from django.core.management import CommandError, call_command

from authoring.models import OldSlug
from lessons.content import SECTION
from lessons.models import Section, Term
from tests.factories import SectionFactory, TermFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def content(capsys):
    """Runs the command and gives what it printed."""

    def run(*words):
        call_command("content", *words)
        return capsys.readouterr().out

    return run


def test_a_file_becomes_a_published_shared_row(folder, content):
    uid = folder.write("kaution", forms="[kautionen]", meaning="At love at betale.")
    assert "ny fil: term/kaution.yaml" in content("load")
    term = Term.objects.get()
    assert (str(term.uid), term.slug, term.forms, term.meaning) == (
        uid,
        "kaution",
        ["kautionen"],
        "At love at betale.",
    )
    assert term.is_published
    assert term.owner is None


def test_loading_twice_changes_nothing(folder, content):
    folder.write("kaution")
    content("load")
    before = Term.objects.get().updated_at
    assert content("load").strip() == "1 uændret."
    assert Term.objects.get().updated_at == before


def test_a_comment_or_another_quote_is_no_change(folder, content):
    uid = folder.write("kaution")
    content("load")
    folder.write_text(
        "kaution.yaml",
        f"# en bemærkning\nuid: '{uid}'\nslug: kaution\ntitle: \"Kaution\"\nmeaning: Et ord.\n",
    )
    assert content("load").strip() == "1 uændret."


def test_a_file_that_changed_updates_the_row(folder, content):
    uid = folder.write("kaution")
    content("load")
    folder.write("kaution", uid, meaning="Noget nyt.")
    assert "filen er ændret: term/kaution.yaml" in content("load")
    assert Term.objects.get().meaning == "Noget nyt."


def test_a_row_that_an_editor_changed_is_kept_and_can_be_exported(folder, content):
    folder.write("kaution")
    content("load")
    Term.objects.update(meaning="Redaktørens ord.")
    assert "kan skrives til filen" in content("status")
    content("load")
    assert Term.objects.get().meaning == "Redaktørens ord."
    assert "1 filer skrevet" in content("export")
    assert "meaning: Redaktørens ord." in folder.read("kaution")
    assert content("status").strip() == "1 uændret."


def conflict(folder, content):
    uid = folder.write("kaution")
    content("load")
    Term.objects.update(meaning="Redaktørens ord.")
    folder.write("kaution", uid, meaning="Filens ord.")


def test_a_conflict_is_reported_and_nothing_is_guessed(folder, content):
    conflict(folder, content)
    assert "konflikt: term/kaution.yaml" in content("load")
    assert "0 filer skrevet" in content("export")
    assert Term.objects.get().meaning == "Redaktørens ord."
    assert "Filens ord." in folder.read("kaution")


def test_a_person_may_decide_for_the_file(folder, content):
    conflict(folder, content)
    content("load", "--file-wins", "kaution")
    assert Term.objects.get().meaning == "Filens ord."
    assert content("status").strip() == "1 uændret."


def test_a_person_may_decide_for_the_row(folder, content):
    conflict(folder, content)
    content("export", "--row-wins", "kaution")
    assert "Redaktørens ord." in folder.read("kaution")
    assert content("status").strip() == "1 uændret."


def test_a_file_that_went_away_retires_its_row_and_returns_it(folder, content):
    uid = folder.write("kaution")
    content("load")
    folder.remove("kaution")
    assert "filen er væk" in content("load")
    assert Term.objects.get().retired_at is not None
    assert not Term.objects.visible_to(UserFactory()).exists()
    folder.write("kaution", uid)
    assert "filen er tilbage" in content("load")
    assert Term.objects.get().is_published


def test_a_teachers_own_content_is_never_touched_or_exported(folder, content):
    TermFactory(owner=UserFactory(), slug="min")
    assert content("load").strip() == "1 kun i databasen."
    assert "0 filer skrevet" in content("export")
    assert Term.objects.get().retired_at is None


def test_a_shared_row_made_in_the_admin_can_become_a_file(folder, content):
    TermFactory(slug="nyt", title="Nyt")
    assert "kun i databasen: term/nyt" in content("status")
    content("export")
    assert "slug: nyt" in folder.read("nyt")
    assert content("status").strip() == "1 uændret."


def test_a_draft_stays_a_draft_in_its_file(folder, content):
    TermFactory(slug="nyt", status="draft")
    content("export")
    assert "status: draft" in folder.read("nyt")


def test_a_renamed_file_keeps_its_row_and_its_old_address(folder, content):
    uid = folder.write("kaution")
    content("load")
    folder.remove("kaution")
    folder.write("kautioner", uid)
    content("load")
    assert Term.objects.get().slug == "kautioner"
    assert Term.objects.all().find_or_404("kaution").slug == "kautioner"
    assert OldSlug.objects.get().slug == "kaution"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("uid: x\nslug: kaution\ntitle: K\nmeaning: m\n", "uid: skal være et UUID"),
        ("uid: 6f1f6a3e-8f2c-4a39-9a53-3f1c1f5a9f11\nslug: kaution\nmeaning: m\n", "title: feltet mangler"),
        (
            "uid: 6f1f6a3e-8f2c-4a39-9a53-3f1c1f5a9f11\nslug: Kaution Æ\ntitle: K\nmeaning: m\n",
            "slug: skal være små bogstaver",
        ),
        (
            "uid: 6f1f6a3e-8f2c-4a39-9a53-3f1c1f5a9f11\nslug: k\ntitle: K\nmeaning: m\nfarve: rød\n",
            "farve: feltet kendes ikke her",
        ),
        (
            "uid: 6f1f6a3e-8f2c-4a39-9a53-3f1c1f5a9f11\nslug: k\ntitle: K\nmeaning: m\nforms: kaution\n",
            "forms: skal være en liste",
        ),
        (
            "uid: 6f1f6a3e-8f2c-4a39-9a53-3f1c1f5a9f11\nslug: k\ntitle: K\nmeaning: m\nsee_also: [findes-ikke]\n",
            "see_also: begrebet »findes-ikke« findes ikke",
        ),
        (
            "uid: 6f1f6a3e-8f2c-4a39-9a53-3f1c1f5a9f11\nslug: k\ntitle: K\nmeaning: m\nprovisions: [§ 48]\n",
            "provisions.0: skriv loven med",
        ),
        ("title: a\ntitle: b\n", "linje 2 er ikke gyldig YAML"),
    ],
)
def test_a_bad_file_is_named_with_its_field_and_the_others_load(folder, content, text, told):
    folder.write("god")
    folder.write_text("kaution.yaml", text)
    with pytest.raises(CommandError) as refused:
        content("load")
    assert f"term/kaution.yaml: {told}" in str(refused.value)
    assert refused.value.returncode == 1
    assert [term.slug for term in Term.objects.all()] == ["god"]


def test_a_file_that_went_bad_leaves_its_row_alone(folder, content):
    folder.write("kaution")
    content("load")
    folder.write_text("kaution.yaml", "[")
    with pytest.raises(CommandError):
        content("load")
    assert Term.objects.get().is_published


def test_a_file_in_another_encoding_is_refused(folder, content):
    (folder.kind.root / "kaution.yaml").write_bytes("title: Kautionær".encode("latin-1"))
    with pytest.raises(CommandError, match="UTF-8"):
        content("check")


def test_two_files_with_one_uid_are_refused(folder, content):
    uid = folder.write("anden")
    folder.write("kaution", uid)
    with pytest.raises(CommandError, match=f"uid: »{uid}« bruges allerede i anden.yaml"):
        content("check")


def test_two_files_with_one_address_are_refused(folder, content):
    folder.write("anden")
    folder.write("kaution")
    folder.write_text("kaution.yaml", folder.read("kaution").replace("slug: kaution", "slug: anden"))
    with pytest.raises(CommandError, match=r"slug: »anden« bruges allerede i anden\.yaml"):
        content("check")


def test_an_address_that_a_teacher_uses_is_not_taken(folder, content):
    TermFactory(owner=UserFactory(), slug="kaution", title="Min egen")
    folder.write("kaution")
    with pytest.raises(CommandError, match="bruges allerede af »Min egen«"):
        content("load")
    assert Term.objects.count() == 1


def test_check_reads_everything_and_writes_nothing(folder, content):
    folder.write("kaution")
    assert "1 filer læst, 0 med fejl." in content("check")
    assert not Term.objects.exists()


def test_export_to_another_folder_leaves_the_sources_alone(folder, content, tmp_path):
    folder.write("kaution")
    content("load")
    source = folder.read("kaution")
    content("export", "--all", "--to", str(tmp_path / "ud"))
    assert (tmp_path / "ud" / "term" / "kaution.yaml").exists()
    assert folder.read("kaution") == source


def test_a_load_renders_again_what_an_older_version_rendered():
    section = SectionFactory(body="**Fed** tekst.")
    Section.objects.update(parts=[{"html": "<p>gammelt</p>"}])
    SECTION.after_load()
    section.refresh_from_db()
    assert section.parts == [{"html": "<p><strong>Fed</strong> tekst.</p>\n"}]
    assert section.history.count() == 2
    SECTION.after_load()
    assert section.history.count() == 2
