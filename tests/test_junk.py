"""Whatever a browser can send to any address: never a 500, always an answer in Danish, nothing saved by halves.

The fields are those of the forms on the pages themselves; what stands in them is junk. An answer of 4xx has
written nothing, and what is sent a second time is not saved a second time.
"""

import re
from html.parser import HTMLParser
from urllib.parse import quote

import pytest
from django.db import connection, transaction
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from django.test.utils import CaptureQueriesContext
from django.utils.http import urlencode
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from zeal import zeal_ignore

from tests.addresses import kinds, site
from tests.test_access import ADMIN, SITE, WRITTEN, one_who_may

ANSWERS = {200, 301, 302, 400, 403, 404, 405, 409, 413, 422, 429}
MESSAGE = re.compile(r"invalid-feedback|errorlist|errornote|is-wrong|is-note|role=\"alert\"")
WRITES = re.compile(r'^(INSERT INTO|UPDATE|DELETE FROM) "(?!django_session)')
# Each of these means a new thing, however often it is pressed.
ANEW = {
    "cases:new_variant",
    "courses:renew_code",
    "courses:new_calendar",
    *(f"admin:{kind}_copy" for kind in kinds()),
}

NASTY = [
    "",
    " ",
    "\x00",
    "a\x00b",
    "\ud7ff\ufffe\u202e",
    "😀" * 40,
    "x" * 20_000,
    "9" * 400,
    "-1",
    "1e400",
    "NaN",
    "½",
    "١٢",
    "tyve tusind",
    "31-02-2026",
    "0000-00-00",
    "99999999999999999999",
    "null",
    "[]",
    "{}",
    '{"a": [1]}',
    "' OR 1=1 --",
    "<script>alert(1)</script>",
    "{{ 1|add:1 }}",
    "../../etc/passwd",
    "%00",
    "KAL § 9999999999999999, stk. 99",
    "§",
    "on",
    "1",
    "2",
]
junk = st.sampled_from(NASTY) | st.text(max_size=60)
values = junk | st.lists(junk, max_size=3)
often = settings(max_examples=4, derandomize=True, phases=[Phase.generate])


