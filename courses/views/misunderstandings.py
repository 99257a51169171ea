"""The teacher's report on misunderstandings, the page of each, and the question for the board."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from courses.access import STUDENT
from courses.forms import VoteForm, WhichForm
from courses.misunderstandings import counting, examples, gathering, named, plots, refuting, voting
from courses.roster import by_name
from courses.views.in_use import in_use
from courses.views.teaching import course_or_404
from quizzes.models import Quiz

ANSWER = "svar"


@login_required
@require_safe
def report(request, uuid):
    """Every misunderstanding of the course, the most common first, and how many are not put right."""
    course = course_or_404(request.user, uuid)
    assignments = list(course.assignments.all())
    asked = request.GET.get("aflevering", "")
    assignment = next((one for one in assignments if str(one.uuid) == asked), None)
    every = counting.of_course(course, assignment)
    topics = dict(sorted({one.named.topic: one.named.topic_title for one in every}.items()))
    which = WhichForm(list(topics.items()), [(str(one.uuid), one.title) for one in assignments], request.GET)
    found = [one for one in every if which.topic in ("", one.named.topic)]
    weeks = counting.weeks([held for one in found for held in one.held])
    longest = max((one.met for one in found), default=0)
    context = {
        "course": course,
        "which": which,
        "is_narrowed": bool(which.topic or assignment),
        "rows": [(one, plots.bar(one.made, one.met, longest)) for one in found],
        "weeks": weeks,
        "trend": plots.weeks(weeks, "Misforståelser, der ikke er rettet"),
        "quizzes": Quiz.objects.filter(attempts__submission__assignment__course=course).distinct(),
    }
    return render(request, "courses/misunderstandings.html", context)


@login_required
@require_safe
def one(request, uuid, topic, mistake):
    """One misunderstanding: who, where and when, two answers, and the question that refutes it."""
    course = course_or_404(request.user, uuid)
    found = _named_or_404(course, topic, mistake)
    counted = counting.of_mistake(course, found)
    students = course.memberships.filter(role=STUDENT).select_related("user")
    names = {row.user_id: row.user for row in students}
    held = sorted(counted.held, key=lambda row: (by_name(str(names[row.user])), row.user))
    weeks, number = counting.weeks(counted.held), _number(request)
    asked = refuting.of(course, found, number)
    context = {
        "course": course,
        "counted": counted,
        "named": found,
        "who": [(names[row.user], row) for row in held],
        "places": _places(course, found),
        "weeks": weeks,
        "trend": plots.weeks(weeks, "Studerende, der ikke har rettet misforståelsen"),
        "examples": examples.of_mistake(course, found),
        "asked": asked,
        "number": number,
        "next": number % refuting.MOST + 1,
    }
    return render(request, "courses/misunderstanding.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_use
def board(request, uuid, topic, mistake):
    """The question alone, large; what is right is on the page from the step `svar` on, and the hands are counted."""
    course = course_or_404(request.user, uuid)
    found, number = _named_or_404(course, topic, mistake), _number(request)
    asked = refuting.of(course, found, number)
    if asked is None:
        raise Http404
    vote = voting.find(course, found, asked.seed)
    letters = [option.letter for option in asked.options]
    sent = request.POST if request.method == "POST" else None
    form = VoteForm(letters, sent, initial=VoteForm.initial_of(letters, vote))
    is_answered = request.GET.get("trin") == ANSWER
    here = reverse("courses:board", args=[uuid, topic, mistake])
    if form.is_valid():
        voting.save(course, found, asked, form.counts("foer"), form.counts("efter"), request.user)
        messages.success(request, "Håndsoprækningen er gemt.")
        return redirect(f"{here}?variant={number}{'&trin=svar' if is_answered else ''}")
    context = {
        "course": course,
        "named": found,
        "asked": asked,
        "number": number,
        "is_answered": is_answered,
        "form": form,
        "vote": vote,
        "lines": voting.lines(vote) if vote else [],
    }
    return render(request, "courses/board.html", context, status=422 if form.is_bound else 200)


def _named_or_404(course, topic: str, mistake: str) -> named.Named:
    found = named.find(topic, mistake, course.reading)
    if found is None:
        raise Http404
    return found


def _number(request) -> int:
    """Which variant is asked for; the first where the address says nothing that can be read."""
    asked = request.GET.get("variant", "")
    return int(asked) if asked.isdecimal() and len(asked) < 4 and 1 <= int(asked) <= refuting.MOST else 1


def _places(course, found):
    """Each assignment with its numbers and its bar; what was practised comes last."""
    places = gathering.places(course, found.topic, found.key, found.component)
    longest = max((place.met for place in places), default=0)
    return [(place, plots.bar(place.made, place.met, longest)) for place in places]
