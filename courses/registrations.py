"""What the courses tell the apps below, once, when the site starts."""

import accounts.registry
import authoring.registry
import cases.registry
import quizzes.registry
from courses import (
    accepted,
    calendar_feed,
    content_changes,
    context,
    countable,
    enrolment,
    personal_data,
    postbox,
    receipts,
)


def register() -> None:
    """Register what accounts, lessons, cases and quizzes ask of the courses."""
    accounts.registry.register_join(check=enrolment.check, join=enrolment.join)
    accounts.registry.register_invitations(is_invited=enrolment.is_invited, redeem=enrolment.redeem)
    accounts.registry.register_personal_data(
        "courses", export=personal_data.export, erase=personal_data.erase
    )
    accounts.registry.register_panel(
        "Mine hold", template="courses/panel.html", context=enrolment.panel, order=20
    )
    accounts.registry.register_panel(
        "Beskeder på mail", template="courses/mail_panel.html", context=postbox.panel, order=60
    )
    accounts.registry.register_panel(
        "Frister i din kalender",
        template="courses/calendar_panel.html",
        context=calendar_feed.panel,
        order=70,
    )
    accounts.registry.register_known("unread_count", postbox.unread_count())
    authoring.registry.register_audience(context.teachers_of)
    authoring.registry.register_change(content_changes.note)
    authoring.registry.register_reading(context.reading_of)
    cases.registry.register_context(context.of_walkthrough)
    cases.registry.register_assignment(receipts.of_work)
    cases.registry.register_accepted(accepted.of)
    quizzes.registry.register_context(context.of_attempt)
    quizzes.registry.register_countable(countable.by)
