"""One group of a course in the lists that show everybody: `?gruppe=` in the address of the page."""

from collections import defaultdict
from dataclasses import dataclass

from courses.models import Course

EVERYBODY = ("", "Alle")


@dataclass(frozen=True)
class GroupFilter:
    """The groups there are by their keys, who is in them, and the one that is asked for."""

    names: dict[str, str]
    members: dict[str, set[int]]
    chosen: str = ""

    def holds(self, user_id: int) -> bool:
        """Whether this person is shown; everybody is where no group is asked for."""
        return not self.chosen or user_id in self.members[self.chosen]

    @property
    def choices(self) -> list[tuple[str, str, bool]]:
        """Value, words, and whether it is the chosen one; empty where the course has no groups."""
        said = [EVERYBODY, *self.names.items()] if self.names else []
        return [(key, words, key == self.chosen) for key, words in said]


def read(course: Course, query) -> GroupFilter:
    """From the GET parameter `gruppe`, in one query; a group that the course does not have is none."""
    names: dict[str, str] = {}
    members: dict[str, set[int]] = defaultdict(set)
    for pk, name, user in course.groups.values_list("pk", "name", "members__user"):
        names[str(pk)] = name
        members[str(pk)].add(user)
    chosen = query.get("gruppe", "")
    return GroupFilter(names, members, chosen if chosen in names else "")
