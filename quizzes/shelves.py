"""The quizzes in the order of the book: each chapter with the quizzes of its sections and those across it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from lessons.models import Chapter, Section
from quizzes.models import Quiz


@dataclass
class Shelf:
    """One chapter's quizzes."""

    chapter: Chapter
    of_sections: list[Quiz] = field(default_factory=list)
    across: list[Quiz] = field(default_factory=list)

    @property
    def quizzes(self) -> list[Quiz]:
        """All of them."""
        return [*self.of_sections, *self.across]

    @property
    def taken(self) -> int:
        """How many have been finished at least once."""
        return sum(bool(quiz.done_count) for quiz in self.quizzes)


@dataclass
class Shelves:
    """The list of quizzes as a student reads it."""

    begun: list[Quiz]
    of_teachers: list[Quiz]
    across: list[Quiz]
    chapters: list[Shelf]

    @property
    def next_up(self) -> Shelf | None:
        """The chapter to have open: the first with a quiz that was not finished yet."""
        return next((shelf for shelf in self.chapters if shelf.taken < len(shelf.quizzes)), None)


def shelves(quizzes: Iterable[Quiz], user) -> Shelves:
    """Every quiz where it belongs; one whose place is gone or hidden stands with those across the book."""
    sections = Section.objects.visible_to(user).only("slug", "chapter__slug", "chapter__title")
    places: dict[str, tuple[Shelf, int]] = {}
    for number, section in enumerate(
        sections.select_related("chapter").order_by("chapter__order", "order", "title")
    ):
        chapter = section.chapter.get_absolute_url()
        shelf = places.setdefault(chapter, (Shelf(section.chapter), 0))[0]
        places[section.get_absolute_url()] = (shelf, number + 1)
    found = Shelves([], [], [], list({id(shelf): shelf for shelf, _ in places.values()}.values()))
    numbers: dict[int, int] = {}
    for quiz in quizzes:
        if quiz.open_uuid:
            found.begun.append(quiz)
        place = places.get(quiz.belongs_to)
        if quiz.owner_id is not None:
            found.of_teachers.append(quiz)
        elif place is None:
            found.across.append(quiz)
        else:
            shelf, numbers[quiz.pk] = place
            (shelf.of_sections if numbers[quiz.pk] else shelf.across).append(quiz)
    for shelf in found.chapters:
        shelf.of_sections.sort(key=lambda quiz: numbers[quiz.pk])
    found.chapters = [shelf for shelf in found.chapters if shelf.quizzes]
    return found
