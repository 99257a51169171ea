"""How much is sent: compressed bytes of the book's sections and of the swaps of a case, with all real content.

A kB is a thousand bytes. The random padding that answers get (see `config.settings`) is left out.
"""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from cases.models import Case
from cases.start import start
from lessons.models import Section
from tests.cases.playing import Player, right

FIRST_VISIT, NEXT_PAGE, SWAP = 120_000, 20_000, 30_000
FETCHED = re.compile(r'<(?:link rel="(?:stylesheet|icon)" href|script src)="/static/([^"]+)"')


# A copy of the content takes the place of everything, and so comes before the people.
pytestmark = [pytest.mark.usefixtures("real_content"), pytest.mark.one_database]


def size(content: bytes) -> int:
    return len(gzip.compress(content, 6))


def test_every_section_of_the_book_is_a_small_page(as_student):
    sizes = {}
    for section in Section.objects.published().select_related("chapter"):
        address = section.get_absolute_url()
        sizes[address] = size(as_student.get(address).content)
    assert len(sizes) > 40
    assert {address: found for address, found in sizes.items() if found > NEXT_PAGE} == {}


def test_a_first_visit_with_everything_but_the_letters_is_small(as_student):
    longest = max(Section.objects.published().select_related("chapter"), key=lambda one: len(str(one.parts)))
    page = as_student.get(longest.get_absolute_url()).content
    fetched = set(FETCHED.findall(page.decode()))
    assert {"css/ground.css", "js/subsumo.js", "vendor/htmx/htmx.min.js"} <= fetched
    assert size(page) + sum(size(Path(finders.find(name)).read_bytes()) for name in fetched) <= FIRST_VISIT


@pytest.mark.parametrize("slug", ["foraeldrekoeb-banken-siger-intet", "kaede-bil-paa-kredit"])
@pytest.mark.parametrize("mode", ["oeve", "aflevering"])
def test_every_swap_of_a_case_is_small(as_student, student, slug, mode):
    player = Player(as_student, start(student, Case.objects.get(slug=slug), mode=mode))
    sizes = []
    while waiting := next((one for one in player.built.askings if not one.is_answered), None):
        values = {place.key: right(player.walkthrough, place) for place in waiting.places}
        if waiting.is_single:
            player.answer_at(waiting, next(iter(values.values())))
        else:
            player.conclude_at(waiting, values)
        sizes.append(size(player.response.content))
    assert len(sizes) > 4
    assert max(sizes) < SWAP
