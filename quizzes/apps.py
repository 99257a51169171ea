from django.apps import AppConfig


class QuizzesConfig(AppConfig):
    """Quizzes: choice questions with a reason for every answer, written or made by the rules."""

    name = "quizzes"
    verbose_name = "Quizzer"

    def ready(self):
        """Tell the lower apps what they must know of the quizzes."""
        from quizzes import registrations

        registrations.register()
