"""The content files as they lie on disk: read, validated, and findable by slug."""

from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from authoring import registry
from authoring.schema import ContentFile, Problem, problems_of
from authoring.texts import BadText


@dataclass
class Found:
    """One file: its data, or what is wrong with it."""

    kind: registry.Kind
    path: Path
    text: str = ""
    data: ContentFile | None = None
    problems: list[Problem] = field(default_factory=list)

    @property
    def place(self):
        """The path below the folder of its kind."""
        return self.path.relative_to(self.kind.root).as_posix()

    @property
    def digest(self):
        return self.kind.digest(self.data)

    def refuse(self, field_name, message):
        self.problems.append(Problem(field_name, message))


class Rows:
    """What the database holds, for checking an item that an author is about to save."""

    def __init__(self, kinds=None):
        self.kinds = registry.kinds() if kinds is None else list(kinds)

    def has(self, kind_name, slug):
        """Whether this item exists and is not retired."""
        kind = next((kind for kind in self.kinds if kind.name == kind_name), None)
        return kind is not None and kind.model.objects.current().filter(slug=slug).exists()


class Shelf(Rows):
    """Every file of every kind; `has` knows files and rows."""

    def __init__(self, kinds=None):
        super().__init__(kinds)
        self.found = [_read(kind, path) for kind in self.kinds for path in kind.files()]
        self._refuse_doubles()
        self._slugs = {(found.kind.name, found.data.slug) for found in self.found if found.data}

    def has(self, kind_name, slug):
        """Whether this item exists, as a file or as a row that is not retired."""
        return (kind_name, slug) in self._slugs or super().has(kind_name, slug)

    def check(self, found):
        """Ask the subject what is wrong with a file that is well formed."""
        if found.data is not None and not found.problems:
            found.problems.extend(found.kind.check(found.data, self))
        return found.problems

    def check_together(self):
        """What is wrong with the files of each kind together: (kind, Problem)."""
        return [(kind, problem) for kind in self.kinds for problem in kind.check_together(self)]

    def _refuse_doubles(self):
        seen = {}
        for found in self.found:
            if found.data is None:
                continue
            for name in ("uid", "slug"):
                key = (found.kind.name, name, getattr(found.data, name))
                first = seen.setdefault(key, found)
                if first is not found:
                    found.refuse(name, f"»{key[2]}« bruges allerede i {first.place}")


def _read(kind, path):
    found = Found(kind, path)
    try:
        found.text = path.read_text(encoding="utf-8")
        found.data = kind.schema.model_validate(kind.form.read(found.text))
    except ValidationError as error:
        found.problems.extend(problems_of(error))
    except UnicodeDecodeError:
        found.refuse("", "filen skal være gemt som UTF-8")
    except BadText as error:
        found.refuse("", str(error))
    return found
