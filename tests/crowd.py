"""Many rows of everything that the pages list, made at once beside the one row that the world has of each."""

import uuid
from copy import copy
from datetime import timedelta

from django.utils import timezone

from accounts.models import User
from cases.models import Building, Case, Walkthrough
from cases.models import Question as CaseQuestion
from courses.models import (
    Acceptance,
    Assignment,
    Category,
    Course,
    Extension,
    GradeChange,
    Group,
    Invitation,
    Item,
    Membership,
    Message,
    RecordEntry,
    Regrade,
    RegradeChange,
    Submission,
    Vote,
)
from lessons.models import (
    Chapter,
    Checklist,
    ChecklistPoint,
    ChecklistTick,
    Provision,
    Section,
    SectionRead,
    Term,
)
from quizzes.models import Attempt, Evidence, Option, Question, Quiz, QuizItem, Response
from tests import factories
from tests.world import MISTAKE, World


def fill(world: World, count: int) -> None:
    """`count` more of everything."""
    student, teacher = world.cast("student"), world.cast("teacher")
    _read(world, count, student)
    walks = _worked(world, count, student)
    _quizzed(world, count, student)
    _taught(world, count, student, teacher, walks)


def _many(factory, model, count, **fields):
    return model.objects.bulk_create(factory.build_batch(count, **fields))


def _again(model, pk, count, **fields):
    """Copies of a row that differ in their key and in what is given."""
    row = model.objects.get(pk=pk)
    copies = [copy(row) for _ in range(count)]
    for number, one in enumerate(copies):
        one.pk = uuid.uuid4() if "uuid" in str(type(model._meta.pk)).lower() else None
        one._state = type(row._state)()
        for name, value in fields.items():
            setattr(one, name, value(number) if callable(value) else value)
    return model.objects.bulk_create(copies)


def _read(world, count, student):
    chapter = Chapter.objects.get(slug=world.shared_section["chapter"])
    _many(factories.ChapterFactory, Chapter, count)
    sections = _many(factories.SectionFactory, Section, count, chapter=chapter, topics=["underretning"])
    SectionRead.objects.bulk_create(SectionRead(user=student, section=section) for section in sections)
    _many(factories.ProvisionFactory, Provision, count, act="GBL")
    _many(factories.TermFactory, Term, count)
    lists = Checklist.objects.bulk_create(factories.ChecklistFactory.build_batch(count))
    written = [world.authored("lessons_checklist", whose)["pk"] for whose in ("shared", "teachers", "draft")]
    full = Checklist.objects.filter(pk__in=written) | Checklist.objects.filter(**world.shared_checklist)
    points = ChecklistPoint.objects.bulk_create(
        factories.ChecklistPointFactory.build(checklist=one, topic="underretning") for one in [*lists, *full]
    )
    more = factories.ChecklistPointFactory.build_batch(count, checklist=full.get(**world.shared_checklist))
    points += ChecklistPoint.objects.bulk_create(more)
    ChecklistTick.objects.bulk_create(ChecklistTick(user=student, point=point) for point in points)


def _worked(world, count, student):
    cases = Case.objects.bulk_create(factories.CaseFactory.build_batch(count, questions=[]))
    CaseQuestion.objects.bulk_create(
        factories.CaseQuestionFactory.build(case=case, key="q1") for case in cases
    )
    case = Case.objects.get(slug=world.shared_case["slug"])
    walk = world.walkthrough["uuid"]
    _again(Walkthrough, walk, count, case=lambda number: cases[number])
    _again(Walkthrough, walk, count, case=case)
    solved = Case.objects.get(slug=world.solved_case["slug"])
    tries = [Building(user=student, case=solved, task=f"q{number}") for number in range(count)]
    Building.objects.bulk_create(tries, ignore_conflicts=True)
    _again(Walkthrough, world.solved_walkthrough["uuid"], count)
    return _again(Walkthrough, world.handed_in_walkthrough["uuid"], count)


def _quizzed(world, count, student):
    quizzes = Quiz.objects.bulk_create(factories.QuizFactory.build_batch(count, questions=[]))
    quiz = Quiz.objects.get(slug=world.shared_quiz["slug"])
    questions = _many(factories.QuestionFactory, Question, count, topic="underretning")
    Option.objects.bulk_create(
        Option(question=question, text=f"Svar {n}", remark="Nej.") for n, question in enumerate(questions)
    )
    written = [world.authored("quizzes_quiz", whose)["pk"] for whose in ("shared", "teachers", "draft")]
    for pk in (quiz.pk, *written):
        QuizItem.objects.bulk_create(QuizItem(quiz_id=pk, question=one, order=9) for one in questions)
    done = world.done_attempt["uuid"]
    _again(Attempt, done, count, quiz=lambda number: quizzes[number])
    _again(Attempt, done, count, quiz=quiz)
    for pk in (world.attempt["uuid"], done):
        attempt = Attempt.objects.get(pk=pk)
        first = len(attempt.frozen["items"]) + 1
        attempt.frozen["items"] += [factories.frozen_item(first + number) for number in range(count)]
        attempt.max_points = first + count
        attempt.save()
        Response.objects.bulk_create(
            factories.ResponseFactory.build(
                attempt=attempt, item=f"item-{first + number}", topic="underretning"
            )
            for number in range(count)
        )


