"""The list of the question bank: filters, how often a question is used, and how it went."""

import json

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import Count, Q, TextField
from django.db.models.functions import Cast

import rules
from quizzes.models import Question
from quizzes.statistics import known
from quizzes.statistics.shown import number, percent

UNUSED, ONCE, OFTEN = "ingen", "en", "flere"
EASY, HARD, WEAK = 0.8, 0.4, 0.2


class BankList(ChangeList):
    """The list with what is known of each question, read once a page."""

    def get_results(self, request):
        super().get_results(request)
        found = known.of(request.user)
        for question in self.result_list:
            question.known = found.get(str(question.uid))


class Columns:
    """Columns of the bank that rest on what the list has read already."""

    @admin.display(description="emner og mærker")
    def about(self, question):
        """The topics that it is made from or about, and its tags."""
        known = rules.topics()
        keys = dict.fromkeys([question.topic, *question.topics])
        return ", ".join([*(known[key].title for key in keys if key in known), *question.tags]) or "–"

    @admin.display(description="quizzer", ordering="used")
    def usage(self, question):
        """In how many quizzes the question stands."""
        return question.used

    @admin.display(description="løsningsgrad")
    def facility(self, question):
        """The mean share of its points, where somebody's statistics have been opened."""
        return percent(question.known.facility) if question.known else "–"

    @admin.display(description="diskrimination")
    def discrimination(self, question):
        """How it goes with the rest."""
        return number(question.known.discrimination) if question.known else "–"


def with_usage(questions):
    """The questions with the number of quizzes that ask them."""
    return questions.annotate(used=Count("items", distinct=True))


def naming(field: str, word: str) -> Q:
    """A condition: the list in this field names the word, however the database writes its letters."""
    written = {json.dumps(word), json.dumps(word, ensure_ascii=False)}
    return Q(*(((f"{field}__contains", one)) for one in written), _connector=Q.OR)


class TopicFilter(admin.SimpleListFilter):
    """The topic that makes the question, or that it is about."""

    title = "emne"
    parameter_name = "regel"

    def lookups(self, request, model_admin):
        return [(topic.key, topic.title) for topic in rules.topics().values()]

    def queryset(self, request, queryset):
        if not self.value():
            return queryset
        about = queryset.annotate(about=Cast("topics", TextField()))
        return about.filter(Q(topic=self.value()) | naming("about", self.value()))


class TagFilter(admin.SimpleListFilter):
    """A tag that some question bears."""

    title = "mærke"
    parameter_name = "maerke"

    def lookups(self, request, model_admin):
        lists = Question.objects.readable_by(request.user).exclude(tags=[]).order_by()
        tags = {tag for found in lists.values_list("tags", flat=True).distinct() for tag in found}
        return [(tag, tag) for tag in sorted(tags, key=str.casefold)]

    def queryset(self, request, queryset):
        if not self.value():
            return queryset
        return queryset.annotate(tagged=Cast("tags", TextField())).filter(naming("tagged", self.value()))


class SectionFilter(admin.SimpleListFilter):
    """The section of the book to which the question leads."""

    title = "afsnit"
    parameter_name = "afsnit"

    def lookups(self, request, model_admin):
        found = Question.objects.readable_by(request.user).exclude(section="").order_by("section")
        addresses = found.values_list("section", flat=True).distinct()
        return [(one, one.removeprefix("/laer/").strip("/")) for one in addresses]

    def queryset(self, request, queryset):
        return queryset.filter(section=self.value()) if self.value() else queryset


class UsageFilter(admin.SimpleListFilter):
    """In how many quizzes the question stands."""

    title = "brug"
    parameter_name = "brug"

    def lookups(self, request, model_admin):
        return [(UNUSED, "Ikke i nogen quiz"), (ONCE, "I én quiz"), (OFTEN, "I flere quizzer")]

    def queryset(self, request, queryset):
        wanted = {UNUSED: Q(used=0), ONCE: Q(used=1), OFTEN: Q(used__gt=1)}.get(self.value() or "")
        return queryset.filter(wanted) if wanted else queryset


class OutcomeFilter(admin.SimpleListFilter):
    """How the question went, as far as the reader has opened the statistics of a quiz with it."""

    title = "svarene"
    parameter_name = "svarene"
    CHOICES = {
        "let": ("De fleste svarer rigtigt (over 80 %)", lambda one: (one.facility or 0) > EASY),
        "svaert": (
            "De fleste svarer forkert (under 40 %)",
            lambda one: one.facility is not None and one.facility < HARD,
        ),
        "skiller-ikke": (
            "Skiller dårligt (diskrimination under 0,20)",
            lambda one: one.discrimination is not None and one.discrimination < WEAK,
        ),
        "kendt": ("Tallene kendes", lambda one: True),
    }

    def lookups(self, request, model_admin):
        return [(key, label) for key, (label, _) in self.CHOICES.items()]

    def queryset(self, request, queryset):
        if self.value() not in self.CHOICES:
            return queryset
        _, holds = self.CHOICES[self.value()]
        found = [uid for uid, one in known.of(request.user).items() if len(uid) == 36 and holds(one)]
        return queryset.filter(uid__in=found)


FILTERS = ["kind", "difficulty", TopicFilter, TagFilter, SectionFilter, UsageFilter, OutcomeFilter]
