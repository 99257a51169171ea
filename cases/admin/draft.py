"""The case as it stands in its author's forms, saved or not."""

import textwrap

from cases.admin.forms import CaseForm
from cases.admin.formset import QuestionFormSet
from cases.drafting import Draft
from cases.models import READINGS

PARTS = ("faktum", "jus", "subsumption", "konklusion", "argument")


def draft_of(form: CaseForm, questions: QuestionFormSet, story: str | None = None) -> Draft:
    """The draft; `story` where one has just been suggested."""
    form.is_valid()
    case, data = form.instance, form.data if form.is_bound else {}
    reading = data.get("reading", case.reading)
    said = getattr(form, "cleaned_data", {})
    weights = {part: said.get(f"weight_{part}", getattr(case, f"weight_{part}")) for part in PARTS}
    return Draft(
        data.get("story", case.story) if story is None else story,
        case.names,
        reading if reading in READINGS else "pensum",
        questions.drafts(),
        weights={part: weight or 0 for part, weight in weights.items()},
        argument=data.get("argument", case.argument),
        reverse=questions.tasks(),
    )


def suggested_story(questions: QuestionFormSet) -> str:
    """A story that tells the facts of the topics just chosen, for the author to change."""
    told = [textwrap.dedent(form.law.stories[0]) for form in questions.kept() if form.law.stories]
    paragraphs = [" ".join(part.split()) for story in told for part in story.split("\n\n")]
    return "\n\n".join(paragraphs)