def _taught(world, count, student, teacher, walks):
    course = Course.objects.get(uuid=world.course["uuid"])
    users = User.objects.bulk_create(
        User(email=f"{uuid.uuid4()}@eksempel.test", name=f"Person {number}") for number in range(count)
    )
    Membership.objects.bulk_create(Membership(course=course, user=user, role="student") for user in users)
    _many(factories.GroupFactory, Group, count, course=course)
    _many(factories.CategoryFactory, Category, count, course=course, weight=0)
    groups, members = course.groups.all(), course.memberships.filter(role="student")
    places = Group.members.through.objects
    places.bulk_create(
        [places.model(group=group, membership=one) for group, one in zip(groups, members, strict=False)],
        ignore_conflicts=True,
    )
    _many(factories.InvitationFactory, Invitation, count, course=course)
    gone = User.objects.bulk_create(User(email=f"{uuid.uuid4()}@eksempel.test") for _ in range(count))
    courses = Course.objects.bulk_create(factories.CourseFactory.build_batch(count))
    for role, user in (("student", student), ("teacher", teacher)):
        Membership.objects.bulk_create(Membership(course=one, user=user, role=role) for one in courses)
    now = timezone.now()
    categories = list(course.categories.order_by("-pk")[:count])
    assignments = Assignment.objects.bulk_create(
        Assignment(
            course=course,
            title=f"Aflevering {number}",
            category=categories[number],
            opens_at=now - timedelta(days=1),
            due_at=now + timedelta(minutes=number + 1),
        )
        for number in range(count)
    )
    items = Item.objects.bulk_create(
        Item(assignment=one, case_id=walk.case_id) for one, walk in zip(assignments, walks, strict=False)
    )
    Submission.objects.bulk_create(
        Submission(assignment=item.assignment, item=item, user=student, walkthrough=walk)
        for item, walk in zip(items[: count // 2], walks, strict=False)
    )
    argued = Submission.objects.get(uuid=world.argued_submission["submission"])
    for uuid_, walk in (
        (world.submission["uuid"], walks[0].pk),
        (argued.assignment.uuid, argued.walkthrough_id),
    ):
        handed_in = Assignment.objects.get(uuid=uuid_)
        works = _again(Walkthrough, walk, count, user=lambda number: users[number])
        works += _again(Walkthrough, walk, count, user=lambda number: gone[number])
        of = {"assignment": handed_in, "item": handed_in.items.get()}
        Submission.objects.bulk_create(Submission(**of, user=work.user, walkthrough=work) for work in works)
        Extension.objects.bulk_create(Extension(assignment=handed_in, user=user, factor=2) for user in users)
        said = {"version": 1, "reason": "Mundtligt.", "changed_by": teacher, "new_points": 50}
        GradeChange.objects.bulk_create(
            GradeChange(assignment=handed_in, user=user, **said) for user in users
        )
    told = Message.objects.get(**world.message)
    _many(factories.MessageFactory, Message, count, user=student, assignment=told.assignment)
    RecordEntry.objects.bulk_create(
        RecordEntry(course=course, assignment=handed_in, by=teacher, about=user, kind="mark")
        for user in users
    )
    regrade = Regrade.objects.get(uuid=world.regrade["regrade"])
    first = regrade.changes.exclude(new_state=None).first()
    found = {"state": "changed", "old_points": 50, "new_points": 60, "new_state": first.new_state}
    RegradeChange.objects.bulk_create(
        RegradeChange(regrade=regrade, submission=one, before="x", **found)
        for one in regrade.assignment.submissions.exclude(regrade_changes__regrade=regrade)
    )
    Regrade.objects.bulk_create(
        factories.RegradeFactory.build(assignment=regrade.assignment, made_by=teacher) for _ in range(count)
    )
    _accepted(world, count, teacher)
    attempt = Attempt.objects.first()
    evidence = [
        factories.EvidenceFactory.build(user=user, share=0, attempt=quiz, walkthrough=walk, **MISTAKE)
        for number, user in enumerate(users)
        for quiz, walk in ((attempt, None), (None, works[number]))
    ]
    Evidence.objects.bulk_create(evidence)
    Vote.objects.bulk_create(factories.VoteFactory.build_batch(count, course=course))
    versions = {"assignment": handed_in, "user": student, "changed_by": teacher, "reason": "Mundtligt."}
    first = GradeChange.objects.filter(assignment=handed_in, user=student).count() + 1
    GradeChange.objects.bulk_create(
        GradeChange(version=first + number, new_points=50, **versions) for number in range(count)
    )


def _accepted(world: World, count: int, teacher: User) -> None:
    """Many answers of the same assignment that are accepted for all."""
    assignment = Assignment.objects.get(uuid=world.answered["uuid"])
    regrades = Regrade.objects.bulk_create(
        factories.RegradeFactory.build(assignment=assignment, made_by=teacher) for _ in range(count)
    )
    Acceptance.objects.bulk_create(
        factories.AcceptanceFactory.build(
            regrade=one, assignment=assignment, signature=one.uuid.hex * 2, in_force_at=timezone.now()
        )
        for one in regrades
    )
