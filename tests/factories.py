"""Makers of rows for tests: one section an app, sensible defaults, never a row that exists already."""

import uuid
from datetime import timedelta
from decimal import Decimal

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

# accounts


class UserFactory(DjangoModelFactory):
    class Meta:
        model = "accounts.User"
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"person{n}@eksempel.test")
    name = factory.Sequence(lambda n: f"Person Nummer {n}")
    password = factory.django.Password("en lang adgangskode")


# authoring


class OldSlugFactory(DjangoModelFactory):
    """An address that a term used to have."""

    class Meta:
        model = "authoring.OldSlug"

    kind = "lessons.term"
    slug = factory.Sequence(lambda n: f"gammelt-begreb-{n}")
    uid = factory.LazyFunction(uuid.uuid4)


# lessons


class ChapterFactory(DjangoModelFactory):
    class Meta:
        model = "lessons.Chapter"

    title = factory.Sequence(lambda n: f"Kapitel {n}")
    slug = factory.Sequence(lambda n: f"kapitel-{n}")
    order = factory.Sequence(lambda n: n)
    summary = "Om at låne og at hæfte."
    status = "published"


class SectionFactory(DjangoModelFactory):
    class Meta:
        model = "lessons.Section"

    chapter = factory.SubFactory(ChapterFactory)
    title = factory.Sequence(lambda n: f"Afsnit {n}")
    slug = factory.Sequence(lambda n: f"afsnit-{n}")
    order = factory.Sequence(lambda n: n)
    body = "Kautionisten hæfter efter aftalen."
    status = "published"


class ProvisionFactory(DjangoModelFactory):
    class Meta:
        model = "lessons.Provision"

    title = factory.Sequence(lambda n: f"Bestemmelse {n}")
    slug = factory.Sequence(lambda n: f"gbl-{n + 100}")
    citation = factory.Sequence(lambda n: f"GBL § {n + 100}")
    meaning = "Debitor skal betale, når kravet forfalder."
    status = "published"


class TermFactory(DjangoModelFactory):
    class Meta:
        model = "lessons.Term"

    title = factory.Sequence(lambda n: f"Begreb {n}")
    slug = factory.Sequence(lambda n: f"begreb-{n}")
    meaning = "Et ord, som loven bruger."
    status = "published"


class SearchEntryFactory(DjangoModelFactory):
    class Meta:
        model = "lessons.SearchEntry"

    kind = "topic"
    key = factory.Sequence(lambda n: f"emne-{n}")
    title = "Kaution"
    url = "/regler/"
    title_words = "kaution"


class ChecklistFactory(DjangoModelFactory):
    """A checklist with two points; with `points=[…]` those with the fields given."""

    class Meta:
        model = "lessons.Checklist"
        skip_postgeneration_save = True

    title = factory.Sequence(lambda n: f"Tjekliste {n}")
    slug = factory.Sequence(lambda n: f"tjekliste-{n}")
    order = factory.Sequence(lambda n: n)
    intro = "Gå akten igennem."
    customer_name = "Camilla Ravn"
    customer_facts = ["Hun låner 150.000 kr. i Vestbanken."]
    status = "published"

    @factory.post_generation
    def points(self, create, extracted, **kwargs):
        """Field values for each point; two of them when nothing is said."""
        for order, fields in enumerate(
            (extracted if extracted is not None else [{}, {}]) if create else (), 1
        ):
            ChecklistPointFactory(checklist=self, order=order, **fields)


class ChecklistPointFactory(DjangoModelFactory):
    class Meta:
        model = "lessons.ChecklistPoint"

    checklist = factory.SubFactory(ChecklistFactory, points=[])
    key = factory.Sequence(lambda n: f"punkt-{n}")
    text = factory.Sequence(lambda n: f"Papir {n} ligger på sagen")
    provision = "KAL § 7 c"
    pensum = "Banken mister renterne."
    gaeldende_ret = "Følgen er ikke fast."
    topic = "kreditvurdering"


class ChecklistTickFactory(DjangoModelFactory):
    class Meta:
        model = "lessons.ChecklistTick"

    user = factory.SubFactory(UserFactory)
    point = factory.SubFactory(ChecklistPointFactory)


