import re
from html import unescape

import pytest

from tests import factories


def top_bar(client, address="/min-side/"):
    page = unescape(client.get(address).content.decode())
    return page[page.index('<header class="top">') : page.index("</header>")]


def test_it_leads_to_what_there_is_to_learn(as_student):
    bar = top_bar(as_student)
    for name, url in (
        ("Lær", "/laer/"),
        ("Cases", "/cases/"),
        ("Quiz", "/quiz/"),
        ("Regler", "/regler/"),
        ("Lov", "/lov/"),
    ):
        assert f'<a href="{url}">{name}</a>' in bar


def test_it_marks_where_one_is(as_student):
    assert '<a href="/laer/" aria-current="page">Lær</a>' in top_bar(as_student, "/laer/")


def test_it_names_the_course_and_the_person(as_student, student, course):
    assert f"{course} · {student.name}" in re.sub(r"<[^>]+>", "", top_bar(as_student))


def test_it_counts_the_messages_that_are_not_read(as_student, student):
    assert "who-count" not in top_bar(as_student)
    factories.MessageFactory.create_batch(2, user=student)
    assert "Beskeder 2 ulæste" in re.sub(r"<[^>]+>", "", top_bar(as_student))


@pytest.mark.parametrize(
    ("who", "teaching", "administration"),
    [
        ("as_student", False, False),
        ("as_outsider", False, False),
        ("as_teacher", True, True),
        ("as_editor", False, True),
        ("as_superuser", True, True),
    ],
)
def test_its_doors_are_those_that_are_open(request, who, teaching, administration):
    bar = top_bar(request.getfixturevalue(who))
    assert ("Undervisning" in bar) == teaching
    assert ("Administration" in bar) == administration


def test_a_stranger_is_shown_the_way_in(anonymous):
    bar = top_bar(anonymous, "/konto/opret/")
    assert "/konto/log-ind/" in bar
    assert "/laer/" not in bar
