"""The person's messages, and what comes by mail."""

from django.contrib import messages as notices
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Max
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from courses import postbox
from courses.forms.messages import MailForm, SeenForm
from courses.models import Message

A_PAGE = 50


@login_required
@require_safe
def messages(request):
    """The unread first, then the newest."""
    mine = Message.objects.for_person(request.user)
    page = Paginator(mine.for_list(), A_PAGE).get_page(request.GET.get("side"))
    newest = mine.aggregate(newest=Max("pk"))["newest"]
    return render(request, "courses/messages.html", {"page": page, "newest": newest})


@login_required
@require_POST
def read_message(request, uuid):
    """Mark one message as read; `open` leads on to what it is about."""
    message = get_object_or_404(Message.objects.for_person(request.user), uuid=uuid)
    postbox.read(Message.objects.filter(pk=message.pk))
    return redirect(message if "open" in request.POST else "courses:messages")


@login_required
@require_POST
def read_all(request):
    """Mark what stood on the list as read."""
    form = SeenForm(request.POST)
    if form.is_valid():
        mine = Message.objects.for_person(request.user)
        postbox.read(mine.filter(pk__lte=form.cleaned_data["newest"]))
    return redirect("courses:messages")


@login_required
@require_POST
def choose_mails(request):
    """Keep what the person wants by mail."""
    form = MailForm(request.POST)
    if form.is_valid():
        postbox.choose(request.user, form.cleaned_data["kinds"])
        notices.success(request, "Dit valg af mails er gemt.")
    else:
        notices.error(request, "Valget er ikke gemt, for en af de valgte slags findes ikke. Vælg igen.")
    return redirect("accounts:my_page")
