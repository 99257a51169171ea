"""Rows with known owners, made when a test first asks for them.

Each property gives what stands in the addresses of that row. Where nothing else is said the row belongs
to the student, to the teacher, or to the course that they share.
"""

import uuid
from functools import cached_property

from django.apps import apps
from django.urls import reverse

from cases import answering, building, reverse_tasks
from cases.models import Case
from courses import calendar_feed
from courses.models import Assignment, Submission
from courses.regrading import dry_run
from quizzes.in_text import Ticket
from quizzes.start import start as start_quiz
from tests import factories
from tests.addresses import site

RULE = """Prøv reglen.

:::rule underretning
facts:
  privat_kautionist: true
  misligholdt: 2026-01-31
  underrettet: 2026-09-15
  kraevet: 2026-09-20
  misligholdt_beloeb: 62800
change: [underrettet]
:::
"""
MISTAKE = {
    "topic": "underretning",
    "component": "underretning/sidste_frist",
    "mistake": "regner_180_dage",
}
ROUTES = {found.name: found.route for found in site()}


class World:
    """The site with one of everything."""

    def __init__(self, cast) -> None:
        """`cast` gives a person of the cast by name."""
        self.cast = cast
        self._authored: dict[tuple[str, str], dict] = {}

    def address(self, name: str, thing: str = "") -> str:
        """The address of a page: of `thing` where the page is of something."""
        return reverse(name, kwargs=_taken(name, getattr(self, thing) if thing else {}))

    # What is read

    def _section(self, **fields):
        fields = {"body": RULE, "topics": ["underretning"]} | fields
        section = factories.SectionFactory(**fields)
        return {"chapter": section.chapter.slug, "section": section.slug, "number": 1}

    @cached_property
    def shared_section(self):
        return self._section(chapter__slug="kaution")

    @cached_property
    def teachers_section(self):
        mine = self.cast("teacher")
        return self._section(owner=mine, chapter=factories.ChapterFactory(owner=mine))

    @cached_property
    def draft_section(self):
        return self._section(status="draft", chapter__status="draft")

    @cached_property
    def shared_provision(self):
        return {"slug": factories.ProvisionFactory(slug="fil-48", citation="FIL § 48").slug}

    @cached_property
    def unwritten_provision(self):
        return {"slug": "fil-47"}

    @cached_property
    def shared_term(self):
        return {"slug": factories.TermFactory().slug}

    @cached_property
    def teachers_term(self):
        return {"slug": factories.TermFactory(owner=self.cast("teacher")).slug}

    @cached_property
    def shared_checklist(self):
        return {"slug": factories.ChecklistFactory().slug}

    @cached_property
    def teachers_checklist(self):
        return {"slug": factories.ChecklistFactory(owner=self.cast("teacher")).slug}

    @cached_property
    def draft_checklist(self):
        return {"slug": factories.ChecklistFactory(status="draft").slug}

    @cached_property
    def topic(self):
        return {"key": "underretning"}

    calculator = {"slug": "aop", "key": "tilbud-a"}
    days_calculator = {"slug": "kautionsfrister"}

    # What is worked

    def _case(self):
        return factories.CaseFactory(questions=[{"key": "q1"}])

    @cached_property
    def shared_case(self):
        return {"slug": factories.CaseFactory().slug, "number": 1}

    @cached_property
    def teachers_case(self):
        return {"slug": factories.CaseFactory(owner=self.cast("teacher")).slug, "number": 1}

    @cached_property
    def draft_case(self):
        return {"slug": factories.CaseFactory(status="draft").slug, "number": 1}

    @cached_property
    def solved_walkthrough(self):
        """A practice whose solution the student has been shown."""
        made = factories.WalkthroughFactory(user=self.cast("student"), case=self._case())
        answering.show_solution(made)
        return {"uuid": made.pk, "slug": made.case.slug, "number": 1}

    @property
    def solved_case(self):
        """The case of it, and a reverse task that the student has tried."""
        case = Case.objects.get(slug=self.solved_walkthrough["slug"])
        asked = reverse_tasks.tasks_of(case)[0]
        building.save(self.cast("student"), case, asked, asked.base)
        return self.solved_walkthrough

    @cached_property
    def walkthrough(self):
        made = factories.WalkthroughFactory(user=self.cast("student"), case=self._case())
        return {"uuid": made.pk, "name": "q1-jus-jus", "degree": 1}

    @cached_property
    def timed_walkthrough(self):
        """A prøve of the student that is running."""
        made = factories.WalkthroughFactory(user=self.cast("student"), case=self._case(), mode="proeve")
        return {"uuid": made.pk, "name": "q1-jus-jus", "degree": 1}

    @cached_property
    def ticket(self):
        """The student's ticket to a question in the text of a section."""
        made = Ticket.make(
            self.cast("student"), "underretning", back=self.address("lessons:section", "shared_section")
        )
        return {"ticket": made.signed}

    @cached_property
    def shared_quiz(self):
        return {"slug": factories.QuizFactory().slug}

    @cached_property
    def teachers_quiz(self):
        return {"slug": factories.QuizFactory(owner=self.cast("teacher")).slug}

    @cached_property
    def draft_quiz(self):
        return {"slug": factories.QuizFactory(status="draft").slug}

    @cached_property
    def attempt(self):
        return {"uuid": factories.AttemptFactory(user=self.cast("student")).pk, "number": 1}

    @cached_property
    def timed_attempt(self):
        """A quiz on time that the student is taking."""
        quiz = factories.QuizFactory(mode="proeve", minutes=30)
        return {"uuid": start_quiz(self.cast("student"), quiz).pk, "number": 1}

    @cached_property
    def done_attempt(self):
        made = factories.AttemptFactory(user=self.cast("student"))
        made.submit()
        return {"uuid": made.pk, "number": 1}

    # What a course has

    @cached_property
    def course(self):
        self.cast("teacher"), self.cast("student")
        course = self.cast("course").uuid
        return {"uuid": course, "course": course, "student": self.cast("student").pk}

    @cached_property
    def group(self):
        """A group of the course with the student in it."""
        made = factories.GroupFactory(course=self.cast("course"), name="Gruppe A")
        made.members.set(self.cast("course").memberships.filter(user=self.cast("student")))
        return self.course | {"group": made.pk}

    @cached_property
    def category(self):
        """A category of the course with an assignment in it."""
        made = factories.CategoryFactory(course=self.cast("course"), name="Sager")
        factories.AssignmentFactory(course=self.cast("course"), case=self._case(), category=made)
        return self.course | {"category": made.pk}

    @cached_property
    def misunderstanding(self):
        """A mistake that another student of the course made in practice."""
        other = factories.MembershipFactory(course=self.cast("course")).user
        made = factories.EvidenceFactory(user=other, share=0, **MISTAKE)
        return self.course | {"topic": made.topic, "mistake": made.mistake}

    @property
    def no_misunderstanding(self):
        """A mistake that no rule names."""
        return self.course | {"topic": "underretning", "mistake": "findes-ikke"}

    @cached_property
    def assignment(self):
        return self.course | {"uuid": self._set().uuid}

    def _set(self):
        return factories.AssignmentFactory(course=self.cast("course"), case=self._case())

    @cached_property
    def submission(self):
        """What the student handed in."""
        made = factories.SubmissionFactory(assignment=self._set(), user=self.cast("student"), handed_in=True)
        return self.course | {"uuid": made.assignment.uuid, "submission": made.uuid}

    @cached_property
    def bundled(self):
        """What the student handed in, with its receipt ready to be taken home."""
        made = Submission.objects.get(uuid=self.submission["submission"])
        file = factories.ReceiptFileFactory(submission=made)
        factories.ReceiptBundleFactory(assignment=made.assignment, state="ready", files=[file.pk])
        return self.submission

    @cached_property
    def regrade(self):
        """A dry run of what the student handed in: the case has come to weigh otherwise."""
        case = Assignment.objects.get(uuid=self.submission["uuid"]).items.get().case
        case.weight_jus = 90
        case.save()
        assignment = Assignment.objects.get(uuid=self.submission["uuid"])
        asked = {"scope": "one", "reading": "", "reason": "Vægten var forkert."}
        made = dry_run.start(assignment, by=self.cast("teacher"), **asked)
        return self.submission | {"regrade": made.uuid}

    @cached_property
    def argued_submission(self):
        """What the student handed in with an argument."""
        case = factories.CaseFactory(questions=[{"key": "q1"}], weight_argument=20)
        work = factories.AssignmentFactory(course=self.cast("course"), case=case)
        made = factories.SubmissionFactory(assignment=work, user=self.cast("student"), handed_in=True)
        return self.course | {"uuid": work.uuid, "submission": made.uuid}

    def _quizzed(self):
        quiz = factories.QuizFactory()
        work = factories.AssignmentFactory(course=self.cast("course"), case=None, quiz=quiz)
        return factories.SubmissionFactory(assignment=work, user=self.cast("student"), handed_in=True)

    @cached_property
    def quizzed_submission(self):
        """A quiz that the student handed in."""
        made = self._quizzed()
        return self.course | {"uuid": made.assignment.uuid, "submission": made.uuid}

    @cached_property
    def released_submission(self):
        """A quiz that the student handed in, and whose result is shown."""
        made = self._quizzed()
        made.attempt.release()
        return self.course | {"uuid": made.assignment.uuid, "submission": made.uuid}

    @cached_property
    def argued_response(self):
        """The student's answer to a question of a quiz that a teacher marks."""
        questions = [factories.QuestionFactory(kind="argument")]
        quiz = factories.QuizFactory(questions=questions)
        work = factories.AssignmentFactory(course=self.cast("course"), case=None, quiz=quiz)
        made = factories.SubmissionFactory(assignment=work, user=self.cast("student"))
        attempt = made.attempt
        answer = factories.ResponseFactory(
            attempt=attempt, item=attempt.items[0].key, chosen=["Fordi."], points=None
        )
        attempt.submit()
        return self.course | {"uuid": work.uuid, "submission": made.uuid, "response": answer.pk}

    @cached_property
    def answered(self):
        """The student's wrong answer in a quiz that is handed in."""
        quiz = factories.QuizFactory(questions=[factories.QuestionFactory()])
        work = factories.AssignmentFactory(course=self.cast("course"), case=None, quiz=quiz)
        made = factories.SubmissionFactory(assignment=work, user=self.cast("student"))
        attempt = made.attempt
        item = attempt.items[0]
        chosen = [next(row["key"] for row in item.data["options"] if not row["right"])]
        factories.ResponseFactory(attempt=attempt, item=item.key, chosen=chosen, points=0)
        attempt.submit()
        return self.course | {"uuid": work.uuid, "submission": made.uuid, "place": item.key}

    @cached_property
    def argued_walkthrough(self):
        """A practice that asks for an argument."""
        case = factories.CaseFactory(questions=[{"key": "q1"}], weight_argument=20)
        return {"uuid": factories.WalkthroughFactory(user=self.cast("student"), case=case).pk}

    @cached_property
    def set_walkthrough(self):
        """The student's work on an assignment, not handed in."""
        made = factories.SubmissionFactory(assignment=self._set(), user=self.cast("student"))
        return {"uuid": made.walkthrough_id, "name": "q1-jus-jus", "degree": 1}

    @cached_property
    def handed_in_walkthrough(self):
        made = factories.SubmissionFactory(assignment=self._set(), user=self.cast("student"), handed_in=True)
        return {"uuid": made.walkthrough_id, "name": "q1-jus-jus", "degree": 1}

    @cached_property
    def message(self):
        """What the student is told, and has not read."""
        told = {"assignment": self._set(), "user": self.cast("student")}
        return {"uuid": factories.MessageFactory(**told).uuid}

    @cached_property
    def calendar(self):
        """The student's calendar, for whoever has the address."""
        calendar_feed.new_address(self.cast("student"))
        address = calendar_feed.panel(self.cast("student"))["address"]
        return {"secret": address.rpartition("/")[2].removesuffix(".ics")}

    of_the_admin = {"app_label": "lessons"}

    @property
    def case_of_all(self):
        return self.authored("cases_case", "shared")

    @property
    def case_in_the_making(self):
        """The teacher's draft."""
        return self.authored("cases_case", "draft")

    @property
    def quiz_of_all(self):
        return self.authored("quizzes_quiz", "shared")

    @property
    def quiz_in_the_making(self):
        """The teacher's draft."""
        return self.authored("quizzes_quiz", "draft")

    @cached_property
    def nothing(self):
        """What stands in the address of a row that is not there."""
        gone = uuid.uuid4()
        return {
            "uuid": gone,
            "course": gone,
            "submission": gone,
            "place": "findes-ikke",
            "regrade": gone,
            "student": 2**62,
            "group": 2**62,
            "category": 2**62,
            "slug": "findes-ikke",
            "secret": "findes-ikke",
            "name": "q1-jus-jus",
            "degree": 1,
            "number": 1,
        }

    # What authors write, in the admin

    def of_author(self, name: str, whose: str) -> str:
        """The address of an admin page of a kind of content."""
        app, model, page = name.removeprefix("admin:").split("_", 2)
        values = self.authored(f"{app}_{model}", whose) if whose else {}
        if page == "simple_history":
            return reverse(name, args=[values["object_id"], values["version"]])
        return reverse(name, kwargs=_taken(name, values))

    def authored(self, kind: str, whose: str):
        """An item of this kind: shared, the teacher's, or the teacher's draft."""
        if (kind, whose) in self._authored:
            return self._authored[kind, whose]
        app, _, model = kind.partition("_")
        owner = None if whose == "shared" else self.cast("teacher")
        status = "draft" if whose == "draft" else "published"
        made = maker(apps.get_model(app, model))(owner=owner, status=status)
        values = {"pk": made.pk, "object_id": made.pk, "version": made.history.first().pk}
        return self._authored.setdefault((kind, whose), values)


def _taken(name, values):
    route = ROUTES[name]
    return {key: value for key, value in values.items() if f":{key}>" in route or f"<{key}>" in route}


def maker(model):
    """The factory of a model; each model has one."""
    found = [
        one
        for one in vars(factories).values()
        if isinstance(one, type)
        and issubclass(one, factories.DjangoModelFactory)
        and one._meta.model in (model, model._meta.label)
    ]
    return found[0]
