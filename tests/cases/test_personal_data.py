"""What the cases keep about a person, given out and let go."""

import pytest

from accounts.registry import personal_data
from cases.models import Walkthrough
from tests.cases.playing import Player
from tests.factories import WalkthroughFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept():
    return next(one for one in personal_data() if one.name == "cases")


def test_a_person_gets_every_answer_as_it_was_typed(kept, as_student, student):
    Player(as_student, WalkthroughFactory(user=student)).answer("jus", "FIL §48")
    (walk,) = kept.export(student)["gennemgange"]
    assert walk["svar"][0]["svar"] == "FIL §48"
    assert "31. januar 2026" in walk["fortaelling"]


def test_the_answers_of_others_are_not_given_out(kept, student, other_student):
    WalkthroughFactory(user=other_student)
    assert kept.export(student) == {"gennemgange": [], "byggede_sager": []}


def test_erasure_takes_practice_and_keeps_what_was_handed_in(kept, student):
    WalkthroughFactory(user=student)
    handed_in = WalkthroughFactory(user=student, mode="aflevering").submit()
    kept.erase(student)
    assert list(Walkthrough.objects.all()) == [handed_in]
