"""`manage.py practice_simulation`: simulated students, and how well practice reads them."""

from pathlib import Path

from django.core.management.base import BaseCommand

from quizzes.knowing import report


class Command(BaseCommand):
    """Write docs/practice.md and its picture anew."""

    help = "Simulates students and writes docs/practice.md with its picture."

    def add_arguments(self, parser):
        parser.add_argument("--runs", type=int, default=6, help="students a mistake")
        parser.add_argument("--students", type=int, default=8, help="students a reading, for the parameters")
        parser.add_argument("--to", type=Path, default=Path("docs"), help="the folder to write to")

    def handle(self, *args, runs, students, to, **options):
        page, drawing = report.report(runs, students)
        (to / "practice.md").write_text(page, encoding="utf-8")
        (to / report.PICTURE).write_text(drawing, encoding="utf-8")
        self.stdout.write(page.split("| Topic")[0])
