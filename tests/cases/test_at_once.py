"""Two requests at the same moment: one is saved, the other finds it."""

from threading import Barrier, Thread

import pytest
from django.db import connection
from django.test import Client

from cases.models import Answer, Walkthrough
from tests.factories import WalkthroughFactory

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def at_once(user, requests):
    """Send every request from a thread of its own, all together; gives the statuses."""
    together, statuses = Barrier(len(requests)), []

    def send(address, data):
        client = Client()
        client.force_login(user)
        together.wait()
        try:
            statuses.append(client.post(address, data, headers={"HX-Request": "true"}).status_code)
        finally:
            connection.close()

    threads = [Thread(target=send, args=request) for request in requests]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(statuses)


@pytest.fixture
def walk():
    return WalkthroughFactory()


def address_of(walk):
    name = f"{walk.frozen['questions'][0]['key']}-jus-jus"
    return f"/cases/gang/{walk.pk}/svar/{name}/", name


def test_a_double_click_is_saved_once(walk):
    address, name = address_of(walk)
    statuses = at_once(walk.user, [(address, {"version": "1", name: "FIL § 48"})] * 3)
    assert statuses == [200, 200, 200]
    assert Answer.objects.get().tries == 1
    assert Walkthrough.objects.get().version == 2


def test_of_two_different_answers_one_is_saved_and_one_is_told(walk):
    address, name = address_of(walk)
    sent = [(address, {"version": "1", name: text}) for text in ("FIL § 48", "GBL § 31")]
    assert at_once(walk.user, sent) == [200, 409]
    assert Answer.objects.get().tries == 1


def test_handing_in_twice_at_once_counts_once():
    walk = WalkthroughFactory(mode="aflevering")
    statuses = at_once(walk.user, [(f"/cases/gang/{walk.pk}/aflever/", {})] * 2)
    assert statuses == [200, 200]
    assert Walkthrough.objects.get().version == 2
