from accounts.registry import personal_data
from quizzes import personal_data as mine
from quizzes.models import Attempt, Response
from tests import factories


def test_the_quizzes_answer_for_what_they_keep():
    assert "quizzes" in {part.name for part in personal_data()}


def test_the_export_tells_what_i_answered_and_what_was_said(student, other_student):
    attempt = factories.AttemptFactory(user=student)
    factories.ResponseFactory(attempt=attempt, chosen=["wrong-1"], points=0, remark="Du tog fejl.")
    factories.AttemptFactory(user=other_student, title="En andens")
    told = mine.export(student)
    answer = told["forsøg"][0]["svar"][0]
    assert answer["dit svar"] == ["Det forkerte"]
    assert answer["bemærkning"] == "Du tog fejl."
    assert "En andens" not in str(told)


def test_erasure_takes_practice_and_keeps_what_was_handed_in(student, other_student):
    practice = factories.AttemptFactory(user=student)
    factories.ResponseFactory(attempt=practice)
    graded = factories.AttemptFactory(user=student, mode="aflevering")
    factories.ResponseFactory(attempt=graded)
    theirs = factories.AttemptFactory(user=other_student)
    mine.erase(student)
    assert set(Attempt.objects.all()) == {graded, theirs}
    assert Response.objects.count() == 1
