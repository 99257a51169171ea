"""The teacher's pages of the categories of a course: what they weigh, and what belongs to them."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from courses import categorizing
from courses.categorizing import Refused
from courses.forms import CategoryForm
from courses.views.in_use import in_use
from courses.views.teaching import course_or_404


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_use
def categories(request, uuid):
    """What the sum is made of; another category is made."""
    course = course_or_404(request.user, uuid)
    form = CategoryForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and (made := _saved(form, course, by=request.user)):
        messages.success(request, f"Kategorien {made} er gemt.")
        return redirect("courses:categories", uuid)
    context = {"course": course, "form": form, "listed": categorizing.listed(course)}
    return render(request, "courses/categories.html", context, status=422 if form.is_bound else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_use
def edit_category(request, uuid, category):
    """Change the name, the weight, or how many of the lowest are left out."""
    course = course_or_404(request.user, uuid)
    found = get_object_or_404(course.categories, pk=category)
    name = found.name
    form = CategoryForm(request.POST if request.method == "POST" else None, instance=found)
    if form.is_valid() and (saved := _saved(form, course, by=request.user)):
        messages.success(request, f"Kategorien {saved} er gemt.")
        return redirect("courses:categories", uuid)
    own = [one.title for one in found.assignments.all()]
    context = {"course": course, "category": found, "name": name, "form": form, "titles": own}
    return render(request, "courses/category.html", context, status=422 if form.is_bound else 200)


@login_required
@require_POST
@in_use
def delete_category(request, uuid, category):
    """Take the category away; its assignments stay."""
    course = course_or_404(request.user, uuid)
    found = get_object_or_404(course.categories, pk=category)
    categorizing.delete(found, by=request.user)
    messages.success(
        request, f"Kategorien {found} er slettet. Dens afleveringer er der stadig, uden kategori."
    )
    return redirect("courses:categories", uuid)


def _saved(form: CategoryForm, course, *, by):
    try:
        return categorizing.save(form, course, by=by)
    except Refused as refusal:
        form.add_error(refusal.field, str(refusal))
    return None