class SectionReadFactory(DjangoModelFactory):
    class Meta:
        model = "lessons.SectionRead"

    user = factory.SubFactory(UserFactory)
    section = factory.SubFactory(SectionFactory)


# cases


NOTICE = {
    "privat_kautionist": True,
    "misligholdt": "2026-01-31",
    "underrettet": "2026-09-15",
    "kraevet": "2026-09-20",
    "misligholdt_beloeb": 62800,
}
NOTICE_STORY = """{@laantager} har lånt i {@bank}. {@kautionist} kautionerer
[privat_kautionist: privat | som led i erhverv].

Den {misligholdt} stopper betalingerne. [underrettet: Beskeden kommer den {underrettet}. | Der kommer ingen besked.]
Den {kraevet} kræver banken {misligholdt_beloeb}."""


class CaseFactory(DjangoModelFactory):
    """A published, shared case with one question: was the guarantor told in time?"""

    class Meta:
        model = "cases.Case"
        skip_postgeneration_save = True

    slug = factory.Sequence(lambda n: f"case-{n}")
    title = factory.Sequence(lambda n: f"Sag nummer {n}")
    status = "published"
    group = "kaution"
    summary = "Banken siger intet."
    names = {"laantager": "Ida Brandt", "kautionist": "Lone Brandt", "bank": "Vestbanken"}
    parties = [{"role": "kautionist", "title": "Kautionist"}]
    story = NOTICE_STORY
    weight_faktum = 0

    @factory.post_generation
    def questions(self, create, extracted, **kwargs):
        """Field values for each question; one about notice when nothing is said."""
        for order, fields in enumerate(extracted if extracted is not None else [{}], start=1):
            CaseQuestionFactory(case=self, order=order, **fields)


class CaseQuestionFactory(DjangoModelFactory):
    class Meta:
        model = "cases.Question"

    case = factory.SubFactory(CaseFactory, questions=[])
    key = factory.Sequence(lambda n: f"q{n}")
    topic = "underretning"
    facts = NOTICE
    expected = {"pensum": "KRAV_TABT_FOR_MISLIGHOLDT_DEL", "gaeldende_ret": "KRAV_BEGRAENSET"}


class WalkthroughFactory(DjangoModelFactory):
    """A practice of a case that has just begun."""

    class Meta:
        model = "cases.Walkthrough"

    user = factory.SubFactory(UserFactory)
    case = factory.SubFactory(CaseFactory)

    @classmethod
    def _create(cls, model_class, user, case, **fields):
        from cases.start import start

        return start(user, case, **fields)


class EvidenceFactory(DjangoModelFactory):
    """A right answer to one step."""

    class Meta:
        model = "quizzes.Evidence"

    user = factory.SubFactory(UserFactory)
    component = "underretning/rettidig"
    topic = "underretning"
    share = 1.0
    source = factory.Sequence(lambda number: f"svar-{number}")


class MasteryFactory(DjangoModelFactory):
    """One step that has been answered once."""

    class Meta:
        model = "quizzes.Mastery"

    user = factory.SubFactory(UserFactory)
    component = factory.Sequence(lambda number: f"underretning/trin-{number}")
    topic = "underretning"
    known = 0.5
    answers = 1


class BuildingFactory(DjangoModelFactory):
    """One try at a reverse task."""

    class Meta:
        model = "cases.Building"

    user = factory.SubFactory(UserFactory)
    case = factory.SubFactory(CaseFactory)
    task = "q1 pensum=KRAV_I_BEHOLD"


class AnswerFactory(DjangoModelFactory):
    """A right answer to the first question of a walkthrough, as it is typed."""

    class Meta:
        model = "cases.Answer"

    walkthrough = factory.SubFactory(WalkthroughFactory)
    question = "q1"
    part = "jus"
    key = "jus"
    raw = "FIL § 48"
    value = "FIL § 48"


class EarlierCaseResultFactory(DjangoModelFactory):
    """The result that a walkthrough had before it was graded again."""

    class Meta:
        model = "cases.EarlierResult"

    walkthrough = factory.SubFactory(WalkthroughFactory)
    number = 1
    kept = {}
    total = Decimal("0.5")
    reading = "pensum"
    replaced_by = factory.SubFactory(UserFactory)
    reason = "Reglen var forkert."


# quizzes


