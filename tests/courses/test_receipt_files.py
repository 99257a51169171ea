"""The receipt of a hand-in as a PDF: made once, kept byte for byte, and made anew when something is changed."""

import hashlib
import json
import os
import re
import sys
import zlib
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from courses import overriding, receipt_pdf, release
from courses.models import Assignment, Kept, ReceiptFile, Submission
from tests import factories
from tests.cases.playing import Player

try:
    import weasyprint
except OSError:
    weasyprint = None
with_pango = pytest.mark.skipif(weasyprint is None, reason="no Pango on this machine: make pdf")

PICTURES = os.environ.get("PICTURES_OF_THE_RECEIPT")


@pytest.fixture
def handed_in(course, student, as_student):
    """A case with an argument, answered and released."""
    case = factories.CaseFactory(weight_argument=20, questions=[{"key": "q1"}], title="Banken siger intet")
    work = factories.AssignmentFactory(course=course, case=case, title="Uge 48: kaution")
    begun = factories.SubmissionFactory(assignment=work, user=student)
    Player(as_student, begun.walkthrough).solve({"sidste_frist": "30-07-2026"})
    begun.walkthrough.submit()
    release.release(work)
    return fresh(begun)


@pytest.fixture
def quizzed(quiz_assignment, student):
    """A quiz, handed in with nothing answered, and released."""
    made = factories.SubmissionFactory(assignment=quiz_assignment, user=student)
    item = made.attempt.items[0]
    right = next(row["key"] for row in item.data["options"] if row["right"])
    factories.ResponseFactory(attempt=made.attempt, item=item.key, chosen=[right])
    made.attempt.submit()
    release.release(quiz_assignment)
    return fresh(made)


def fresh(submission):
    return Submission.objects.with_work().select_related("assignment__course").get(pk=submission.pk)


def address_of(submission):
    return f"/afleveringer/besvarelser/{submission.uuid}/kvittering.pdf"


def set_points(submission, teacher, points=Decimal(70), version="0"):
    work = Assignment.objects.get(pk=submission.assignment_id)
    overriding.change(
        work, submission.user, points, "Svaret kunne læses to veje.", by=teacher, version=version
    )


