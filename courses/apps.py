"""The courses app."""

from django.apps import AppConfig


class CoursesConfig(AppConfig):
    """Courses, assignments and hand-ins; tells the lower apps what they must know of them."""

    name = "courses"
    verbose_name = "Undervisning"

    def ready(self):
        """Register what accounts, cases and quizzes ask of the courses."""
        from courses import registrations

        registrations.register()