class QuestionFactory(DjangoModelFactory):
    """A single choice question with a right and two wrong options."""

    class Meta:
        model = "quizzes.Question"
        skip_postgeneration_save = True

    slug = factory.Sequence(lambda n: f"spoergsmaal-{n}")
    title = factory.Sequence(lambda n: f"Spørgsmål {n}")
    status = "published"
    kind = "single"
    text = "Hvad hæfter en selvskyldnerkautionist for?"
    remark = "Hæftelsen følger aftalen."
    provisions = ["FIL § 48"]

    @factory.post_generation
    def options(self, create, extracted, **kwargs):
        """(text, right, remark) for each option."""
        written = extracted or [
            ("For gælden, straks ved misligholdelse", True, "Banken kan gå direkte til kautionisten."),
            ("Først efter forgæves udlæg", False, "Du har beskrevet den simple kaution."),
            ("Kun for renterne", False, "Du har ladet hovedstolen ude."),
        ]
        if create and self.kind != "generated":
            for order, (text, right, remark) in enumerate(written, start=1):
                OptionFactory(question=self, order=order, text=text, right=right, remark=remark)


class MultipleQuestionFactory(QuestionFactory):
    """A question with two right and two wrong options."""

    kind = "multiple"
    text = "Hvad skal en privat kautionist have oplyst?"

    @factory.post_generation
    def options(self, create, extracted, **kwargs):
        """Two right, two wrong."""
        written = {
            "Låntagerens indtægt": True,
            "Låntagerens gæld": True,
            "Husets farve": False,
            "Kursen": False,
        }
        for order, (text, right) in enumerate(written.items(), start=1):
            OptionFactory(question=self, order=order, text=text, right=right, remark=f"Om {text.lower()}.")


class GeneratedQuestionFactory(QuestionFactory):
    """A question that the rules make."""

    kind = "generated"
    text = ""
    remark = ""
    provisions = []
    topic = "underretning"
    ask = "sidste_frist"


class OptionFactory(DjangoModelFactory):
    class Meta:
        model = "quizzes.Option"

    question = factory.SubFactory(QuestionFactory, options=[])
    text = factory.Sequence(lambda n: f"Svar {n}")
    remark = "Du har valgt et andet svar."


class QuizFactory(DjangoModelFactory):
    """A quiz of three questions: single, multiple and generated."""

    class Meta:
        model = "quizzes.Quiz"
        skip_postgeneration_save = True

    slug = factory.Sequence(lambda n: f"quiz-{n}")
    title = factory.Sequence(lambda n: f"Quiz {n}")
    status = "published"
    intro = "Kort om kaution."

    @factory.post_generation
    def questions(self, create, extracted, **kwargs):
        """The questions given, else one of each kind."""
        asked = extracted
        if create and asked is None:
            asked = [QuestionFactory(), MultipleQuestionFactory(), GeneratedQuestionFactory()]
        for order, question in enumerate(asked or [], start=1):
            QuizItemFactory(quiz=self, question=question, order=order)


class QuizItemFactory(DjangoModelFactory):
    class Meta:
        model = "quizzes.QuizItem"

    quiz = factory.SubFactory(QuizFactory, questions=[])
    question = factory.SubFactory(QuestionFactory)


class DrawFactory(DjangoModelFactory):
    """Two questions of the bank, whichever they are."""

    class Meta:
        model = "quizzes.Draw"

    quiz = factory.SubFactory(QuizFactory, questions=[])
    count = 2


def frozen_item(number=1, **fields):
    """A frozen single choice item; the right option has the key `right-<number>`."""
    return {
        "key": f"item-{number}",
        "kind": "single",
        "text": f"Spørgsmål nummer {number}?",
        "remark": "",
        "provisions": ["FIL § 48"],
        "topics": ["underretning"],
        "options": [
            {"key": f"right-{number}", "text": "Det rigtige", "right": True, "remark": "Sådan er det."},
            {"key": f"wrong-{number}", "text": "Det forkerte", "right": False, "remark": "Du tog fejl."},
        ],
    } | fields


