"""Groups of a course, and the people who are asked to come to it and have no account yet."""

from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone

from courses.models.course import Course, Membership


class Group(models.Model):
    """Some of the people of a course. The pages keep everybody in one group at most."""

    course = models.ForeignKey(Course, models.CASCADE, related_name="groups")
    name = models.CharField("Gruppens navn", max_length=60)
    members = models.ManyToManyField(Membership, related_name="groups", blank=True)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint("course", Lower("name"), name="one_group_of_a_name_in_a_course"),
            models.CheckConstraint(condition=~models.Q(name=""), name="group_has_a_name"),
        ]
        verbose_name = "gruppe"
        verbose_name_plural = "grupper"

    def __str__(self):
        return self.name


class Invitation(models.Model):
    """A place in a course that waits for whoever proves to own the address, or brings the code."""

    course = models.ForeignKey(Course, models.CASCADE, related_name="invitations")
    # In lower case, as the addresses of accounts are.
    email = models.EmailField("E-mail")
    name = models.CharField("Navn", max_length=150, blank=True)
    group = models.ForeignKey(
        Group, models.SET_NULL, null=True, blank=True, related_name="invitations", verbose_name="Gruppe"
    )
    invited_at = models.DateTimeField("Inviteret", default=timezone.now, editable=False)

    class Meta:
        ordering = ["name", "email"]
        constraints = [
            models.UniqueConstraint(fields=["course", "email"], name="one_invitation_an_address"),
            models.CheckConstraint(
                condition=models.Q(email=Lower("email")), name="invitation_address_in_lower_case"
            ),
        ]
        verbose_name = "invitation"
        verbose_name_plural = "invitationer"

    def __str__(self):
        return f"{self.name or self.email}, {self.course}"
