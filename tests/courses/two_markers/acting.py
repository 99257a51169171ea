"""One argument as markers act on it: by the pages alone."""

import re

from cases.models import Walkthrough
from courses import markable
from courses.models import Judgement, Submission
from courses.two_markers import sides


def text(response):
    """The page without hard spaces."""
    return response.content.decode().replace("\xa0", " ")


class Argument:
    """The argument of a case that is handed in."""

    def __init__(self, submission):
        self.pk, self.assignment = submission.pk, submission.assignment
        course = self.assignment.course
        self.list = f"/undervisning/{course.uuid}/afleveringer/{self.assignment.uuid}/begrundelser/"
        self.page = self.list.replace("begrundelser", f"{submission.uuid}/begrundelse")
        self.result = f"/cases/gang/{submission.walkthrough_id}/resultat/"

    @property
    def submission(self):
        """As it is stored."""
        return Submission.objects.with_work().select_related("assignment__course").get(pk=self.pk)

    @property
    def work(self):
        """The walkthrough as it is stored."""
        return Walkthrough.objects.get(submission=self.pk)

    @property
    def sides(self):
        """What is in."""
        return sides.of(markable.of(self.submission))

    @property
    def stage(self):
        """How far it is, by name."""
        return self.sides.stage.name

    @property
    def most(self):
        """The most points by criterion."""
        return {one["key"]: one["points"] for one in self.work.frozen["rubric"]}

    @property
    def given(self):
        """The points that count, by criterion."""
        kept = self.work.argument_points
        return {key: one["points"] for key, one in kept.items() if isinstance(one, dict)}

    def version(self, client):
        """What the page of this person was drawn from."""
        return re.search(r'name="version" value="([^"]*)"', text(client.get(self.page)))[1]

    def filled(self, points, *, version, comment="", **other):
        """The form with the same level on everything but what is named otherwise."""
        named = {key.replace("_", "-"): value for key, value in other.items()}
        return (
            {f"niveau-{key}": "andet" for key in self.most}
            | {f"point-{key}": named.get(key, points) for key in self.most}
            | {"version": version, "comment": comment}
        )

    def mark(self, client, points, *, version=None, comment="", **other):
        """One marks."""
        version = self.version(client) if version is None else version
        return client.post(self.page, self.filled(points, version=version, comment=comment, **other))

    def agree(self, client, points="1", *, reason="Vi har talt om det.", version=None, comment="", **other):
        """The points that are to count, with why; `gennemsnit` for the mean."""
        version = self.version(client) if version is None else version
        sent = self.filled(points, version=version, comment=comment) | {"begrundelse": reason}
        return client.post(self.page, sent | other)

    @property
    def marks(self):
        """Everything that is kept."""
        return list(Judgement.objects.filter(submission=self.pk).order_by("place"))
