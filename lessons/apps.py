from django.apps import AppConfig


class LessonsConfig(AppConfig):
    name = "lessons"
    verbose_name = "Lærebog"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Tell the apps below what there is to load, to show and to hand over."""
        from lessons import registrations

        registrations.register()
