"""The teacher's page of later deadlines and extra time."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from courses import extending, undoing
from courses.extending import ExtensionForm, RemovalForm
from courses.views.in_use import in_use
from courses.views.setting import assignment_or_404


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_use
def extensions(request, course, uuid):
    """Give chosen students more time, or take it back."""
    assignment = assignment_or_404(request.user, course, uuid)
    sent = request.POST if request.method == "POST" else None
    if sent and "undo" in sent:
        return _undo(request, assignment)
    if sent and "valgt" in sent:
        # Somebody is ticked, and nothing is saved yet: what is typed stays as it is.
        typed = ExtensionForm(assignment, initial=sent.dict())
        return _show(request, assignment, typed, {*sent.getlist("students")}, sent["valgt"])
    takes_back = bool(sent and "remove" in sent)
    form = (RemovalForm if takes_back else ExtensionForm)(assignment, sent)
    if form.is_valid():
        before = undoing.snapshot(assignment, form.cleaned_data["students"])
        if takes_back:
            said = (
                f"Den almindelige frist gælder igen for {_people(extending.remove(form, by=request.user))}."
            )
        else:
            said = f"{_people(extending.extend(form, by=request.user)).capitalize()} har fået mere tid."
        undoing.keep(request.session, assignment, before)
        messages.success(request, said)
        return redirect("courses:extensions", course, uuid)
    return _show(request, assignment, form, form.chosen, request.GET.get("valgt", "") if not sent else "")


def _show(request, assignment, form: ExtensionForm, chosen: set[str], asked: str):
    listed = extending.many(form)
    chosen = chosen | extending.ticked(listed, asked)
    context = {
        "many": listed,
        "assignment": assignment,
        "course": assignment.course,
        "form": form,
        "rows": extending.rows(form, chosen),
        "can_undo": undoing.can_undo(request.session, assignment),
    }
    return render(request, "courses/extensions.html", context, status=422 if form.is_bound else 200)


def _undo(request, assignment):
    """Take the last change back."""
    undone, changed = undoing.undo(request.session, assignment, by=request.user)
    said = f"Ændringen er taget tilbage for {_people(undone)}." if undone else "Der er intet at fortryde."
    if changed:
        said += f" {_people(changed).capitalize()} er ændret siden og er ladt i fred."
    messages.success(request, said)
    return redirect("courses:extensions", assignment.course.uuid, assignment.uuid)


def _people(count: int) -> str:
    return "én studerende" if count == 1 else f"{count} studerende"
