"""The lines of an assignment's form: which case, quiz or section, in which order and with which weight."""

from typing import Any

from django import forms
from django.db.models import Q

from cases.models import Case
from courses.forms.shape import PageForm, whole
from courses.models import Assignment, Item
from lessons.models import Section
from quizzes.models import Quiz

MOST_ITEMS = 20
MORE = "mere"
GROUPS: tuple[tuple[str, Any, str], ...] = (
    ("case", Case, "Cases"),
    ("quiz", Quiz, "Quizzer"),
    ("section", Section, "Afsnit at læse"),
)


class ItemForm(PageForm):
    """One line. A line without a choice is left out."""

    content = forms.ChoiceField(
        label="Case eller quiz (eller et afsnit)",
        required=False,
        error_messages={"invalid_choice": "Vælg en case, en quiz eller et afsnit fra listen."},
    )
    weight = forms.IntegerField(label="Vægt", initial=1)
    order = forms.IntegerField(label="Nr.")

    def __init__(self, *args, choices, is_alone, **kwargs):
        super().__init__(*args, **kwargs)
        content: Any = self.fields["content"]
        content.choices = choices
        whole(self.fields["weight"], 0, 100, "i vægt")
        whole(self.fields["order"], 1, 99, "som nummer")
        if is_alone:
            # The only item weighs everything and stands first.
            for name in ("weight", "order"):
                self.fields[name].widget = forms.HiddenInput()
                self.fields[name].required = False

    @property
    def item(self) -> dict[str, Any]:
        """What the line says, by the field of the item that it goes to."""
        kind, pk = self.cleaned_data["content"].split(":")
        said = {f"{kind}_id": int(pk)}
        return said | {name: self.cleaned_data.get(name) or 0 for name in ("weight", "order")}


class _Lines(forms.BaseFormSet):
    """The lines together."""

    def add_fields(self, form, index):
        """The box that takes a line away says so in Danish."""
        super().add_fields(form, index)
        form.fields["DELETE"].label = "Fjern denne del"

    @property
    def may_grow(self) -> bool:
        """Whether there is room for another line."""
        return self.total_form_count() < MOST_ITEMS

    def clean(self):
        """At least one thing, nothing twice, and something that counts."""
        if any(self.errors):
            return
        lines = [line.item for line in self.filled]
        if not lines:
            raise forms.ValidationError("Vælg den case eller quiz, der skal afleveres.")
        contents = [line.cleaned_data["content"] for line in self.filled]
        if len(set(contents)) < len(contents):
            raise forms.ValidationError("Den samme case, quiz eller det samme afsnit står der to gange.")
        if len(lines) > 1 and not any(line["weight"] for line in lines):
            raise forms.ValidationError("Mindst én del skal have en vægt over 0.")

    @property
    def filled(self) -> list[Any]:
        """The lines that say something and stay."""
        kept: list[Any] = [line for line in self.forms if line not in self.deleted_forms]
        return [line for line in kept if line.cleaned_data.get("content")]

    def non_field_messages(self) -> list[str]:
        """What is wrong with the lines as a whole."""
        return [str(error) for error in self.non_form_errors()]


Lines = forms.formset_factory(
    ItemForm, formset=_Lines, extra=0, can_delete=True, max_num=MOST_ITEMS, validate_max=True
)


def lines(assignment: Assignment, teacher, sent=None):
    """The lines as they are set or as they were sent, with an empty one more where that was asked for."""
    initial = [
        {"content": f"{item.kind}:{item.content.pk}", "weight": item.weight, "order": number}
        for number, item in enumerate(assignment.item_list if assignment.pk else [], start=1)
    ] or [{"weight": 1, "order": 1}]
    sent = _with_one_more(sent) if sent is not None and MORE in sent else sent
    count = _count(sent, len(initial))
    return Lines(
        sent,
        initial=initial,
        prefix="dele",
        form_kwargs={"choices": _choices(assignment, teacher), "is_alone": count == 1},
    )


def save(assignment: Assignment, made) -> None:
    """The lines as items, in their order; those that were there before go."""
    chosen = sorted((line.item for line in made.filled), key=lambda line: line["order"])
    assignment.items.all().delete()
    alone = {"weight": 1} if len(chosen) == 1 else {}
    Item.objects.bulk_create(
        Item(**line | alone | {"assignment": assignment, "order": order})
        for order, line in enumerate(chosen, start=1)
    )
    vars(assignment).pop("item_list", None)


def _count(sent, otherwise: int) -> int:
    said = sent.get("dele-TOTAL_FORMS", "") if sent is not None else ""
    return int(said) if said.isdecimal() and len(said) < 4 else otherwise


def _with_one_more(sent):
    count = _count(sent, 1)
    more = sent.copy()
    if count < MOST_ITEMS:
        more["dele-TOTAL_FORMS"] = str(count + 1)
        more[f"dele-{count}-weight"] = "1"
        more[f"dele-{count}-order"] = str(count + 1)
    return more


def _choices(assignment: Assignment, teacher) -> list[tuple]:
    groups: list[tuple] = [("", "Vælg …")]
    items = assignment.item_list if assignment.pk else []
    for kind, model, label in GROUPS:
        current = [getattr(item, f"{kind}_id") for item in items]
        allowed = Q(pk__in=model.objects.visible_to(teacher).values("pk")) | Q(pk__in=current)
        order = ["chapter__order", "order"] if model is Section else ["title"]
        found = model.objects.filter(allowed).order_by(*order).values_list("pk", "title")
        if options := [(f"{kind}:{pk}", title) for pk, title in found]:
            groups.append((label, options))
    return groups
