from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Cases: the legal method step by step, on facts that never run out."""

    name = "cases"
    verbose_name = "Cases"

    def ready(self):
        """Tell the lower apps what they must know of the cases."""
        from cases import registrations

        registrations.register()
