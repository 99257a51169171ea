"""What the usual mistakes answer, for the tests of the topics."""

from typing import Any

from rules.decision import rounded
from rules.steps import View
from rules.topic import Topic
from rules.values import plain


def slip(topic: Topic, reading: str, key: str, data: dict[str, Any]) -> Any:
    """The answer of somebody who makes this mistake on these facts, as plain data; None where it has none."""
    mistakes = {mistake.key: mistake for mistake in topic.reading_for(reading).mistakes}
    return plain(rounded(mistakes[key].function(View(topic.read(data)))))
