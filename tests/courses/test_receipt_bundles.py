"""The receipts of a whole assignment: made in the background, used again, and taken home in one file."""

import io
import zipfile
from datetime import timedelta

import pytest
from django.utils import timezone

from courses import receipt_bundles, receipts
from courses.models import ReceiptBundle, ReceiptFile
from courses.receipt_pdf import CannotMake
from tests import factories


@pytest.fixture(autouse=True)
def ask(settings, as_teacher):
    """ask(assignment): the teacher asks for the receipts, and the worker does what it finds."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}

    def go(assignment):
        assert as_teacher.post(page(assignment)).status_code == 302
        receipt_bundles.run.func(ReceiptBundle.objects.get().pk)

    return go


@pytest.fixture
def drawn(monkeypatch):
    """How often a receipt was drawn; nothing is set in type for it."""
    made = []

    def made_of(page):
        made.append(page)
        return b"%PDF-1.7 kvittering"

    monkeypatch.setattr(receipts.receipt_pdf, "made_of", made_of)
    return made


@pytest.fixture
def handed_in(course, student):
    """A case that seven students have handed in, and one has begun."""
    made = factories.AssignmentFactory(course=course, title="Uge 48: kaution")
    factories.SubmissionFactory(assignment=made, user=student, handed_in=True)
    for number in range(6):
        other = factories.MembershipFactory(course=course, user__name=f"Person Nummer {number}").user
        factories.SubmissionFactory(assignment=made, user=other, handed_in=True)
    factories.SubmissionFactory(assignment=made, user=factories.MembershipFactory(course=course).user)
    return made


def page(assignment, ending="/"):
    return f"/undervisning/{assignment.course.uuid}/afleveringer/{assignment.uuid}/kvitteringer{ending}"


def names(response):
    with zipfile.ZipFile(io.BytesIO(b"".join(response.streaming_content))) as archive:
        assert archive.testzip() is None
        return archive.namelist()


def test_all_that_is_handed_in_comes_home_by_name(as_teacher, ask, handed_in, drawn):
    assert "7 forsøg er afleveret" in as_teacher.get(page(handed_in)).content.decode()
    assert as_teacher.get(page(handed_in, ".zip")).status_code == 404
    ask(handed_in)
    assert "Kvitteringerne er klar" in as_teacher.get(page(handed_in)).content.decode()
    found = names(as_teacher.get(page(handed_in, ".zip")))
    assert found == [*(f"Person Nummer {n}, forsøg 1.pdf" for n in range(6)), "Signe Holm, forsøg 1.pdf"]


def test_kept_receipts_are_used_again_and_only_what_is_new_is_made(as_teacher, ask, course, handed_in, drawn):
    ask(handed_in)
    late = factories.MembershipFactory(course=course, user__name="Åse Sen").user
    factories.SubmissionFactory(assignment=handed_in, user=late, handed_in=True)
    assert "1 forsøg er afleveret siden" in as_teacher.get(page(handed_in)).content.decode()
    ask(handed_in)
    assert (len(drawn), ReceiptFile.objects.count()) == (8, 8)
    assert len(names(as_teacher.get(page(handed_in, ".zip")))) == 8


def test_a_worker_that_was_killed_goes_on_where_it_was(handed_in, drawn, monkeypatch):
    class Killed(BaseException):
        pass

    def file_of(submission, whole=receipts.file_of):
        if len(drawn) == 6:
            raise Killed
        return whole(submission)

    monkeypatch.setattr(receipts, "file_of", file_of)
    bundle = ReceiptBundle.objects.create(
        assignment=handed_in,
        waiting=list(receipt_bundles.handed_in(handed_in).values_list("pk", flat=True)),
    )
    with pytest.raises(Killed):
        receipt_bundles.run.func(bundle.pk)
    bundle.refresh_from_db()
    assert (bundle.state, bundle.done, bundle.total) == ("running", 5, 7)
    monkeypatch.undo()
    monkeypatch.setattr(receipts.receipt_pdf, "made_of", lambda page: b"%PDF")
    receipt_bundles.run.func(bundle.pk)
    bundle.refresh_from_db()
    assert (bundle.state, bundle.done, bundle.total) == ("ready", 7, 7)
    assert len(set(bundle.files)) == 7


def test_a_second_click_lets_a_worker_be_and_a_late_one_takes_it_up(handed_in, drawn):
    waiting = list(receipt_bundles.handed_in(handed_in).values_list("pk", flat=True))
    bundle = ReceiptBundle.objects.create(assignment=handed_in, waiting=waiting)
    before = bundle.worked_at
    assert receipt_bundles.start(handed_in).worked_at == before
    ReceiptBundle.objects.filter(pk=bundle.pk).update(worked_at=timezone.now() - timedelta(minutes=2))
    bundle = receipt_bundles.start(handed_in)
    assert bundle.worked_at > before
    assert (bundle.state, bundle.waiting) == ("running", waiting)


def test_a_server_that_makes_no_pdf_says_so_and_goes_on_later(as_teacher, ask, handed_in, drawn, monkeypatch):
    def cannot(page):
        raise CannotMake("no Pango")

    with monkeypatch.context() as without:
        without.setattr(receipts.receipt_pdf, "made_of", cannot)
        ask(handed_in)
    assert "Kvitteringerne gik i stå" in as_teacher.get(page(handed_in)).content.decode()
    assert as_teacher.get(page(handed_in, ".zip")).status_code == 404
    ask(handed_in)
    assert ReceiptBundle.objects.get().state == "ready"


def test_one_that_cannot_be_made_does_not_hold_up_the_others(as_teacher, ask, handed_in, drawn, monkeypatch):
    def file_of(submission, whole=receipts.file_of):
        if str(submission.user) == "Signe Holm":
            raise ValueError
        return whole(submission)

    monkeypatch.setattr(receipts, "file_of", file_of)
    ask(handed_in)
    assert "1 kunne ikke laves" in as_teacher.get(page(handed_in)).content.decode()
    assert len(names(as_teacher.get(page(handed_in, ".zip")))) == 6


@pytest.mark.parametrize("role", ["marker", "student", "other_teacher", "outsider"])
def test_only_who_runs_the_course_sees_the_names(request, handed_in, role):
    client = request.getfixturevalue(f"as_{role}")
    factories.ReceiptBundleFactory(assignment=handed_in, state="ready", files=[1])
    assert client.get(page(handed_in)).status_code == 404
    assert client.post(page(handed_in)).status_code == 404
    assert client.get(page(handed_in, ".zip")).status_code == 404


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("../../etc/passwd", "etc passwd"),
        ("Åse Øre-Æbelø", "Åse Øre-Æbelø"),
        ('a:b*c?"<>|\x00d\n', "a b c d"),
        ("...", "uden navn"),
        ("x" * 200, "x" * 80),
    ],
)
def test_no_name_harms_a_file_system(name, expected):
    assert receipt_bundles.safe(name) == expected


def test_two_of_the_same_name_have_a_file_each():
    used = set()
    assert [receipt_bundles.free(name, used) for name in ("Bo", "bo", "Bo")] == ["Bo", "bo (2)", "Bo (3)"]


def test_the_parts_and_tries_of_a_student_have_their_own_names(as_teacher, ask, course, student, drawn):
    items = [{"case": factories.CaseFactory()}, {"case": factories.CaseFactory()}]
    made = factories.AssignmentFactory(course=course, items=items, attempts=2)
    for item in made.items.all():
        for number in (1, 2):
            fields = {"assignment": made, "item": item, "user": student, "number": number}
            factories.SubmissionFactory(**fields, handed_in=True)
    ask(made)
    assert names(as_teacher.get(page(made, ".zip"))) == [
        f"Signe Holm, del {part}, forsøg {number}.pdf" for part in (1, 2) for number in (1, 2)
    ]


def test_the_file_is_read_a_few_at_a_time(as_teacher, ask, handed_in, drawn, django_assert_num_queries):
    ask(handed_in)
    bundle = ReceiptBundle.objects.get()
    assert bundle.assignment.item_list
    with django_assert_num_queries(1):
        pieces = [piece for piece in receipt_bundles.zipped(bundle) if piece]
    assert len(pieces) == 8
