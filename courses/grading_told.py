""" "Sådan bedømmes du": the settings of an assignment as sentences, as they count for one student."""

from decimal import Decimal

from cases.page import shown_weights
from courses import begin, deadlines, parts, results
from courses.deadlines import Deadline, days_after
from courses.models import Assignment, Item
from courses.moments import moment
from courses.work import Work
from rules.danish import join

EXAMPLE, DAYS = Decimal("0.8"), 2
COUNTED = {
    Assignment.Counts.BEST: "det bedste tæller",
    Assignment.Counts.LAST: "det sidste, du afleverer, tæller",
    Assignment.Counts.FIRST: "det første tæller",
    Assignment.Counts.MEAN: "gennemsnittet af dem, du afleverer, tæller",
}
SHOWN = {
    Assignment.Release.BY_HAND: "når din underviser frigiver resultaterne",
    Assignment.Release.AT_DUE: "når fristen er udløbet",
    Assignment.Release.AT_ONCE: "straks efter, at du har afleveret",
}
NUMBERS = ("nul", "én", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti")


def sentences(done: Work) -> list[str]:
    """What counts for this student, in the order in which one asks."""
    assignment, deadline = done.assignment, done.deadline
    said = [
        _reading(done),
        *_items(assignment),
        *(_inside(item) for item in assignment.tasks),
        _points(assignment),
        *_by_two(assignment),
        *_tries(assignment),
        _variant(assignment),
        *_time(assignment, deadline),
        _late(assignment, deadline),
        *_own(deadline),
        f"Du ser resultatet og begrundelserne {SHOWN[Assignment.Release(assignment.release)]}.",
    ]
    return [sentence for sentence in said if sentence]


def _reading(done: Work) -> str:
    begun = {one.item_id: one.work.reading for one in done.submissions}
    names = {item: begun.get(item.pk, item.grading_reading) for item in done.assignment.tasks}
    if not names:
        return ""
    if len(set(names.values())) == 1:
        return f"Opgaven bedømmes efter {_law(next(iter(names.values())))}. Det ligger fast, fra du begynder."
    said = join([f"»{item}« efter {_law(name)}" for item, name in names.items()])
    return f"Delene bedømmes hver for sig: {said}. Det ligger fast, fra du begynder."


def _law(reading: str) -> str:
    if reading == "pensum":
        return "pensum, altså det, bogen siger"
    return "gældende ret, altså det, loven siger"


def _items(assignment: Assignment) -> list[str]:
    items = assignment.item_list
    counting = {str(item.pk): item.weight for item in items if item.weight}
    said = []
    if len(items) > 1 and counting:
        weights = shown_weights(counting)
        named = [f"»{item}« vejer {weights[str(item.pk)]}" for item in items if item.weight]
        many = NUMBERS[len(items)] if len(items) < len(NUMBERS) else str(len(items))
        said.append(f"Opgaven har {many} dele: {join(named)}. Det, du ikke afleverer, tæller nul.")
    for item in items:
        if item.is_read and item.weight:
            said.append(
                f"Afsnittet »{item}« afleveres ikke. Det tæller fuldt ud, når du har mærket det som læst "
                "inden fristen, og ellers nul."
            )
        elif not item.weight:
            said.append(f"»{item}« hører med, men tæller ikke i dine point.")
    return said


def _inside(item: Item) -> str:
    where = f"I »{item}« " if len(item.assignment.tasks) > 1 else ""
    if item.case is None:
        rule = "hvert spørgsmål lige meget, og et forkert kryds koster, hvor flere svar er rigtige"
        return (
            f"{where}tæller {rule}."
            if where
            else f"Hvert spørgsmål tæller{rule.removeprefix('hvert spørgsmål')}."
        )
    weights = shown_weights({part: weight for part, weight in item.case.weights.items() if weight})
    named = join([f"{results.CASE_PARTS[part]} {weight}" for part, weight in weights.items()])
    said = f"{where}vejer delene: {named}" if where else f"Delene vejer: {named}"
    if item.case.asks_argument:
        who = "bedømmer to" if item.assignment.marked_by_two else "bedømmer din underviser"
        said += f". Begrundelsen {who}, og den tæller med, når den er bedømt"
    return f"{said}. Følger et svar rigtigt af en tidligere fejl, koster fejlen kun én gang."


def _points(assignment: Assignment) -> str:
    said = f"Du kan få højst {assignment.points} point"
    if assignment.is_pass_fail:
        return f"{said}, og du består med mindst {assignment.pass_percent} % af dem."
    if not assignment.weight:
        return f"{said}. Opgaven tæller ikke med i holdets samlede resultat."
    return f"{said}. {_weight(assignment)}"


def _weight(assignment: Assignment) -> str:
    """What it weighs in the sum of the course: by itself, or in its part."""
    part = parts.of_assignment(assignment)
    if part is None:
        return f"I holdets samlede resultat har opgaven vægten {assignment.weight}."
    where = f"i kategorien »{part.title}«" if part.category else "uden for holdets kategorier"
    if not part.weight:
        return f"Opgaven er {where} og tæller ikke med i holdets samlede resultat."
    together = "Kategorien vejer" if part.category else "Opgaverne uden kategori vejer tilsammen"
    said = f"Opgaven er {where} og har dér vægten {assignment.weight}. "
    said += f"{together} {part.weight} % af holdets samlede resultat"
    if not part.drop:
        return f"{said}."
    return f"{said}, uden {'dit laveste resultat' if part.drop == 1 else f'dine {part.drop} laveste resultater'}."


def _by_two(assignment: Assignment) -> list[str]:
    if not (assignment.marked_by_two and assignment.tasks):
        return []
    said = "Det, du begrunder med egne ord, bedømmes af to, der ikke ser hinandens point."
    return [f"{said} Er de enige, tæller det straks; ellers aftaler de pointene først."]


def _tries(assignment: Assignment) -> list[str]:
    if not assignment.tasks:
        return []
    each = len(assignment.tasks) > 1
    if assignment.attempts == 1:
        once = "Du afleverer hver del én gang." if each else "Du afleverer én gang."
        return [f"Du kan ændre dine svar, indtil du afleverer. {once}"]
    counted = COUNTED[Assignment.Counts(assignment.counts)]
    further = (
        "Du kan ændre dine svar, indtil du afleverer et forsøg. Derefter kan du begynde det næste, så længe "
        f"der tages imod. {_again(assignment)}"
    )
    return [f"Du har {assignment.most_attempts} forsøg{' ved hver del' if each else ''}; {counted}.", further]


def _again(assignment: Assignment) -> str:
    if assignment.variant != Assignment.Variant.OWN:
        return "Når du har set de rigtige svar, er der ikke flere forsøg, for alle får den samme opgave."
    if assignment.release == Assignment.Release.AT_ONCE:
        return "Så har du set de rigtige svar, og det næste forsøg får en ny variant."
    return "Det næste forsøg har den samme variant, indtil de rigtige svar er vist; derefter en ny."


def _variant(assignment: Assignment) -> str:
    if not assignment.tasks:
        return ""
    if assignment.variant == Assignment.Variant.OWN:
        return "Du får din egen variant. Oplysningerne kan være andre end dem, de øvrige på holdet får."
    return "Alle på holdet får den samme opgave."


def _time(assignment: Assignment, deadline: Deadline) -> list[str]:
    limits = {item: minutes(item, deadline.factor) for item in assignment.tasks}
    known = {item: limit for item, limit in limits.items() if limit}
    rest = "Tiden kan ikke sættes på pause, og når den er gået, afleveres det, du har gemt."
    if not known:
        return []
    if len(assignment.tasks) == 1 or (len(known) == len(limits) and len(set(known.values())) == 1):
        what = " til hver del, fra du begynder den" if len(known) > 1 else ", fra du begynder"
        return [f"Du har {_minutes(next(iter(known.values())))}{what}. {rest}"]
    named = join([f"{_minutes(limit)} til »{item}«" for item, limit in known.items()])
    return [f"Du har {named}, fra du begynder. {rest}"]


def minutes(item: Item, factor: Decimal) -> int | None:
    """The minutes that a student has with so much extra time, if there is a limit."""
    limit = begin.minutes_of(item)
    return int(limit * factor) if limit else None


def _minutes(limit: int) -> str:
    return f"{limit} {'minut' if limit == 1 else 'minutter'}"


def _late(assignment: Assignment, deadline: Deadline) -> str:
    policy, several = deadline.policy, assignment.attempts != 1 or len(assignment.tasks) > 1
    if not assignment.tasks:
        return ""
    if policy.kind == deadlines.PER_DAY:
        before, after = (
            results.shown(results.points_of(share, assignment))
            for share in (EXAMPLE, deadline.mark(EXAMPLE, days_after(deadline.due_at, DAYS)))
        )
        return (
            f"Afleverer du efter fristen, mister du {policy.percent} % af dine point for hver dag, "
            "der er begyndt. Et minut for sent er én dag. "
            f"Eksempel: Er dine svar {before} point værd, og kommer de {DAYS} dage for sent, får du {after}."
            + (" Hver aflevering regnes efter sit eget tidspunkt." if several else "")
        )
    if deadline.cut_off_at and not policy.days:
        return "Efter fristen kan du ikke aflevere. Det, der ikke er afleveret inden, giver ingen point."
    if deadline.cut_off_at:
        return (
            "Afleverer du efter fristen, mærkes besvarelsen »afleveret for sent«. "
            f"Efter {moment(deadline.cut_off_at)} kan du ikke aflevere."
        )
    return (
        "Afleverer du efter fristen, tages besvarelsen med og mærkes »afleveret for sent«. "
        "Det koster ikke point."
    )


def _own(deadline: Deadline) -> list[str]:
    said = []
    if deadline.is_extended:
        said.append(f"For dig gælder fristen {moment(deadline.due_at)} i stedet for den almindelige.")
    if deadline.factor > 1:
        times = results.shown(deadline.factor)
        said.append(f"Har opgaven en tidsgrænse, er din tid ganget med {times}.")
    return said