class Fields(HTMLParser):
    """The names of the fields on a page, with what stands in them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        said = dict(attrs)
        if tag in ("input", "select", "textarea", "button") and said.get("name"):
            self.found.setdefault(said["name"], said.get("value") or "")


# Whose a thing is makes no difference to what its page does with junk: one owner is enough.
ELSEWHERE = ("teachers", "draft_", "nothing")
GROUPS = {name.partition(":")[0]: [] for name, *_ in SITE} | {f"admin:{kind}": [] for kind in kinds()}
for _row in SITE:
    if not _row[2].startswith(ELSEWHERE):
        GROUPS[_row[0].partition(":")[0]].append(_row)
for _row in ADMIN:
    if _row[2] in ("", "draft"):
        GROUPS["_".join(_row[0].split("_", 2)[:2])].append(_row)


class Sender:
    """One part of the site, its rows in the tables, and a person for each."""

    def __init__(self, request, world, group) -> None:
        self.request, self.group, self.known = request, group, {}
        self.addresses = {(row[0], row[2]): _address(world, row[0], row[2]) for row in GROUPS[group]}
        for name, method, thing, role in self.rows():
            if method == "GET":
                page = self._client(role).get(self.addresses[name, thing])
                if "html" in page.get("Content-Type", ""):
                    self.known.setdefault(thing, {}).update(Fields(page.content.decode()).found)

    def rows(self, wanted=("GET", "POST")):
        """What a person may open or send: (name, method, thing, role)."""
        for name, method, thing, statuses in GROUPS[self.group]:
            if (role := one_who_may(name, statuses)) and method in wanted:
                yield name, method, thing, role

    def fields(self, thing):
        """The fields of the forms on the pages of this thing, with what stands in them."""
        found = self.known.get(thing, {})
        return {name: value for name, value in found.items() if name != "csrfmiddlewaretoken"}

    def __call__(self, name, method, thing, role, data, **more):
        """Send; gives what was written, and holds the answer to what every answer must be."""
        # What Django asks of a formset with junk for its keys is its own affair.
        with CaptureQueriesContext(connection) as asked, zeal_ignore():
            address = self.addresses[name, thing]
            response = self._client(role).generic(method, address, **_body(method, data), **more)
        writes = [query["sql"] for query in asked if WRITES.match(query["sql"])]
        _hold(response, writes)
        return writes

    def _client(self, role):
        return self.request.getfixturevalue(f"as_{role}")


def _address(world, name, thing):
    page = name.removeprefix("admin:").split("_", 2)[-1]
    is_authors = name.startswith("admin:") and page in {row[0] for row in WRITTEN}
    return (world.of_author if is_authors else world.address)(name, thing)


def _body(method, data):
    if method == "GET":
        return {"QUERY_STRING": urlencode(data, doseq=True)}
    return {"data": encode_multipart(BOUNDARY, data), "content_type": MULTIPART_CONTENT}


def _hold(response, writes):
    assert response.status_code in ANSWERS
    if response.status_code < 400:
        return
    assert not writes
    shown = response.content.decode()
    if shown and "text/html" in response["Content-Type"]:
        assert 'lang="da"' in shown or "<html" not in shown
        assert response.status_code not in (409, 422) or MESSAGE.search(shown), shown[:2000]


@pytest.fixture(params=GROUPS)
def send(request, world):
    """A sender for each part of the site."""
    return Sender(request, world, request.param)


def test_what_is_sent_is_refused_or_saved_once(send, subtests):
    for row in send.rows("POST"):
        with subtests.test(" ".join(row)):
            _send_junk(send, row, send.fields(row[2]))


def _send_junk(send, row, known):
    names = st.sampled_from([*known, "version", "x"])
    htmx = st.sampled_from([{}, {"headers": {"HX-Request": "true"}}])

    @often
    @given(sent=st.dictionaries(names, values, max_size=8), rest=st.booleans(), more=htmx)
    def twice(sent, rest, more):
        data = (known if rest else {}) | sent
        with transaction.atomic():
            if send(*row, data, **more) and row[0] not in ANEW:
                assert not [write for write in send(*row, data, **more) if write.startswith("INSERT")]
            transaction.set_rollback(True)

    twice()


def test_what_is_asked_for_is_shown_or_refused(send, subtests):
    for row in send.rows("GET"):
        with subtests.test(" ".join(row)):
            _ask_for_junk(send, row, send.fields(row[2]))


def _ask_for_junk(send, row, known):
    names = [*known, "q", "o", "p", "e", "all", "id", "pk__in", "ejer", "status__exact", "next"]

    @often
    @given(sent=st.dictionaries(st.sampled_from(names), values, max_size=5))
    def once(sent):
        with transaction.atomic():
            send(*row, sent)
            transaction.set_rollback(True)

    once()


DOORS = ["log-ind", "opret", "glemt", "adgangskode", "bekraeft", "log-ud", "e-mail/noegle", "glemt/1-noegle"]
LOCKS = ["login", "email", "name", "join_code", "next", "password", "password1", "password2", "oldpassword"]


@pytest.mark.parametrize("door", DOORS)
def test_no_door_breaks(anonymous, as_student, door):
    address = f"/konto/{door}/"

    @often
    @given(sent=st.dictionaries(st.sampled_from(LOCKS), values, max_size=6))
    def push(sent):
        with transaction.atomic():
            for client in (anonymous, as_student):
                for method in ("POST", "GET"):
                    _hold(client.generic(method, address, **_body(method, sent)), [])
            transaction.set_rollback(True)

    push()


ROUTES = sorted({found.route for found in site() if "<" in found.route})
PLACE = re.compile(r"<[^>]+>|\(\[\^/\]\+\)|\(\?P<[^>]+>[^)]*\)")


@pytest.mark.parametrize("route", ROUTES)
def test_an_address_that_nobody_wrote_is_not_there(as_editor, route):
    places = len(PLACE.findall(route))

    @settings(often, max_examples=3)
    @given(parts=st.lists(junk.map(lambda text: text[:300]), min_size=places, max_size=places))
    def go(parts):
        filled = iter(quote(part, safe="") or "0" for part in parts)
        address = "/" + PLACE.sub(lambda _: next(filled), route.replace("^", "").rstrip("$"))
        for method in ("GET", "POST"):
            assert as_editor.generic(method, address).status_code in ANSWERS

    go()