class AttemptFactory(DjangoModelFactory):
    """An attempt at three frozen items, which needs no question of the bank."""

    class Meta:
        model = "quizzes.Attempt"

    user = factory.SubFactory(UserFactory)
    quiz = factory.SubFactory(QuizFactory, questions=[])
    title = "Kaution i korte træk"
    mode = "oeve"
    own = factory.LazyAttribute(lambda attempt: attempt.mode == "oeve")
    seed = 1
    max_points = 3
    frozen = factory.LazyFunction(lambda: {"items": [frozen_item(1), frozen_item(2), frozen_item(3)]})


class ResponseFactory(DjangoModelFactory):
    class Meta:
        model = "quizzes.Response"

    attempt = factory.SubFactory(AttemptFactory)
    item = "item-1"
    chosen = ["right-1"]
    points = 1


class EarlierQuizResultFactory(DjangoModelFactory):
    """The result that an attempt had before it was graded again."""

    class Meta:
        model = "quizzes.EarlierResult"

    attempt = factory.SubFactory(AttemptFactory)
    number = 1
    kept = {}
    total = Decimal("0.5")
    reading = "pensum"
    replaced_by = factory.SubFactory(UserFactory)
    reason = "Nøglen var forkert."


# courses


class CourseFactory(DjangoModelFactory):
    class Meta:
        model = "courses.Course"

    name = factory.Sequence(lambda n: f"Hold {n}")
    term = "efterår 2026"


class MembershipFactory(DjangoModelFactory):
    class Meta:
        model = "courses.Membership"

    course = factory.SubFactory(CourseFactory)
    user = factory.SubFactory(UserFactory)
    role = "student"


class GroupFactory(DjangoModelFactory):
    class Meta:
        model = "courses.Group"

    course = factory.SubFactory(CourseFactory)
    name = factory.Sequence(lambda n: f"Gruppe {n}")


class CategoryFactory(DjangoModelFactory):
    class Meta:
        model = "courses.Category"

    course = factory.SubFactory(CourseFactory)
    name = factory.Sequence(lambda n: f"Kategori {n}")
    weight = 40


class InvitationFactory(DjangoModelFactory):
    class Meta:
        model = "courses.Invitation"

    course = factory.SubFactory(CourseFactory)
    email = factory.Sequence(lambda n: f"inviteret{n}@eksempel.test")
    name = factory.Sequence(lambda n: f"Inviteret Nummer {n}")


class AssignmentFactory(DjangoModelFactory):
    """A case, open since yesterday and due in a week; with `quiz=…, case=None` a quiz.

    With `items=[{"case": …, "weight": 2}, {"quiz": …}, {"section": …}]` several.
    """

    class Meta:
        model = "courses.Assignment"

    course = factory.SubFactory(CourseFactory)
    title = factory.Sequence(lambda n: f"Aflevering {n}")
    items = None
    case = factory.Maybe("items", None, factory.SubFactory(CaseFactory))
    quiz = None
    opens_at = factory.LazyFunction(lambda: timezone.now() - timedelta(days=1))
    due_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=7))

    @classmethod
    def _create(cls, model_class, *, items=None, case=None, quiz=None, **fields):
        made = super()._create(model_class, **fields)
        content = {"case": case, "quiz": quiz}
        for order, item in enumerate(items or [content], start=1):
            ItemFactory(assignment=made, order=order, **{"case": None} | item)
        return made


class ItemFactory(DjangoModelFactory):
    """A case as part of an assignment; with `quiz=…, case=None` or `section=…, case=None` another thing."""

    class Meta:
        model = "courses.Item"

    assignment = factory.SubFactory(AssignmentFactory)
    case = factory.SubFactory(CaseFactory)


class SubmissionFactory(DjangoModelFactory):
    """Begun by a student of the course as students begin; with `handed_in=True` handed in, too.

    Without an item it is the first one of the assignment.
    """

    class Meta:
        model = "courses.Submission"

    assignment = factory.SubFactory(AssignmentFactory)
    user = factory.SubFactory(UserFactory)

    @classmethod
    def _create(cls, model_class, assignment, user, *, item=None, number=1, handed_in=False):
        from courses.begin import begin

        assignment.course.memberships.get_or_create(user=user, defaults={"role": "student"})
        submission = begin(user, assignment, item, number)
        if handed_in:
            submission.work.submit()
        return submission


class ExtensionFactory(DjangoModelFactory):
    """Two days more and a quarter more time."""

    class Meta:
        model = "courses.Extension"

    assignment = factory.SubFactory(AssignmentFactory)
    user = factory.SubFactory(UserFactory)
    due_at = factory.LazyAttribute(lambda own: own.assignment.due_at + timedelta(days=2))
    factor = Decimal("1.25")


