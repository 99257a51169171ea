"""Makers of rows for tests: one section an app, sensible defaults, never a row that exists already."""

import factory
from factory.django import DjangoModelFactory

# accounts


class UserFactory(DjangoModelFactory):
    class Meta:
        model = "accounts.User"
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"person{n}@eksempel.test")
    name = factory.Sequence(lambda n: f"Person Nummer {n}")
    password = factory.django.Password("en lang adgangskode")


# authoring


# lessons


# cases


# quizzes


# courses


class CourseFactory(DjangoModelFactory):
    class Meta:
        model = "courses.Course"

    name = factory.Sequence(lambda n: f"Hold {n}")
    term = "efterår 2026"


class MembershipFactory(DjangoModelFactory):
    class Meta:
        model = "courses.Membership"

    course = factory.SubFactory(CourseFactory)
    user = factory.SubFactory(UserFactory)
    role = "student"
