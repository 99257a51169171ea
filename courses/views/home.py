"""The front page."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.access import is_teacher
from courses import home as front


@require_safe
def home(request):
    """What the person was doing and what is due; who is not signed in reads what this is."""
    user = request.user
    if not user.is_authenticated:
        return render(request, "courses/welcome.html")
    context = {
        "doors": front.doors(user),
        "due": front.due(user),
        "taught": front.taught(user),
        "is_teacher": is_teacher(user),
    }
    return render(request, "courses/home.html", context)
