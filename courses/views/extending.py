"""The teacher's page of later deadlines and extra time."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from courses import extending
from courses.extending import ExtensionForm, RemovalForm
from courses.views.setting import assignment_or_404


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def extensions(request, course, uuid):
    """Give chosen students more time, or take it back."""
    assignment = assignment_or_404(request.user, course, uuid)
    sent = request.POST if request.method == "POST" else None
    takes_back = bool(sent and "remove" in sent)
    form = (RemovalForm if takes_back else ExtensionForm)(assignment, sent)
    if form.is_valid():
        if takes_back:
            said = f"Den almindelige frist gælder igen for {_people(extending.remove(form))}."
        else:
            said = f"{_people(extending.extend(form, by=request.user)).capitalize()} har fået mere tid."
        messages.success(request, said)
        return redirect("courses:extensions", course, uuid)
    everyone = request.GET.get("valgt") == "alle"
    chosen = {str(user.pk) for user in form.people} if everyone and sent is None else form.chosen
    context = {
        "assignment": assignment,
        "course": assignment.course,
        "form": form,
        "rows": extending.rows(form, chosen),
    }
    return render(request, "courses/extensions.html", context, status=422 if form.is_bound else 200)


def _people(count: int) -> str:
    return "én studerende" if count == 1 else f"{count} studerende"
