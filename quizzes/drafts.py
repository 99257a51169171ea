"""What was chosen when the session was lost: kept until the person has signed in and is back."""

from functools import wraps

KEY = "quizzes_kladde"
MOST = 60
LONGEST = 6000
NOTICE = "Du var blevet logget ud. Dit valg er sat igen, men ikke gemt endnu: gem det nu."


def kept(view):
    """Keep what an anonymous visitor sends to this view; stands above `login_required`."""

    @wraps(view)
    def keeping(request, *args, **kwargs):
        if request.method == "POST" and not request.user.is_authenticated:
            chosen = [key for key in request.POST.getlist("chosen")[:MOST] if len(key) <= LONGEST]
            request.session[KEY] = {"path": request.path, "chosen": chosen}
        return view(request, *args, **kwargs)

    return keeping


def taken(request) -> list[str]:
    """The choice that was lost on this very page, once; nothing for anybody else."""
    draft = request.session.get(KEY)
    if not draft or draft["path"] != request.path:
        return []
    del request.session[KEY]
    return draft["chosen"]
