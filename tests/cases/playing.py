"""Playing a case in a test: answers are sent as a browser sends them."""

from cases import faktum, page
from cases.models import Answer, Walkthrough
from rules.values import plain


class Player:
    """One student at one walkthrough."""

    def __init__(self, client, walkthrough):
        self.client, self.pk = client, walkthrough.pk
        self.address = f"/cases/gang/{self.pk}/"
        self.response = None

    @property
    def walkthrough(self):
        return Walkthrough.objects.get(pk=self.pk)

    @property
    def built(self):
        return page.build(self.walkthrough)

    def asking(self, name):
        """The form whose name ends so."""
        return next(one for one in self.built.askings if one.name.endswith(name))

    def row(self, key):
        return Answer.objects.get(walkthrough=self.pk, key=key)

    def send(self, name, data, *, htmx=True, version=None):
        """Post the form with this full name."""
        version = self.walkthrough.version if version is None else version
        headers = {"HX-Request": "true"} if htmx else {}
        self.response = self.client.post(
            f"{self.address}svar/{name}/", {"version": version} | data, headers=headers
        )
        return self.response

    def answer(self, key, value, **options):
        """Answer one item of the path by its key; gives the page."""
        return self.answer_at(self.asking(f"-{key}"), value, **options)

    def answer_at(self, asking, value, **options):
        """Answer a single item."""
        field = asking.form[asking.places[0].name]
        return self.send(asking.name, {field.html_name: sent(field.field, value)}, **options).content.decode()

    def conclude(self, values, *, extra=None, **options):
        """Answer Konklusion; `values` by key."""
        return self.conclude_at(self.asking("-konklusion"), values, extra=extra, **options)

    def conclude_at(self, asking, values, *, extra=None, **options):
        """Answer the Konklusion of one question."""
        data = {
            place.name: sent(asking.form.fields[place.name], values[place.key])
            for place in asking.places
            if place.key in values
        }
        return self.send(asking.name, data | (extra or {}), **options).content.decode()

    def solve(self, wrong=None):
        """Answer everything rightly, but for what `wrong` says by key."""
        wrong = wrong or {}
        for _ in range(40):
            waiting = next((one for one in self.built.askings if not one.is_answered), None)
            if waiting is None:
                return self
            values = {
                place.key: wrong.get(place.key, right(self.walkthrough, place)) for place in waiting.places
            }
            if waiting.is_single:
                self.answer_at(waiting, next(iter(values.values())))
            else:
                self.conclude_at(waiting, values)
            assert self.response.status_code == 200, self.response.content.decode()
        raise AssertionError("The path never ends.")


def sent(field, value):
    """What the browser sends for a plain value."""
    keys = getattr(field, "keys", None)
    if getattr(field, "many", False):
        return [str(keys.index(key) + 1) for key in value]
    if keys is not None and value in keys:
        return str(keys.index(value) + 1)
    return str(value)


def right(walkthrough, place):
    """The plain right answer to an item; None for a step that the right path does not meet.

    What is left to a judge is answered with yes.
    """
    frozen = next(one for one in walkthrough.frozen["questions"] if one["key"] == place.question)
    topic = place.reading.topic
    judgments = {one.key: True for one in topic.reading_for(walkthrough.reading).steps if one.step.skoen}
    decision = topic.decide(topic.read(frozen["facts"]), walkthrough.reading, judgments)
    if place.slot == "facts":
        return faktum.judge(frozen, place.reading, topic.read(frozen["facts"]), None).expected
    if place.slot == "jus":
        return str(decision.reading.jus[0])
    if place.slot == "outcome":
        return decision.outcome
    if place.slot == "figures":
        value = plain(decision.figures[place.key])
        if place.item.kind in ("bool", "choice"):
            return value
        values = value if isinstance(value, list) else [value]
        return "; ".join(str(one).replace(".", ",") for one in values)
    return next((taken.answer for taken in decision.steps if taken.key == place.key), None)
