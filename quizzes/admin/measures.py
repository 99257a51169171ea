"""What a teacher sees of a quiz beside its form: the check list, and the statistics of its questions."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from quizzes import checklist
from quizzes.statistics import page, plot, report


class MeasuresQuizzes:
    """Pages of the admin that measure one quiz."""

    change_form_template = "quizzes/admin/change_form.html"

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            path(
                "<int:pk>/statistik/",
                wrap(require_safe(self.statistics_view)),
                name="quizzes_quiz_statistics",
            ),
            path(
                "<int:pk>/statistik.csv",
                wrap(require_safe(self.statistics_csv_view)),
                name="quizzes_quiz_statistics_csv",
            ),
            *super().get_urls(),
        ]

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        """The form, and under it what is worth a look in the quiz as it is saved."""
        if obj and request.method != "POST":
            context["checked"] = checklist.of_quiz(obj)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def statistics_view(self, request, pk):
        """The figures of the attempts that this person may count."""
        quiz = self._readable(request, pk)
        found = page.Statistics(quiz, request.user)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": quiz,
            "title": f"Statistik: {quiz}",
            "statistics": found,
            "heads": page.HEADS,
            "fewest": report.FEWEST,
            "plot": plot.plot(found.rows) if found.is_enough else "",
        }
        return render(request, "quizzes/admin/statistics.html", context)

    def statistics_csv_view(self, request, pk):
        """The same rows for a spreadsheet."""
        quiz = self._readable(request, pk)
        sent = {
            "Content-Disposition": content_disposition_header(
                as_attachment=True, filename=f"statistik-{quiz.slug}.csv"
            )
        }
        found = page.Statistics(quiz, request.user)
        return HttpResponse(found.as_csv(), content_type="text/csv; charset=utf-8", headers=sent)
