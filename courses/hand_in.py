"""One student's hand-in as the teacher reads it: the facts, the answers, the marks and what they rest on."""

import cases.results
import quizzes.pages
from courses import results, standing
from courses.models import Submission


def page(submission: Submission) -> dict:
    """What the teacher's page of a hand-in shows; of work that is not handed in, only how far it is."""
    assignment = submission.assignment
    state = standing.of(assignment, submission)
    work = submission.work
    context = {
        "assignment": assignment,
        "course": assignment.course,
        "submission": submission,
        "state": state,
        "reading": results.reading_title(work.reading),
        "progress": work.progress(),
    }
    if not submission.submitted_at:
        return context
    context["result"] = results.of(submission)
    if submission.walkthrough:
        return cases.results.of(submission.walkthrough, to_teacher=True) | context
    return context | {"reviewed": quizzes.pages.review(work)}
