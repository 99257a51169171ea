from django.apps import AppConfig


class QuizzesConfig(AppConfig):
    name = "quizzes"
    verbose_name = "Quizzer"
    default_auto_field = "django.db.models.BigAutoField"
