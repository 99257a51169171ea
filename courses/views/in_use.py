"""An archived course is read and not changed."""

from collections.abc import Callable
from functools import wraps

from django.shortcuts import render

from courses.context import marked_course

LONG = 30


def in_use(view: Callable) -> Callable:
    """Take nothing for an archived course; longer texts are shown, so that they can be copied."""

    @wraps(view)
    def checked(request, *args, **kwargs):
        if request.method == "POST":
            course = marked_course(request.user, kwargs["course"] if "course" in kwargs else kwargs["uuid"])
            if course and course.archived_at:
                typed = [text for name, text in request.POST.items() if name != "csrfmiddlewaretoken"]
                context = {"course": course, "texts": [text for text in typed if len(text) > LONG]}
                return render(request, "courses/not_in_use.html", context, status=409)
        return view(request, *args, **kwargs)

    return checked
