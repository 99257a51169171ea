"""The author's form of a case: the story, the people in it, and how it is graded."""

import re
from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.text import slugify

import rules
from authoring.copying import free_slug
from cases import levels, stories
from cases.models import Case
from cases.stories import ROLES
from rules.story import names as names_of

LEVELS_TOLD = (
    "Ét niveau på hver linje, det laveste først, fx »1 Delvist: Disposition med huller«. Det sidste giver alle "
    "point. Tomt: Mangler, Delvist og Fuldt."
)
ROWS = range(1, 6)
CRITERIA = range(1, 7)
TOPIC = re.compile(r"questions-\d+-topic")
DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "ae", "Ø": "oe", "Å": "aa"})


def role_choices() -> list[tuple[str, str]]:
    """The roles that a story can name, as the author writes them there."""
    return [("", "—"), *((role, f"{{@{role}}}") for role in ROLES)]


class CaseForm(forms.ModelForm):
    """The case itself; the parties stand in five rows of role, name and part in the case."""

    class Meta:
        model = Case
        fields = [
            "title",
            "slug",
            "group",
            "reading",
            "source",
            "summary",
            "story",
            "weight_faktum",
            "weight_jus",
            "weight_subsumption",
            "weight_konklusion",
            "weight_argument",
            "argument",
            "minutes",
            "hints_when_graded",
            "status",
        ]
        help_texts = {"group": "Tomt: det samme som emnets."}
        widgets = {
            "story": forms.Textarea(attrs={"rows": 12, "class": "vLargeTextField"}),
            "summary": forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
            "argument": forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
        }

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for name in {"slug", "group"} & set(self.fields):
            self.fields[name].required = False
        for row, (role, name, title) in zip(ROWS, self._stored_parties(), strict=False):
            for field, value in (("role", role), ("name", name), ("title", title)):
                self.initial.setdefault(f"party{row}_{field}", value)
        for row, criterion in zip(CRITERIA, self.instance.rubric, strict=False):
            for field in ("title", "points"):
                self.initial.setdefault(f"criterion{row}_{field}", criterion[field])
            written = levels.as_lines(criterion.get("levels", ()))
            self.initial.setdefault(f"criterion{row}_levels", written)

    def _stored_parties(self) -> list[tuple[str, str, str]]:
        case = self.instance
        titles = {party["role"]: party["title"] for party in case.parties}
        roles = [*titles, *(role for role in case.names if role not in titles)]
        return [(role, case.names.get(role, ""), titles.get(role, "")) for role in roles]

    def clean_slug(self) -> str:
        """The address, made from the title when none is given."""
        given = self.cleaned_data.get("slug")
        if given:
            return given
        wanted = slugify(self.data.get("title", "").translate(DANISH))[:70]
        return free_slug(Case, wanted or "case")

    def _topics(self) -> list[str]:
        """The topics chosen below, as they were sent."""
        chosen = [self.data[name] for name in sorted(self.data) if TOPIC.fullmatch(name)]
        return [key for key in chosen if key in rules.topics()]

    def clean_group(self) -> str:
        """The group of the first topic when none is chosen."""
        topics = self._topics()
        return self.cleaned_data["group"] or (rules.topic(topics[0]).group if topics else "")

    def clean_story(self) -> str:
        """Refuse a story that names what none of the chosen topics knows."""
        story = self.cleaned_data["story"]
        asked = [(f"q{number}", key) for number, key in enumerate(self._topics(), start=1)]
        if asked and (problems := stories.check(story, asked)):
            raise forms.ValidationError(problems)
        return story

    def clean(self):
        """Gather the parties; two rows for one role are refused beside the second."""
        cleaned = super().clean()
        names, parties = {}, []
        for row in ROWS:
            role, name, title = (
                cleaned.get(f"party{row}_{field}", "") for field in ("role", "name", "title")
            )
            if not role:
                if name or title:
                    self.add_error(f"party{row}_role", "Vælg den rolle, som navnet hører til.")
                continue
            if role in names:
                self.add_error(f"party{row}_role", "Rollen står allerede ovenfor.")
            names[role] = name or names_of(0)[role]
            if title:
                parties.append({"role": role, "title": title})
        self.instance.names, self.instance.parties = names, parties
        self.instance.rubric = list(self._criteria(cleaned))
        return cleaned

    def _criteria(self, cleaned: dict[str, Any]) -> Iterator[dict[str, Any]]:
        """The rows of criteria; one that is filled by half is refused beside what is missing."""
        for row in CRITERIA:
            title, points = (cleaned.get(f"criterion{row}_{field}") for field in ("title", "points"))
            if title and points:
                written = self._levels(row, cleaned.get(f"criterion{row}_levels", ""), points)
                yield {"title": title, "points": points} | ({"levels": written} if written else {})
            elif title and f"criterion{row}_points" not in self.errors:
                self.add_error(f"criterion{row}_points", "Skriv, hvor mange point kriteriet giver.")
            elif points:
                self.add_error(f"criterion{row}_title", "Skriv, hvad der gives point for.")
            elif cleaned.get(f"criterion{row}_levels"):
                self.add_error(f"criterion{row}_title", "Skriv det kriterium, som niveauerne hører til.")

    def _levels(self, row: int, typed: str, most: int) -> list[levels.Plain]:
        """The levels as they are typed; what cannot be used is refused beside them."""
        try:
            written = levels.from_lines(typed)
        except levels.Unreadable as error:
            self.add_error(f"criterion{row}_levels", str(error))
            return []
        if written and (fault := levels.fault(written, most)):
            self.add_error(f"criterion{row}_levels", fault)
        return written


def _add(name: str, field: forms.Field) -> None:
    CaseForm.base_fields[name] = CaseForm.declared_fields[name] = field


for _row in ROWS:
    _add(
        f"party{_row}_role",
        forms.ChoiceField(label="rolle i fortællingen", choices=role_choices, required=False),
    )
    _add(f"party{_row}_name", forms.CharField(label="navn", max_length=80, required=False))
    _add(f"party{_row}_title", forms.CharField(label="er i sagen", max_length=60, required=False))
for _row in CRITERIA:
    _add(
        f"criterion{_row}_title", forms.CharField(label="der gives point for", max_length=200, required=False)
    )
    _add(
        f"criterion{_row}_points",
        forms.IntegerField(label="point", min_value=1, max_value=100, required=False),
    )
    _add(
        f"criterion{_row}_levels",
        forms.CharField(
            label="niveauer",
            required=False,
            max_length=1600,
            widget=forms.Textarea(attrs={"rows": 3, "cols": 50}),
            help_text=LEVELS_TOLD if _row == 1 else "",
        ),
    )