class GradeChangeFactory(DjangoModelFactory):
    """A teacher gave sixty points."""

    class Meta:
        model = "courses.GradeChange"

    assignment = factory.SubFactory(AssignmentFactory)
    user = factory.SubFactory(UserFactory)
    version = 1
    new_points = Decimal(60)
    reason = "Opgaven var mundtlig."
    changed_by = factory.SubFactory(UserFactory)


class RecordEntryFactory(DjangoModelFactory):
    """The join code was renewed."""

    class Meta:
        model = "courses.RecordEntry"

    course = factory.SubFactory(CourseFactory)
    by = factory.SubFactory(UserFactory)
    kind = "code"


class ReceiptBundleFactory(DjangoModelFactory):
    class Meta:
        model = "courses.ReceiptBundle"

    assignment = factory.SubFactory(AssignmentFactory)


class ReceiptFileFactory(DjangoModelFactory):
    """A file without what makes it a PDF."""

    class Meta:
        model = "courses.ReceiptFile"

    submission = factory.SubFactory(SubmissionFactory, handed_in=True)
    number = 1
    sha256 = "0" * 64
    text = "{}"
    pdf = b"%PDF"


class GradeScaleFactory(DjangoModelFactory):
    class Meta:
        model = "courses.GradeScale"


class MessageFactory(DjangoModelFactory):
    """A result is ready; mailed already."""

    class Meta:
        model = "courses.Message"

    key = factory.Sequence(lambda n: f"released:{n}")
    kind = "released"
    user = factory.SubFactory(UserFactory)
    assignment = factory.SubFactory(AssignmentFactory)
    course = factory.SelfAttribute("assignment.course")
    subject = "Resultatet er klar: Banken siger intet"
    text = "Dit resultat af Banken siger intet er klar. Du ser det, når du er logget ind."


class MutedKindFactory(DjangoModelFactory):
    class Meta:
        model = "courses.MutedKind"

    user = factory.SubFactory(UserFactory)
    kind = "due"


class CalendarFeedFactory(DjangoModelFactory):
    class Meta:
        model = "courses.CalendarFeed"

    user = factory.SubFactory(UserFactory)


class RegradeFactory(DjangoModelFactory):
    """Asked for, and not begun."""

    class Meta:
        model = "courses.Regrade"

    assignment = factory.SubFactory(AssignmentFactory)
    reason = "Nøglen var forkert."
    made_by = factory.SubFactory(UserFactory)


class RegradeChangeFactory(DjangoModelFactory):
    """A hand-in that waits for the dry run."""

    class Meta:
        model = "courses.RegradeChange"

    regrade = factory.SubFactory(RegradeFactory)
    submission = factory.SubFactory(SubmissionFactory)


class AcceptanceFactory(DjangoModelFactory):
    """An answer is accepted for all, and not in force yet."""

    class Meta:
        model = "courses.Acceptance"

    regrade = factory.SubFactory(RegradeFactory)
    assignment = factory.SelfAttribute("regrade.assignment")
    about = {"question": "ingen", "answer": ["regreskrav"]}
    signature = factory.Sequence(lambda number: f"{number:064}")
    question = "Hvad hedder kautionistens krav mod debitor?"
    answer = "Regreskrav"
    percent = 100


class VoteFactory(DjangoModelFactory):
    """Thirty hands, most of them for the mistake until they talked."""

    class Meta:
        model = "courses.Vote"

    course = factory.SubFactory(CourseFactory)
    topic = "underretning"
    mistake = "regner_180_dage"
    seed = factory.Sequence(lambda number: number + 1)
    question = "Hvornår skulle banken senest give besked?"
    options = ["30. juli 2026", "31. juli 2026"]
    before = [21, 9]
    after = [4, 26]


class JudgementFactory(DjangoModelFactory):
    """What the first of two markers has given an argument."""

    class Meta:
        model = "courses.Judgement"

    submission = factory.SubFactory(SubmissionFactory)
    by = factory.SubFactory(UserFactory)
    place = 1
    points = factory.LazyFunction(lambda: {"q1-jus": {"points": "1", "of": 2}})
