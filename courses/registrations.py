"""What the courses tell the apps below, once, when the site starts."""

import accounts.registry
import authoring.registry
import cases.registry
import quizzes.registry
from courses import context, countable, enrolment, personal_data


def register() -> None:
    """Register join codes, personal data, what a student reads and by which reading, and the way to an assignment."""
    accounts.registry.register_join(check=enrolment.check, join=enrolment.join)
    accounts.registry.register_personal_data(
        "courses", export=personal_data.export, erase=personal_data.erase
    )
    accounts.registry.register_panel(
        "Mine hold", template="courses/panel.html", context=enrolment.panel, order=20
    )
    authoring.registry.register_audience(context.teachers_of)
    authoring.registry.register_reading(context.reading_of)
    cases.registry.register_context(context.of_walkthrough)
    quizzes.registry.register_context(context.of_attempt)
    quizzes.registry.register_countable(countable.by)
