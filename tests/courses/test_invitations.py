"""A place that waits for an address: who gets it, and who does not."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail

from courses import enrolment
from courses.models import Invitation, Membership
from tests import factories

ADDRESS = "signe.ny@eksempel.test"
FORM = {"name": "Signe Ny", "email": ADDRESS.upper(), "password1": "en lang adgangskode 26"}


@pytest.fixture
def invitation(course):
    group = factories.GroupFactory(course=course, name="Gruppe A")
    return factories.InvitationFactory(course=course, email=ADDRESS, group=group)


def member(course):
    return Membership.objects.filter(course=course, user__email=ADDRESS).first()


def test_who_proves_the_address_comes_to_the_course_and_the_group(client, course, invitation):
    assert client.post("/konto/opret/", FORM | {"join_code": ""}).status_code == 302
    assert member(course) is None
    link = re.search(r"/konto/e-mail/[^\s]+", mail.outbox[0].body)[0]
    client.post(link)
    assert member(course).role == "student"
    assert [group.name for group in member(course).groups.all()] == ["Gruppe A"]
    assert not Invitation.objects.exists()


def test_who_uses_the_code_gets_the_group_that_waited(client, course, invitation):
    client.post("/konto/opret/", FORM | {"join_code": course.join_code})
    assert [group.name for group in member(course).groups.all()] == ["Gruppe A"]
    assert not Invitation.objects.exists()


@pytest.mark.parametrize("verified", [True, False])
def test_who_signs_in_gets_it_only_with_an_address_that_is_proved(client, course, invitation, verified):
    user = factories.UserFactory(email=ADDRESS)
    EmailAddress.objects.create(user=user, email=ADDRESS, primary=True, verified=verified)
    client.post("/konto/log-ind/", {"login": ADDRESS, "password": "en lang adgangskode"})
    assert client.session["_auth_user_id"] == str(user.pk)
    assert (member(course) is not None) == verified
    assert Invitation.objects.exists() != verified


def test_a_code_is_still_asked_of_who_is_not_invited(client, course, invitation):
    sent = FORM | {"join_code": "", "email": "fremmed@eksempel.test"}
    response = client.post("/konto/opret/", sent)
    assert response.status_code == 422
    assert "Skriv koden. Du får den af din underviser." in response.content.decode()


def test_an_archived_course_waits_for_nobody(course, invitation, as_teacher):
    as_teacher.post(f"/undervisning/{course.uuid}/arkiv/")
    assert not enrolment.is_invited(ADDRESS)
    enrolment.redeem(factories.UserFactory(email=ADDRESS))
    assert member(course) is None
    assert Invitation.objects.exists()


def test_a_teacher_who_is_invited_stays_teacher(course, teacher):
    factories.InvitationFactory(course=course, email=teacher.email)
    enrolment.redeem(teacher)
    assert course.memberships.get(user=teacher).role == "teacher"


def test_the_teacher_takes_an_invitation_back(as_teacher, course, invitation):
    address = f"/undervisning/{course.uuid}/deltagere/"
    assert ADDRESS in as_teacher.get(address).content.decode()
    for _ in range(2):
        as_teacher.post(f"{address}invitation/", {"invitation": invitation.pk})
        assert ADDRESS not in as_teacher.get(address).content.decode().replace(
            f"Invitationen til {ADDRESS}", ""
        )
    assert not Invitation.objects.exists()


def test_an_invitation_of_others_is_not_taken_back(as_teacher, course, other_course):
    foreign = factories.InvitationFactory(course=other_course)
    as_teacher.post(f"/undervisning/{course.uuid}/deltagere/invitation/", {"invitation": foreign.pk})
    assert Invitation.objects.filter(pk=foreign.pk).exists()
