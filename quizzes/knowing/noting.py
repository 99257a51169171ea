"""What answers to quizzes and cases are evidence of."""

from collections.abc import Iterable

from cases import prices
from quizzes.knowing import components, evidence
from quizzes.knowing.evidence import Shown


def note(attempt, responses: Iterable) -> None:
    """Note what answers to an attempt show; held back while the student may not see how they were judged."""
    items = {item.key: item for item in attempt.items}
    shown = []
    for response in responses:
        if response.points is None:
            # An argument waits for a teacher.
            continue
        item = items[response.item]
        ask = item.made_from.get("ask", "")
        about = [components.of_provision(citation) for citation in item.provisions]
        about += [components.of_term(slug) for slug in item.terms]
        if ask:
            about.insert(0, components.of_ask(item.topic, ask))
        source = f"{attempt.pk}:{item.key}"
        shown.append(Shown(source, about, item.topic, float(response.points), response.mistake))
    evidence.note(attempt.user_id, shown, attempt=attempt, is_held=not attempt.is_practice)


def note_case(walkthrough, answers: Iterable) -> None:
    """Note what answers in a case show: nothing, where they were given, helped, or came after the solution."""
    if walkthrough.solution_shown_at is not None:
        return
    topics = {question["key"]: question["topic"] for question in walkthrough.frozen["questions"]}
    shown = []
    for answer in answers:
        place = prices.place_name(answer.question, answer.part, answer.key)
        if answer.is_given or answer.part == answer.Part.FACTS or place in walkthrough.hints:
            continue
        topic = topics[answer.question]
        cited = [components.of_provision(one) for one in answer.citation.split(" og ") if one]
        about = [components.of_ask(topic, answer.key), *cited]
        source = f"{walkthrough.pk}:{answer.question}:{answer.key}"
        shown.append(Shown(source, about, topic, answer.best, answer.mistake))
    evidence.note(walkthrough.user_id, shown, walkthrough=walkthrough, is_held=not walkthrough.is_practice)