def unpacked(pdf):
    """The file with what its streams hold."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    return pdf + b"".join(zlib.decompressobj().decompress(one) for one in streams if one[:1] == b"x")


def keep(name, content):
    if PICTURES:
        (Path(PICTURES) / f"{name}.pdf").write_bytes(content)


@with_pango
@pytest.mark.parametrize("kind", ["handed_in", "quizzed"])
def test_the_second_download_is_the_first_byte_for_byte(request, as_student, as_teacher, teacher, kind):
    submission = request.getfixturevalue(kind)
    set_points(submission, teacher)
    first, second = as_student.get(address_of(submission)), as_teacher.get(address_of(submission))
    keep(kind, first.content)
    assert first.content == second.content
    assert first["Content-Type"] == "application/pdf"
    assert first["Content-Disposition"] == 'attachment; filename="kvittering-signe-holm-1.pdf"'
    kept = ReceiptFile.objects.get()
    assert kept.sha256 == hashlib.sha256(kept.text.encode()).hexdigest()


def test_it_costs_few_queries_to_make_and_fewer_to_give_again(
    as_student, handed_in, monkeypatch, django_assert_max_num_queries
):
    monkeypatch.setattr(receipt_pdf, "made_of", lambda page: b"%PDF")
    with django_assert_max_num_queries(16):  # two of them begin and end the transaction
        as_student.get(address_of(handed_in))
    with django_assert_max_num_queries(11):
        as_student.get(address_of(handed_in))


@with_pango
def test_it_is_tagged_danish_has_a_title_and_the_sites_own_letters(as_student, handed_in):
    pdf = unpacked(as_student.get(address_of(handed_in)).content)
    assert pdf.startswith(b"%PDF-1.7")
    assert b"pdfuaid" in pdf
    assert b"/StructTreeRoot" in pdf
    assert b"/Lang (da)" in pdf
    assert b"Source-Serif" in pdf
    assert b"Inter" in pdf


@with_pango
def test_a_change_makes_a_new_one_and_the_old_one_stays(as_student, handed_in, teacher):
    as_student.get(address_of(handed_in))
    set_points(handed_in, teacher)
    assert "signe-holm-2.pdf" in as_student.get(address_of(handed_in))["Content-Disposition"]
    first, second = ReceiptFile.objects.all()
    assert json.loads(first.text)["aflevering"]["aendringer"] == []
    told = json.loads(second.text)["aflevering"]
    assert (told["point"], told["sat_af_underviser"]) == ("70.0000", True)
    assert told["aendringer"][0]["begrundelse"] == "Svaret kunne læses to veje."
    assert told["aendringer"][0]["af"] == teacher.pk


@with_pango
@pytest.mark.parametrize("kind", ["handed_in", "quizzed"])
def test_the_command_makes_the_kept_text_again_byte_for_byte(request, as_student, kind):
    submission = request.getfixturevalue(kind)
    as_student.get(address_of(submission))
    out = StringIO()
    call_command("kvittering", str(submission.work.pk), stdout=out)
    assert out.getvalue() == ReceiptFile.objects.get().text


def test_no_name_is_in_what_is_kept(as_student, handed_in, monkeypatch):
    pages = []
    monkeypatch.setattr(receipt_pdf, "made_of", lambda page: pages.append(page) or b"%PDF")
    as_student.get(address_of(handed_in))
    assert "Signe" not in pages[0] + ReceiptFile.objects.get().text


@with_pango
def test_before_the_result_is_shown_the_student_has_none_and_the_teacher_has(
    as_student, as_teacher, quiz_assignment, student
):
    begun = factories.SubmissionFactory(assignment=quiz_assignment, user=student)
    assert as_teacher.get(address_of(begun)).status_code == 404
    begun.attempt.submit()
    assert as_student.get(address_of(begun)).status_code == 404
    assert as_teacher.get(address_of(begun)).status_code == 200


@pytest.mark.parametrize("role", ["other_student", "other_teacher", "outsider"])
def test_for_everybody_else_it_does_not_exist(request, quizzed, role):
    assert request.getfixturevalue(f"as_{role}").get(address_of(quizzed)).status_code == 404


def test_where_no_pdf_can_be_made_the_page_says_so_and_offers_print(
    as_student, as_teacher, quizzed, handed_in, monkeypatch
):
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    for client in (as_student, as_teacher):
        for submission in (quizzed, handed_in):
            response = client.get(address_of(submission))
            page = response.content.decode()
            assert response.status_code == 503
            assert "Kvitteringen kan ikke laves som PDF her" in page
            offered = page.split('btn-primary" href="')[1].split('"')[0]
            assert client.get(offered).status_code == 200
    assert not ReceiptFile.objects.exists()


@pytest.mark.parametrize(
    "url",
    [
        "http://eksempel.test/a.css",
        "https://eksempel.test/static/css/fonts.css",
        "file:///etc/passwd",
        "https://kvittering.invalid/static/../config/settings.py",
        "https://kvittering.invalid/static/%2e%2e/manage.py",
        "https://kvittering.invalid/manage.py",
    ],
)
def test_nothing_but_the_sites_own_files_is_read(url):
    try:
        found = receipt_pdf.file_at(url)
    except Exception as error:
        assert "Suspicious" in type(error).__name__
    else:
        assert found is None


def test_a_kept_receipt_is_neither_changed_nor_removed(db):
    row = factories.ReceiptFileFactory()
    for way in (row.save, row.delete, lambda: ReceiptFile.objects.update(text="")):
        with pytest.raises(Kept):
            way()


# The receipt of a quiz


def test_the_receipt_of_a_quiz_holds_question_answer_points_and_reason(as_student, quizzed):
    text = as_student.get(f"/quiz/forsoeg/{quizzed.attempt_id}/kvittering.json").content.decode()
    assert text == json.dumps(json.loads(text), sort_keys=True, ensure_ascii=False, indent=1) + "\n"
    found = json.loads(text)
    first, _, generated = found["spoergsmaal"]
    assert first["svar"]["tekst"] == "For gælden, straks ved misligholdelse"
    assert first["bedoemt"]["andel"] == "1.0000"
    assert first["bedoemt"]["hjemmel"] == ["FIL § 48"]
    assert generated["bedoemt"]["dannet_af"]["version"]
    assert found["quiz"]["retsgrundlag"] == "pensum"
    page = as_student.get(f"/quiz/forsoeg/{quizzed.attempt_id}/kvittering/").content.decode()
    assert hashlib.sha256(text.encode()).hexdigest() in page
    assert "Signe Holm" in page


def test_before_the_release_the_receipt_of_a_quiz_tells_no_key(as_student, quiz_assignment, student):
    made = factories.SubmissionFactory(assignment=quiz_assignment, user=student)
    assert as_student.get(f"/quiz/forsoeg/{made.attempt_id}/kvittering/").status_code == 302
    made.attempt.submit()
    for ending in ("/", ".json"):
        page = as_student.get(f"/quiz/forsoeg/{made.attempt_id}/kvittering{ending}").content.decode()
        assert "Banken kan gå direkte" not in page
        assert "bedoemt" not in page
        assert "bedoemmelse" not in page
        assert "Hvad hæfter en selvskyldnerkautionist for?" in page


def test_the_receipt_of_a_quiz_is_the_same_after_the_bank_has_changed(as_student, quizzed):
    address = f"/quiz/forsoeg/{quizzed.attempt_id}/kvittering.json"
    before = as_student.get(address).content
    question = quizzed.attempt.quiz.questions.first()
    question.text = "Noget andet?"
    question.save()
    question.options.all().delete()
    assert as_student.get(address).content == before
