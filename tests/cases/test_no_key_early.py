"""Nothing that decides a grade reaches the browser before the answer is in."""

import pytest

from cases import content, fading
from cases.models import Case
from cases.start import start
from tests.cases.filed import filed
from tests.cases.playing import Player, right
from tests.cases.secrecy import filled_in, hidden, told_to

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
FILES = sorted(path.name for path in content.ROOT.glob("*.yaml"))


def case_of(file):
    """The case of a content file, as a row."""
    found = filed()[file]
    case = Case(uid=found.data.uid, slug=found.data.slug, title=found.data.title, status="published")
    content.store(found.data, case, file)
    return case


def wrong(place, walkthrough):
    """An answer that is not the right one."""
    good = right(walkthrough, place)
    if place.item.kind == "bool":
        return not good
    if place.item.kind == "facts":
        return [name for name in place.item.choices if name not in good] or good[:1]
    if place.item.kind in ("choice", "outcome"):
        return next(key for key in place.item.choices if key != good)
    return {"citation": "AFTL § 3", "date": "03-03-2031", "list": "1; 2"}.get(place.item.kind, "17")


# Every case is practised with wrong answers and handed in; the other two ways are the same pages of fewer cases.
WAYS = [
    *((file, "oeve", "wrong", "pensum") for file in FILES),
    *((file, "aflevering", "wrong", "gaeldende_ret") for file in FILES),
    *((file, "oeve", "right", "gaeldende_ret") for file in FILES[::4]),
    *((file, "aflevering", "wrong", "pensum") for file in FILES[2::4]),
]


@pytest.mark.parametrize(("file", "mode", "answers", "reading"), WAYS)
def test_an_open_page_tells_no_key_remark_or_figure(as_student, student, file, mode, answers, reading):
    case = case_of(file)
    play = Player(as_student, start(student, case, mode=mode, reading=reading))
    answered = set()
    for address in ("/cases/", f"/cases/{case.slug}/", play.address):
        page = as_student.get(address).content.decode()
        assert not hidden(page, play.walkthrough, answered)
    for _ in range(40):
        waiting = next((one for one in play.built.askings if not one.is_answered), None)
        if waiting is None:
            break
        values = {
            place.key: right(play.walkthrough, place)
            if answers == "right"
            else wrong(place, play.walkthrough)
            for place in waiting.places
        }
        if waiting.is_single:
            page = play.answer_at(waiting, next(iter(values.values())))
        else:
            page = play.conclude_at(waiting, values)
        assert play.response.status_code == 200
        if mode == "oeve" or answers == "right":
            answered |= set(values)
        assert not hidden(page, play.walkthrough, answered)
    assert play.built.is_done
    if mode == "aflevering":
        as_student.post(f"{play.address}aflever/")
        page = as_student.get(f"{play.address}resultat/").content.decode()
        assert not hidden(page, play.walkthrough, answered)
        assert "Rigtigt" not in page
        assert "Ikke rigtigt" not in page


CHAIN, OTHER_CHAIN = "kaede-foraeldrekaution.yaml", "kaede-bil-og-regres.yaml"
WALKED = [
    *((CHAIN, mode) for mode in ("oeve", "gaps", "traps", "aflevering", "proeve")),
    (OTHER_CHAIN, "aflevering"),
    (OTHER_CHAIN, "proeve"),
    ("factoring-ingen-besked.yaml", "gaps"),
    ("uansvarlig-langivning.yaml", "oeve"),
]
ADDRESSES = ("", "aflever/", "resultat/", "kvittering/", "kvittering.json", "hvad-nu-hvis/", "ur/")


@pytest.fixture
def begun(student):
    """Begin a case that also asks for an argument, in a mode."""

    def begin(file, mode):
        case = case_of(file)
        case.weight_argument = 20
        case.rubric = [{"title": "Skelner mellem de to kautioner", "points": 3}]
        case.save()
        if mode == "gaps":
            return fading.show(student, case, fading.GAPS)
        if mode == "traps":
            return start(student, case, mode="aflevering", level="traps", seed=7)
        return start(student, case, mode=mode, seed=3 if mode == "proeve" else None)

    return begin


class Look:
    """A student who looks at every page there is, and what they tell."""

    def __init__(self, play):
        self.play, self.client = play, play.client
        self.known = {(row.question, row.key) for row in play.walkthrough.answers.all() if row.is_given}

    def search(self, html, address=""):
        walk = self.play.walkthrough
        if walk.shows_solution:
            return
        assert not hidden(html, walk, self.known, told_to(walk)), address
        assert not filled_in(html, walk), address

    def everywhere(self):
        """Every page of the walkthrough and of its case, whole and as htmx asks for it."""
        slug = self.play.walkthrough.case.slug
        addresses = [f"{self.play.address}{end}" for end in ADDRESSES]
        for address in [
            *addresses,
            "/cases/",
            f"/cases/{slug}/",
            f"/cases/{slug}/byg/",
            f"/cases/{slug}/byg/1/",
        ]:
            for headers in ({}, {"HX-Request": "true"}):
                response = self.client.get(address, headers=headers, follow=True)
                assert response.status_code == 200, address
                self.search(response.content.decode(), address)

    def help_at(self, asking, degrees):
        for place in asking.places:
            for degree in range(1, degrees + 1):
                address = f"{self.play.address}hjaelp/{place.name}/{degree}/"
                response = self.client.post(
                    address, {"version": self.play.walkthrough.version}, headers={"HX-Request": "true"}
                )
                assert response.status_code in (200, 400, 409)
                self.search(response.content.decode(), address)

    def answer(self, asking, values):
        if asking.is_single:
            html = self.play.answer_at(asking, next(iter(values.values())))
        else:
            html = self.play.conclude_at(asking, values)
        assert self.play.response.status_code == 200
        if self.play.walkthrough.is_practice:
            self.known |= {(place.question, place.key) for place in asking.places}
        self.search(html, asking.name)


@pytest.mark.parametrize(("file", "mode"), WALKED)
def test_no_page_of_an_open_answer_tells_what_decides_the_grade(as_student, begun, file, mode):
    play = Player(as_student, begun(file, mode))
    look = Look(play)
    look.everywhere()
    for number in range(60):
        waiting = next((one for one in play.built.askings if not one.is_answered), None)
        if waiting is None:
            break
        look.help_at(waiting, degrees=4 if number % 3 == 1 else 2 if number % 3 else 0)
        look.answer(waiting, {place.key: wrong(place, play.walkthrough) for place in waiting.places})
        if number in (2, 7):
            as_student.post(
                f"{play.address}begrundelse/",
                {"begrundelse": "Banken sov.", "udgave": play.walkthrough.version},
            )
            look.everywhere()
    assert number > 3
    look.everywhere()
    if mode in ("traps", "aflevering"):
        as_student.post(f"{play.address}aflever/")
        assert not play.walkthrough.is_open
        look.everywhere()
